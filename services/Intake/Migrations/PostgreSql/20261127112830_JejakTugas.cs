using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class JejakTugas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "jejak",
                schema: "intake",
                table: "tugas",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "jejak",
                schema: "intake",
                table: "tugas");
        }
    }
}
