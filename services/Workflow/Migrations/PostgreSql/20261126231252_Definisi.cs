using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Workflow.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Definisi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "content_hash",
                schema: "workflow",
                table: "definition",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "description",
                schema: "workflow",
                table: "definition",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_readonly",
                schema: "workflow",
                table: "definition",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_system",
                schema: "workflow",
                table: "definition",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                schema: "workflow",
                table: "definition",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "started_ids",
                schema: "workflow",
                table: "definition",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "tool_version",
                schema: "workflow",
                table: "definition",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "peran",
                schema: "workflow",
                columns: table => new
                {
                    kode = table.Column<string>(type: "text", nullable: false),
                    nama = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_peran", x => x.kode);
                });

            migrationBuilder.CreateIndex(
                name: "ix_definition_latest",
                schema: "workflow",
                table: "definition",
                column: "definition_id",
                unique: true,
                filter: "is_latest");

            migrationBuilder.CreateIndex(
                name: "ix_definition_published",
                schema: "workflow",
                table: "definition",
                column: "definition_id",
                unique: true,
                filter: "is_published");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "peran",
                schema: "workflow");

            migrationBuilder.DropIndex(
                name: "ix_definition_latest",
                schema: "workflow",
                table: "definition");

            migrationBuilder.DropIndex(
                name: "ix_definition_published",
                schema: "workflow",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "content_hash",
                schema: "workflow",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "description",
                schema: "workflow",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "is_readonly",
                schema: "workflow",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "is_system",
                schema: "workflow",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "search_text",
                schema: "workflow",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "started_ids",
                schema: "workflow",
                table: "definition");

            migrationBuilder.DropColumn(
                name: "tool_version",
                schema: "workflow",
                table: "definition");
        }
    }
}
