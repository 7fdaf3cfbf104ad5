using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Workflow.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CariDanPindahkanInstans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "version_move",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    definition_id = table.Column<string>(type: "TEXT", nullable: false),
                    from_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version = table.Column<int>(type: "INTEGER", nullable: false),
                    to_version_id = table.Column<string>(type: "TEXT", nullable: false),
                    nodes = table.Column<string>(type: "TEXT", nullable: false),
                    batch_size = table.Column<int>(type: "INTEGER", nullable: false),
                    pause_seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    listed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    stopped_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_version_move", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "version_move_result",
                columns: table => new
                {
                    move_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", nullable: false),
                    reasons = table.Column<string>(type: "TEXT", nullable: false),
                    reissued_tasks = table.Column<int>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_version_move_result", x => new { x.move_id, x.instance_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_instance_created_at_id",
                table: "instance",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instance_name",
                table: "instance",
                column: "name",
                filter: "name IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_created_at_id",
                table: "finished_instance",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_name",
                table: "finished_instance",
                column: "name",
                filter: "name IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_unusual",
                table: "finished_instance",
                columns: new[] { "created_at", "id" },
                filter: "sub_status <> 'Finished'");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_updated_at_id",
                table: "finished_instance",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_version_move_definition_id_from_version",
                table: "version_move",
                columns: new[] { "definition_id", "from_version" },
                unique: true,
                filter: "listed_at IS NULL AND stopped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_version_move_result_move_id_status_instance_id",
                table: "version_move_result",
                columns: new[] { "move_id", "status", "instance_id" });

            migrationBuilder.CreateIndex(
                name: "ix_version_move_result_permohonan_id",
                table: "version_move_result",
                column: "permohonan_id",
                filter: "status = 'MENUNGGU_PEMILIK'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "version_move");

            migrationBuilder.DropTable(
                name: "version_move_result");

            migrationBuilder.DropIndex(
                name: "ix_instance_created_at_id",
                table: "instance");

            migrationBuilder.DropIndex(
                name: "ix_instance_name",
                table: "instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_created_at_id",
                table: "finished_instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_name",
                table: "finished_instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_unusual",
                table: "finished_instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_updated_at_id",
                table: "finished_instance");
        }
    }
}
