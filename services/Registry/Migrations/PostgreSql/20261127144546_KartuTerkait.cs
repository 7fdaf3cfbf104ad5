using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class KartuTerkait : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "terkait_tersegel",
                schema: "registry",
                table: "konsep",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "terkait_tersegel",
                schema: "registry",
                table: "konsep");
        }
    }
}
