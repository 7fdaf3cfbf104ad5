using System;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Dukcapil.ElsaServer.Migrations
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
                name: "audit",
                schema: "workflow",
                columns: table => new
                {
                    nomor = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pelaku = table.Column<string>(type: "text", nullable: false),
                    wewenang = table.Column<string>(type: "text", nullable: false),
                    atas_nama = table.Column<string>(type: "text", nullable: true),
                    tindakan = table.Column<string>(type: "text", nullable: false),
                    objek = table.Column<string>(type: "text", nullable: true),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tujuan = table.Column<string>(type: "text", nullable: false),
                    dari = table.Column<string>(type: "text", nullable: true),
                    jejak = table.Column<string>(type: "text", nullable: true),
                    rincian = table.Column<string>(type: "text", nullable: true),
                    orang = table.Column<string>(type: "text", nullable: true),
                    tanda = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.nomor);
                });

            migrationBuilder.CreateTable(
                name: "audit_orang",
                schema: "workflow",
                columns: table => new
                {
                    indeks = table.Column<string>(type: "text", nullable: false),
                    catatan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sejak = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_orang", x => new { x.indeks, x.catatan_id });
                });

            migrationBuilder.CreateTable(
                name: "audit_segel",
                schema: "workflow",
                columns: table => new
                {
                    nomor = table.Column<long>(type: "bigint", nullable: false),
                    sampai = table.Column<long>(type: "bigint", nullable: false),
                    jumlah = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_segel", x => x.nomor);
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
                name: "pencabutan",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dikabulkan = table.Column<bool>(type: "boolean", nullable: true),
                    diminta_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pencabutan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "perintah",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jenis = table.Column<string>(type: "text", nullable: false),
                    isi = table.Column<string>(type: "text", nullable: false),
                    diterima_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    coba_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    percobaan = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_perintah", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "permohonan",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kantor = table.Column<string>(type: "text", nullable: false),
                    definisi = table.Column<string>(type: "text", nullable: false),
                    dimulai = table.Column<bool>(type: "boolean", nullable: false),
                    jumlah_pengembalian = table.Column<int>(type: "integer", nullable: false),
                    ditandatangani = table.Column<bool>(type: "boolean", nullable: false),
                    mulai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    bergerak_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    periksa_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    berakhir_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    batal = table.Column<bool>(type: "boolean", nullable: false),
                    insiden = table.Column<string>(type: "text", nullable: true),
                    keterangan_insiden = table.Column<string>(type: "text", nullable: true),
                    insiden_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permohonan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tugas",
                schema: "workflow",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    bookmark_id = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    isi = table.Column<string>(type: "text", nullable: false),
                    diterbitkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ditutup_untuk = table.Column<Guid>(type: "uuid", nullable: true),
                    tertutup = table.Column<bool>(type: "boolean", nullable: false),
                    ulangan = table.Column<int>(type: "integer", nullable: false),
                    usai = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tugas", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_pada",
                schema: "workflow",
                table: "audit",
                column: "pada")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_audit_permohonan_id",
                schema: "workflow",
                table: "audit",
                column: "permohonan_id",
                filter: "permohonan_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at_id",
                schema: "workflow",
                table: "outbox",
                columns: new[] { "next_attempt_at", "id" },
                filter: "parked_because IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pencabutan_permohonan_id",
                schema: "workflow",
                table: "pencabutan",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_perintah_permohonan_id_id",
                schema: "workflow",
                table: "perintah",
                columns: new[] { "permohonan_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_berjalan",
                schema: "workflow",
                table: "permohonan",
                column: "periksa_pada",
                filter: "berakhir_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_insiden",
                schema: "workflow",
                table: "permohonan",
                column: "id",
                filter: "insiden IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_permohonan_id",
                schema: "workflow",
                table: "tugas",
                column: "permohonan_id");
            migrationBuilder.CreateOutboxNumbering("workflow");
            migrationBuilder.LindungiAudit("workflow");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "audit_orang",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "audit_segel",
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
                name: "outbox",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "outbox_stream",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "pencabutan",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "perintah",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "permohonan",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "tugas",
                schema: "workflow");
        }
    }
}
