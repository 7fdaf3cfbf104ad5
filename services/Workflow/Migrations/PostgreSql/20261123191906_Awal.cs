using System;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Workflow.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Awal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "workflow");

            migrationBuilder.CreateTable(
                name: "definition",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    json = table.Column<string>(type: "text", nullable: false),
                    is_latest = table.Column<bool>(type: "boolean", nullable: false),
                    is_published = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_by = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revision = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_definition", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                schema: "workflow",
                columns: table => new
                {
                    client = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    payload_hash = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => new { x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox_held",
                schema: "workflow",
                columns: table => new
                {
                    sender = table.Column<string>(type: "text", nullable: false),
                    stream = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    held_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_held", x => new { x.sender, x.stream, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "inbox_stream",
                schema: "workflow",
                columns: table => new
                {
                    sender = table.Column<string>(type: "text", nullable: false),
                    stream = table.Column<Guid>(type: "uuid", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false),
                    held = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_stream", x => new { x.sender, x.stream });
                });

            migrationBuilder.CreateTable(
                name: "instance",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kantor = table.Column<string>(type: "text", nullable: false),
                    definition_id = table.Column<string>(type: "text", nullable: false),
                    definition_version_id = table.Column<string>(type: "text", nullable: false),
                    sub_status = table.Column<string>(type: "text", nullable: false),
                    is_running = table.Column<bool>(type: "boolean", nullable: false),
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
                name: "journal",
                schema: "workflow",
                columns: table => new
                {
                    instance_id = table.Column<string>(type: "text", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    node_id = table.Column<string>(type: "text", nullable: false),
                    activity_type = table.Column<string>(type: "text", nullable: false),
                    activity_instance_id = table.Column<string>(type: "text", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_journal", x => new { x.instance_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "open_task",
                schema: "workflow",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    engine_task_id = table.Column<string>(type: "text", nullable: false),
                    instance_id = table.Column<string>(type: "text", nullable: false),
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
                name: "outbox",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender = table.Column<string>(type: "text", nullable: false),
                    receiver = table.Column<string>(type: "text", nullable: false),
                    stream = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    parked_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_stream",
                schema: "workflow",
                columns: table => new
                {
                    receiver = table.Column<string>(type: "text", nullable: false),
                    stream = table.Column<Guid>(type: "uuid", nullable: false),
                    last = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_stream", x => new { x.receiver, x.stream });
                });

            migrationBuilder.CreateTable(
                name: "withdrawal",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_granted = table.Column<bool>(type: "boolean", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_withdrawal", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_definition_definition_id_version",
                schema: "workflow",
                table: "definition",
                columns: new[] { "definition_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_instance_permohonan_id",
                schema: "workflow",
                table: "instance",
                column: "permohonan_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_instance_running",
                schema: "workflow",
                table: "instance",
                column: "permohonan_id",
                filter: "is_running");

            migrationBuilder.CreateIndex(
                name: "ix_open_task_permohonan_id",
                schema: "workflow",
                table: "open_task",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at_id",
                schema: "workflow",
                table: "outbox",
                columns: new[] { "next_attempt_at", "id" },
                filter: "parked_because IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_withdrawal_permohonan_id",
                schema: "workflow",
                table: "withdrawal",
                column: "permohonan_id");

            migrationBuilder.CreateOutboxNumbering("workflow");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "definition",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "idempotency",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "inbox_held",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "inbox_stream",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "instance",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "journal",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "open_task",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "outbox_stream",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "withdrawal",
                schema: "workflow");
        }
    }
}
