using System;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Approval.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Awal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "approval");

            migrationBuilder.CreateTable(
                name: "idempotency",
                schema: "approval",
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
                schema: "approval",
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
                schema: "approval",
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
                name: "konsep",
                schema: "approval",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    pengentri = table.Column<string>(type: "text", nullable: false),
                    jumlah_peringatan = table.Column<int>(type: "integer", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_konsep", x => new { x.permohonan_id, x.versi });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "approval",
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
                schema: "approval",
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
                name: "paraf",
                schema: "approval",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi_konsep = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    peran = table.Column<string>(type: "text", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    nama_petugas = table.Column<string>(type: "text", nullable: false),
                    peringatan_diketahui = table.Column<bool>(type: "boolean", nullable: false),
                    catatan_tersegel = table.Column<string>(type: "text", nullable: true),
                    tanggapan_tersegel = table.Column<string>(type: "text", nullable: true),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    gugur_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paraf", x => x.tugas_id);
                });

            migrationBuilder.CreateTable(
                name: "tanda_tangan",
                schema: "approval",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi_konsep = table.Column<int>(type: "integer", nullable: false),
                    cara = table.Column<string>(type: "text", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    nama_petugas = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tanda_tangan", x => x.tugas_id);
                });

            migrationBuilder.CreateTable(
                name: "tugas",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kantor = table.Column<string>(type: "text", nullable: false),
                    aktivitas = table.Column<string>(type: "text", nullable: false),
                    simpul = table.Column<string>(type: "text", nullable: false),
                    peran = table.Column<string>(type: "text", nullable: false),
                    langkah = table.Column<string>(type: "text", nullable: false),
                    cara = table.Column<string>(type: "text", nullable: true),
                    hasil = table.Column<string>(type: "text", nullable: false),
                    fakta = table.Column<string>(type: "text", nullable: false),
                    asal = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    pemegang = table.Column<string>(type: "text", nullable: true),
                    diterbitkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    diklaim_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    selesai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    penanganan_ms = table.Column<long>(type: "bigint", nullable: false),
                    hasil_dipilih = table.Column<string>(type: "text", nullable: true),
                    kode_alasan = table.Column<string>(type: "text", nullable: true),
                    alasan_tersegel = table.Column<string>(type: "text", nullable: true),
                    sidik_permintaan = table.Column<string>(type: "text", nullable: true),
                    jawaban_tersegel = table.Column<string>(type: "text", nullable: true),
                    fakta_selesai = table.Column<string>(type: "text", nullable: true),
                    versi = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tugas", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tugas_kantor",
                schema: "approval",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false),
                    pelayan = table.Column<string>(type: "text", nullable: false),
                    kantor = table.Column<string>(type: "text", nullable: false),
                    aktivitas = table.Column<string>(type: "text", nullable: false),
                    nomor = table.Column<string>(type: "text", nullable: false),
                    kegiatan = table.Column<string>(type: "text", nullable: false),
                    peran = table.Column<string>(type: "text", nullable: false),
                    waktu_baku_ms = table.Column<long>(type: "bigint", nullable: false),
                    hasil = table.Column<string>(type: "text", nullable: false),
                    asal = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    pemegang = table.Column<string>(type: "text", nullable: true),
                    diterbitkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    selesai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    penanganan_ms = table.Column<long>(type: "bigint", nullable: false),
                    hasil_dipilih = table.Column<string>(type: "text", nullable: true),
                    kode_alasan = table.Column<string>(type: "text", nullable: true),
                    alasan_tersegel = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tugas_kantor", x => x.tugas_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at_id",
                schema: "approval",
                table: "outbox",
                columns: new[] { "next_attempt_at", "id" },
                filter: "parked_because IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_paraf_permohonan_id",
                schema: "approval",
                table: "paraf",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_paraf_permohonan_id_versi_konsep_peran",
                schema: "approval",
                table: "paraf",
                columns: new[] { "permohonan_id", "versi_konsep", "peran" },
                unique: true,
                filter: "gugur_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_paraf_permohonan_id_versi_konsep_petugas",
                schema: "approval",
                table: "paraf",
                columns: new[] { "permohonan_id", "versi_konsep", "petugas" },
                unique: true,
                filter: "gugur_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tanda_tangan_permohonan_id",
                schema: "approval",
                table: "tanda_tangan",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_permohonan_id",
                schema: "approval",
                table: "tugas",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_status_diterbitkan_pada",
                schema: "approval",
                table: "tugas",
                columns: new[] { "status", "diterbitkan_pada" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_status_peran_diterbitkan_pada_tugas_id",
                schema: "approval",
                table: "tugas_kantor",
                columns: new[] { "kantor", "status", "peran", "diterbitkan_pada", "tugas_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_pemegang_status_diterbitkan_pada_tugas_id",
                schema: "approval",
                table: "tugas_kantor",
                columns: new[] { "pemegang", "status", "diterbitkan_pada", "tugas_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_permohonan_id",
                schema: "approval",
                table: "tugas_kantor",
                column: "permohonan_id");

            migrationBuilder.CreateOutboxNumbering("approval");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idempotency",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "inbox_held",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "inbox_stream",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "konsep",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "outbox_stream",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "paraf",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "tanda_tangan",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "tugas",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "tugas_kantor",
                schema: "approval");
        }
    }
}
