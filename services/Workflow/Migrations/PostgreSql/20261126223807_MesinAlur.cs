using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Workflow.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class MesinAlur : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The open set, its tasks and the journal get another shape: the old tables step aside, and their rows are carried over.
            migrationBuilder.DropIndex(name: "ix_instance_permohonan_id", schema: "workflow", table: "instance");
            migrationBuilder.DropIndex(name: "ix_instance_running", schema: "workflow", table: "instance");
            migrationBuilder.Sql("ALTER TABLE workflow.instance DROP CONSTRAINT pk_instance");
            migrationBuilder.RenameTable(name: "instance", schema: "workflow", newName: "instance_lama", newSchema: "workflow");
            migrationBuilder.DropIndex(name: "ix_open_task_permohonan_id", schema: "workflow", table: "open_task");
            migrationBuilder.Sql("ALTER TABLE workflow.open_task DROP CONSTRAINT pk_open_task");
            migrationBuilder.RenameTable(name: "open_task", schema: "workflow", newName: "open_task_lama", newSchema: "workflow");
            migrationBuilder.Sql("ALTER TABLE workflow.journal DROP CONSTRAINT pk_journal");
            migrationBuilder.RenameTable(name: "journal", schema: "workflow", newName: "journal_lama", newSchema: "workflow");

            migrationBuilder.CreateTable(
                name: "instance",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kantor = table.Column<string>(type: "text", nullable: true),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    definition_version_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    parent_key = table.Column<string>(type: "text", nullable: true),
                    correlation_id = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    sub_status = table.Column<string>(type: "text", nullable: false),
                    is_signed = table.Column<bool>(type: "boolean", nullable: false),
                    return_count = table.Column<int>(type: "integer", nullable: false),
                    incident_count = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "open_task",
                schema: "workflow",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    engine_task_id = table.Column<string>(type: "text", nullable: false),
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    message = table.Column<string>(type: "text", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closing_for = table.Column<Guid>(type: "uuid", nullable: true),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_task", x => x.tugas_id);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                schema: "workflow",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    burst = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    records = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => new { x.instance_id, x.burst });
                });

            migrationBuilder.CreateTable(
                name: "finished_instance",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kantor = table.Column<string>(type: "text", nullable: true),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    definition_version_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    parent_key = table.Column<string>(type: "text", nullable: true),
                    correlation_id = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true),
                    sub_status = table.Column<string>(type: "text", nullable: false),
                    is_signed = table.Column<bool>(type: "boolean", nullable: false),
                    return_count = table.Column<int>(type: "integer", nullable: false),
                    incident_count = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finished_instance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signal",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_fault = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trigger",
                schema: "workflow",
                columns: table => new
                {
                    definition_version_id = table.Column<string>(type: "text", nullable: false),
                    activity_id = table.Column<string>(type: "text", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    event_name = table.Column<string>(type: "text", nullable: true),
                    interval_ticks = table.Column<long>(type: "bigint", nullable: true),
                    cron = table.Column<string>(type: "text", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trigger", x => new { x.definition_version_id, x.activity_id });
                });

            migrationBuilder.CreateTable(
                name: "wait",
                schema: "workflow",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bookmark_id = table.Column<string>(type: "text", nullable: false),
                    event_name = table.Column<string>(type: "text", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wait", x => new { x.instance_id, x.bookmark_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_instance_correlation_id",
                schema: "workflow",
                table: "instance",
                column: "correlation_id",
                filter: "correlation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instance_definition_id_version_id",
                schema: "workflow",
                table: "instance",
                columns: new[] { "definition_id", "version", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instance_incident",
                schema: "workflow",
                table: "instance",
                column: "id",
                filter: "incident_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_instance_parent_id",
                schema: "workflow",
                table: "instance",
                column: "parent_id",
                filter: "parent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instance_permohonan_id",
                schema: "workflow",
                table: "instance",
                column: "permohonan_id",
                unique: true,
                filter: "parent_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_correlation_id",
                schema: "workflow",
                table: "finished_instance",
                column: "correlation_id",
                filter: "correlation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_definition_id_version_id",
                schema: "workflow",
                table: "finished_instance",
                columns: new[] { "definition_id", "version", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_incident",
                schema: "workflow",
                table: "finished_instance",
                column: "id",
                filter: "incident_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_parent_id",
                schema: "workflow",
                table: "finished_instance",
                column: "parent_id",
                filter: "parent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_permohonan_id",
                schema: "workflow",
                table: "finished_instance",
                column: "permohonan_id",
                unique: true,
                filter: "parent_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_signal_due_at_id",
                schema: "workflow",
                table: "signal",
                columns: new[] { "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_trigger_due_at",
                schema: "workflow",
                table: "trigger",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_trigger_event_name",
                schema: "workflow",
                table: "trigger",
                column: "event_name",
                filter: "event_name IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_wait_due_at",
                schema: "workflow",
                table: "wait",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_wait_event_name",
                schema: "workflow",
                table: "wait",
                column: "event_name",
                filter: "event_name IS NOT NULL");

            migrationBuilder.CreateIndex(name: "ix_open_task_permohonan_id", schema: "workflow", table: "open_task", column: "permohonan_id");

            migrationBuilder.Sql(
                """
                INSERT INTO workflow.instance (id, permohonan_id, kantor, definition_id, definition_version_id, version, correlation_id, sub_status, is_signed, return_count, incident_count, state, created_at, updated_at, finished_at, revision)
                SELECT i.id::uuid, i.permohonan_id, i.kantor, i.definition_id, i.definition_version_id, d.version, i.permohonan_id::text, i.sub_status, i.is_signed, i.return_count, i.incident_count, i.state, i.created_at, i.updated_at, i.finished_at, i.revision
                FROM workflow.instance_lama i JOIN workflow.definition d ON d.id = i.definition_version_id WHERE i.is_running
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO workflow.finished_instance (id, permohonan_id, kantor, definition_id, definition_version_id, version, correlation_id, sub_status, is_signed, return_count, incident_count, state, created_at, updated_at, finished_at, revision)
                SELECT i.id::uuid, i.permohonan_id, i.kantor, i.definition_id, i.definition_version_id, d.version, i.permohonan_id::text, i.sub_status, i.is_signed, i.return_count, i.incident_count, i.state, i.created_at, i.updated_at, i.finished_at, i.revision
                FROM workflow.instance_lama i JOIN workflow.definition d ON d.id = i.definition_version_id WHERE NOT i.is_running
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO workflow.open_task (tugas_id, engine_task_id, instance_id, permohonan_id, message, issued_at, closing_for, is_closed)
                SELECT t.tugas_id, t.engine_task_id, t.instance_id::uuid, t.permohonan_id, t.message, t.issued_at, t.closing_for, t.is_closed FROM workflow.open_task_lama t
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO workflow.journal (instance_id, burst, version, at, records)
                SELECT j.instance_id::uuid, 0, max(d.version), min(j.at), convert_to(jsonb_build_object('s', min(j.sequence), 'r', jsonb_agg(jsonb_build_array(
                         regexp_replace(j.node_id, '^.*:', ''), CASE j.event WHEN 'Started' THEN 'S' WHEN 'Suspended' THEN 'U' WHEN 'Resumed' THEN 'R' WHEN 'Completed' THEN 'C' WHEN 'Canceled' THEN 'X' ELSE 'F' END, j.activity_instance_id,
                         CASE WHEN j.event <> 'Faulted' AND j.detail IS NOT NULL THEN to_jsonb(string_to_array(j.detail, ', ')) END,
                         CASE WHEN j.event = 'Faulted' THEN j.detail END,
                         round(extract(epoch FROM j.at - f.first) * 1000)::bigint) ORDER BY j.sequence))::text, 'UTF8')
                FROM workflow.journal_lama j
                JOIN (SELECT instance_id, min(at) AS first FROM workflow.journal_lama GROUP BY instance_id) f USING (instance_id)
                JOIN workflow.instance_lama i ON i.id = j.instance_id JOIN workflow.definition d ON d.id = i.definition_version_id
                GROUP BY j.instance_id
                """);
            migrationBuilder.DropTable(name: "journal_lama", schema: "workflow");
            migrationBuilder.DropTable(name: "open_task_lama", schema: "workflow");
            migrationBuilder.DropTable(name: "instance_lama", schema: "workflow");

            // A row updated at every completed task needs room on its page, and its old versions go soon: the open set stays as small as it is.
            migrationBuilder.Sql(
                """
                ALTER TABLE workflow.instance SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
                ALTER TABLE workflow.open_task SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
                ALTER TABLE workflow.outbox SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("The journal cannot be put back into the rows it was packed from; restore a backup instead.");
    }
}
