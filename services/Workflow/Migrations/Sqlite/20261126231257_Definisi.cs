using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Workflow.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Definisi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "content_hash",
                table: "definition",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "description",
                table: "definition",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_readonly",
                table: "definition",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_system",
                table: "definition",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "definition",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "started_ids",
                table: "definition",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "tool_version",
                table: "definition",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "peran",
                columns: table => new
                {
                    kode = table.Column<string>(type: "TEXT", nullable: false),
                    nama = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_peran", x => x.kode);
                });

            migrationBuilder.CreateIndex(
                name: "ix_definition_latest",
                table: "definition",
                column: "definition_id",
                unique: true,
                filter: "is_latest");

            migrationBuilder.CreateIndex(
                name: "ix_definition_published",
                table: "definition",
                column: "definition_id",
                unique: true,
                filter: "is_published");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "peran");

            migrationBuilder.DropIndex(
                name: "ix_definition_latest",
                table: "definition");

            migrationBuilder.DropIndex(
                name: "ix_definition_published",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "content_hash",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "description",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "is_readonly",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "is_system",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "started_ids",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "tool_version",
                table: "definition");
        }
    }
}
