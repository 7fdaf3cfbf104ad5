using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Approval.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class JejakTugas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "jejak",
                table: "tugas",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "jejak",
                table: "tugas");
        }
    }
}
