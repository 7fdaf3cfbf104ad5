using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Workflow.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CariDanPindahkanInstans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_instance_correlation_id",
                schema: "workflow",
                table: "instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_correlation_id",
                schema: "workflow",
                table: "finished_instance");

            migrationBuilder.CreateTable(
                name: "version_move",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    from_version = table.Column<int>(type: "integer", nullable: false),
                    to_version = table.Column<int>(type: "integer", nullable: false),
                    to_version_id = table.Column<string>(type: "text", nullable: false),
                    nodes = table.Column<string>(type: "text", nullable: false),
                    batch_size = table.Column<int>(type: "integer", nullable: false),
                    pause_seconds = table.Column<int>(type: "integer", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    listed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_version_move", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "version_move_result",
                schema: "workflow",
                columns: table => new
                {
                    move_id = table.Column<Guid>(type: "uuid", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "text", nullable: false),
                    reasons = table.Column<string>(type: "text", nullable: false),
                    reissued_tasks = table.Column<int>(type: "integer", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_version_move_result", x => new { x.move_id, x.instance_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_instance_correlation_id",
                schema: "workflow",
                table: "instance",
                column: "correlation_id",
                filter: "correlation_id IS NOT NULL")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_instance_created_at_id",
                schema: "workflow",
                table: "instance",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instance_name",
                schema: "workflow",
                table: "instance",
                column: "name",
                filter: "name IS NOT NULL")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_correlation_id",
                schema: "workflow",
                table: "finished_instance",
                column: "correlation_id",
                filter: "correlation_id IS NOT NULL")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_created_at_id",
                schema: "workflow",
                table: "finished_instance",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_name",
                schema: "workflow",
                table: "finished_instance",
                column: "name",
                filter: "name IS NOT NULL")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_unusual",
                schema: "workflow",
                table: "finished_instance",
                columns: new[] { "created_at", "id" },
                filter: "sub_status <> 'Finished'");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_updated_at_id",
                schema: "workflow",
                table: "finished_instance",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_version_move_definition_id_from_version",
                schema: "workflow",
                table: "version_move",
                columns: new[] { "definition_id", "from_version" },
                unique: true,
                filter: "listed_at IS NULL AND stopped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_version_move_result_move_id_status_instance_id",
                schema: "workflow",
                table: "version_move_result",
                columns: new[] { "move_id", "status", "instance_id" });

            migrationBuilder.CreateIndex(
                name: "ix_version_move_result_permohonan_id",
                schema: "workflow",
                table: "version_move_result",
                column: "permohonan_id",
                filter: "status = 'MENUNGGU_PEMILIK'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "version_move",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "version_move_result",
                schema: "workflow");

            migrationBuilder.DropIndex(
                name: "ix_instance_correlation_id",
                schema: "workflow",
                table: "instance");

            migrationBuilder.DropIndex(
                name: "ix_instance_created_at_id",
                schema: "workflow",
                table: "instance");

            migrationBuilder.DropIndex(
                name: "ix_instance_name",
                schema: "workflow",
                table: "instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_correlation_id",
                schema: "workflow",
                table: "finished_instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_created_at_id",
                schema: "workflow",
                table: "finished_instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_name",
                schema: "workflow",
                table: "finished_instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_unusual",
                schema: "workflow",
                table: "finished_instance");

            migrationBuilder.DropIndex(
                name: "ix_finished_instance_updated_at_id",
                schema: "workflow",
                table: "finished_instance");

            migrationBuilder.CreateIndex(
                name: "ix_instance_correlation_id",
                schema: "workflow",
                table: "instance",
                column: "correlation_id",
                filter: "correlation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_correlation_id",
                schema: "workflow",
                table: "finished_instance",
                column: "correlation_id",
                filter: "correlation_id IS NOT NULL");
        }
    }
}
