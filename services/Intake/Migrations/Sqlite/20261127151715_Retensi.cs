using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Retensi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "dimusnahkan_pada",
                table: "permohonan",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "dimusnahkan_pada",
                table: "permohonan");
        }
    }
}
