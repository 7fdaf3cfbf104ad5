using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Workflow.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MesinAlur : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The open set, its tasks and the journal get another shape: the old tables step aside, and their rows are carried over.
            migrationBuilder.DropIndex(name: "ix_instance_permohonan_id", table: "instance");
            migrationBuilder.DropIndex(name: "ix_instance_running", table: "instance");
            migrationBuilder.RenameTable(name: "instance", newName: "instance_lama");
            migrationBuilder.DropIndex(name: "ix_open_task_permohonan_id", table: "open_task");
            migrationBuilder.RenameTable(name: "open_task", newName: "open_task_lama");
            migrationBuilder.RenameTable(name: "journal", newName: "journal_lama");

            migrationBuilder.CreateTable(
                name: "instance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kantor = table.Column<string>(type: "TEXT", nullable: true),
                    definition_id = table.Column<string>(type: "TEXT", nullable: false),
                    definition_version_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    parent_key = table.Column<string>(type: "TEXT", nullable: true),
                    correlation_id = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    sub_status = table.Column<string>(type: "TEXT", nullable: false),
                    is_signed = table.Column<bool>(type: "INTEGER", nullable: false),
                    return_count = table.Column<int>(type: "INTEGER", nullable: false),
                    incident_count = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_instance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "open_task",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "TEXT", nullable: false),
                    engine_task_id = table.Column<string>(type: "TEXT", nullable: false),
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closing_for = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_task", x => x.tugas_id);
                });

            migrationBuilder.CreateTable(
                name: "journal",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    burst = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    records = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => new { x.instance_id, x.burst });
                });

            migrationBuilder.CreateTable(
                name: "finished_instance",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kantor = table.Column<string>(type: "TEXT", nullable: true),
                    definition_id = table.Column<string>(type: "TEXT", nullable: false),
                    definition_version_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    parent_key = table.Column<string>(type: "TEXT", nullable: true),
                    correlation_id = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    sub_status = table.Column<string>(type: "TEXT", nullable: false),
                    is_signed = table.Column<bool>(type: "INTEGER", nullable: false),
                    return_count = table.Column<int>(type: "INTEGER", nullable: false),
                    incident_count = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finished_instance", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_fault = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "trigger",
                columns: table => new
                {
                    definition_version_id = table.Column<string>(type: "TEXT", nullable: false),
                    activity_id = table.Column<string>(type: "TEXT", nullable: false),
                    definition_id = table.Column<string>(type: "TEXT", nullable: false),
                    event_name = table.Column<string>(type: "TEXT", nullable: true),
                    interval_ticks = table.Column<long>(type: "INTEGER", nullable: true),
                    cron = table.Column<string>(type: "TEXT", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_trigger", x => new { x.definition_version_id, x.activity_id });
                });

            migrationBuilder.CreateTable(
                name: "wait",
                columns: table => new
                {
                    instance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    bookmark_id = table.Column<string>(type: "TEXT", nullable: false),
                    event_name = table.Column<string>(type: "TEXT", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wait", x => new { x.instance_id, x.bookmark_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_instance_correlation_id",
                table: "instance",
                column: "correlation_id",
                filter: "correlation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instance_definition_id_version_id",
                table: "instance",
                columns: new[] { "definition_id", "version", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_instance_incident",
                table: "instance",
                column: "id",
                filter: "incident_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_instance_parent_id",
                table: "instance",
                column: "parent_id",
                filter: "parent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_instance_permohonan_id",
                table: "instance",
                column: "permohonan_id",
                unique: true,
                filter: "parent_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_correlation_id",
                table: "finished_instance",
                column: "correlation_id",
                filter: "correlation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_definition_id_version_id",
                table: "finished_instance",
                columns: new[] { "definition_id", "version", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_incident",
                table: "finished_instance",
                column: "id",
                filter: "incident_count > 0");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_parent_id",
                table: "finished_instance",
                column: "parent_id",
                filter: "parent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_finished_instance_permohonan_id",
                table: "finished_instance",
                column: "permohonan_id",
                unique: true,
                filter: "parent_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_signal_due_at_id",
                table: "signal",
                columns: new[] { "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_trigger_due_at",
                table: "trigger",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_trigger_event_name",
                table: "trigger",
                column: "event_name",
                filter: "event_name IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_wait_due_at",
                table: "wait",
                column: "due_at",
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_wait_event_name",
                table: "wait",
                column: "event_name",
                filter: "event_name IS NOT NULL");

            migrationBuilder.CreateIndex(name: "ix_open_task_permohonan_id", table: "open_task", column: "permohonan_id");

            migrationBuilder.Sql(
                """
                INSERT INTO instance (id, permohonan_id, kantor, definition_id, definition_version_id, version, correlation_id, sub_status, is_signed, return_count, incident_count, state, created_at, updated_at, finished_at, revision)
                SELECT upper(substr(i.id,1,8)||'-'||substr(i.id,9,4)||'-'||substr(i.id,13,4)||'-'||substr(i.id,17,4)||'-'||substr(i.id,21)), i.permohonan_id, i.kantor, i.definition_id, i.definition_version_id, d.version, lower(i.permohonan_id), i.sub_status, i.is_signed, i.return_count, i.incident_count, i.state, i.created_at, i.updated_at, i.finished_at, i.revision
                FROM instance_lama i JOIN definition d ON d.id = i.definition_version_id WHERE i.is_running
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO finished_instance (id, permohonan_id, kantor, definition_id, definition_version_id, version, correlation_id, sub_status, is_signed, return_count, incident_count, state, created_at, updated_at, finished_at, revision)
                SELECT upper(substr(i.id,1,8)||'-'||substr(i.id,9,4)||'-'||substr(i.id,13,4)||'-'||substr(i.id,17,4)||'-'||substr(i.id,21)), i.permohonan_id, i.kantor, i.definition_id, i.definition_version_id, d.version, lower(i.permohonan_id), i.sub_status, i.is_signed, i.return_count, i.incident_count, i.state, i.created_at, i.updated_at, i.finished_at, i.revision
                FROM instance_lama i JOIN definition d ON d.id = i.definition_version_id WHERE NOT i.is_running
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO open_task (tugas_id, engine_task_id, instance_id, permohonan_id, message, issued_at, closing_for, is_closed)
                SELECT t.tugas_id, t.engine_task_id, upper(substr(t.instance_id,1,8)||'-'||substr(t.instance_id,9,4)||'-'||substr(t.instance_id,13,4)||'-'||substr(t.instance_id,17,4)||'-'||substr(t.instance_id,21)), t.permohonan_id, t.message, t.issued_at, t.closing_for, t.is_closed FROM open_task_lama t
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO journal (instance_id, burst, version, at, records)
                SELECT upper(substr(j.instance_id,1,8)||'-'||substr(j.instance_id,9,4)||'-'||substr(j.instance_id,13,4)||'-'||substr(j.instance_id,17,4)||'-'||substr(j.instance_id,21)), 0, max(d.version), min(j.at), CAST(json_object('s', min(j.sequence), 'r', json_group_array(json_array(
                         replace(j.node_id, rtrim(j.node_id, replace(j.node_id, ':', '')), ''), CASE j.event WHEN 'Started' THEN 'S' WHEN 'Suspended' THEN 'U' WHEN 'Resumed' THEN 'R' WHEN 'Completed' THEN 'C' WHEN 'Canceled' THEN 'X' ELSE 'F' END, j.activity_instance_id,
                         CASE WHEN j.event <> 'Faulted' AND j.detail IS NOT NULL THEN json('[' || replace(json_quote(j.detail), ', ', '","') || ']') END,
                         CASE WHEN j.event = 'Faulted' THEN j.detail END,
                         (j.at - f.first) / 10000))) AS BLOB)
                FROM (SELECT * FROM journal_lama ORDER BY instance_id, sequence) j
                JOIN (SELECT instance_id, min(at) AS first FROM journal_lama GROUP BY instance_id) f ON f.instance_id = j.instance_id
                JOIN instance_lama i ON i.id = j.instance_id JOIN definition d ON d.id = i.definition_version_id
                GROUP BY j.instance_id
                """);
            migrationBuilder.DropTable(name: "journal_lama");
            migrationBuilder.DropTable(name: "open_task_lama");
            migrationBuilder.DropTable(name: "instance_lama");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("The journal cannot be put back into the rows it was packed from; restore a backup instead.");
    }
}
