using System;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Approval.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Awal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "idempotency",
                columns: table => new
                {
                    client = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    payload_hash = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => new { x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox_held",
                columns: table => new
                {
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    stream = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", nullable: true),
                    held_since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_held", x => new { x.sender, x.stream, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "inbox_stream",
                columns: table => new
                {
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    stream = table.Column<Guid>(type: "TEXT", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false),
                    held = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_stream", x => new { x.sender, x.stream });
                });

            migrationBuilder.CreateTable(
                name: "konsep",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    versi = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    pengentri = table.Column<string>(type: "TEXT", nullable: false),
                    jumlah_peringatan = table.Column<int>(type: "INTEGER", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_konsep", x => new { x.permohonan_id, x.versi });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sender = table.Column<string>(type: "TEXT", nullable: false),
                    receiver = table.Column<string>(type: "TEXT", nullable: false),
                    stream = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    next_attempt_at = table.Column<long>(type: "INTEGER", nullable: false),
                    parked_because = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_stream",
                columns: table => new
                {
                    receiver = table.Column<string>(type: "TEXT", nullable: false),
                    stream = table.Column<Guid>(type: "TEXT", nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_stream", x => new { x.receiver, x.stream });
                });

            migrationBuilder.CreateTable(
                name: "paraf",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    versi_konsep = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    peran = table.Column<string>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    nama_petugas = table.Column<string>(type: "TEXT", nullable: false),
                    peringatan_diketahui = table.Column<bool>(type: "INTEGER", nullable: false),
                    catatan_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    tanggapan_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    pada = table.Column<long>(type: "INTEGER", nullable: false),
                    gugur_pada = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paraf", x => x.tugas_id);
                });

            migrationBuilder.CreateTable(
                name: "tanda_tangan",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    versi_konsep = table.Column<int>(type: "INTEGER", nullable: false),
                    cara = table.Column<string>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    nama_petugas = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tanda_tangan", x => x.tugas_id);
                });

            migrationBuilder.CreateTable(
                name: "tugas",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kantor = table.Column<string>(type: "TEXT", nullable: false),
                    aktivitas = table.Column<string>(type: "TEXT", nullable: false),
                    simpul = table.Column<string>(type: "TEXT", nullable: false),
                    peran = table.Column<string>(type: "TEXT", nullable: false),
                    langkah = table.Column<string>(type: "TEXT", nullable: false),
                    cara = table.Column<string>(type: "TEXT", nullable: true),
                    hasil = table.Column<string>(type: "TEXT", nullable: false),
                    fakta = table.Column<string>(type: "TEXT", nullable: false),
                    asal = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    pemegang = table.Column<string>(type: "TEXT", nullable: true),
                    diterbitkan_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    diklaim_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    selesai_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    penanganan_ms = table.Column<long>(type: "INTEGER", nullable: false),
                    hasil_dipilih = table.Column<string>(type: "TEXT", nullable: true),
                    kode_alasan = table.Column<string>(type: "TEXT", nullable: true),
                    alasan_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    sidik_permintaan = table.Column<string>(type: "TEXT", nullable: true),
                    jawaban_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    fakta_selesai = table.Column<string>(type: "TEXT", nullable: true),
                    versi = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tugas", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tugas_kantor",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    versi = table.Column<int>(type: "INTEGER", nullable: false),
                    pelayan = table.Column<string>(type: "TEXT", nullable: false),
                    kantor = table.Column<string>(type: "TEXT", nullable: false),
                    aktivitas = table.Column<string>(type: "TEXT", nullable: false),
                    nomor = table.Column<string>(type: "TEXT", nullable: false),
                    kegiatan = table.Column<string>(type: "TEXT", nullable: false),
                    peran = table.Column<string>(type: "TEXT", nullable: false),
                    waktu_baku_ms = table.Column<long>(type: "INTEGER", nullable: false),
                    hasil = table.Column<string>(type: "TEXT", nullable: false),
                    asal = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    pemegang = table.Column<string>(type: "TEXT", nullable: true),
                    diterbitkan_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    selesai_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    penanganan_ms = table.Column<long>(type: "INTEGER", nullable: false),
                    hasil_dipilih = table.Column<string>(type: "TEXT", nullable: true),
                    kode_alasan = table.Column<string>(type: "TEXT", nullable: true),
                    alasan_tersegel = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tugas_kantor", x => x.tugas_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at_id",
                table: "outbox",
                columns: new[] { "next_attempt_at", "id" },
                filter: "parked_because IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_paraf_permohonan_id",
                table: "paraf",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_paraf_permohonan_id_versi_konsep_peran",
                table: "paraf",
                columns: new[] { "permohonan_id", "versi_konsep", "peran" },
                unique: true,
                filter: "gugur_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_paraf_permohonan_id_versi_konsep_petugas",
                table: "paraf",
                columns: new[] { "permohonan_id", "versi_konsep", "petugas" },
                unique: true,
                filter: "gugur_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tanda_tangan_permohonan_id",
                table: "tanda_tangan",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_permohonan_id",
                table: "tugas",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_status_diterbitkan_pada",
                table: "tugas",
                columns: new[] { "status", "diterbitkan_pada" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_status_peran_diterbitkan_pada_tugas_id",
                table: "tugas_kantor",
                columns: new[] { "kantor", "status", "peran", "diterbitkan_pada", "tugas_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_pemegang_status_diterbitkan_pada_tugas_id",
                table: "tugas_kantor",
                columns: new[] { "pemegang", "status", "diterbitkan_pada", "tugas_id" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_permohonan_id",
                table: "tugas_kantor",
                column: "permohonan_id");

            migrationBuilder.CreateOutboxNumbering("approval");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "inbox_held");

            migrationBuilder.DropTable(
                name: "inbox_stream");

            migrationBuilder.DropTable(
                name: "konsep");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_stream");

            migrationBuilder.DropTable(
                name: "paraf");

            migrationBuilder.DropTable(
                name: "tanda_tangan");

            migrationBuilder.DropTable(
                name: "tugas");

            migrationBuilder.DropTable(
                name: "tugas_kantor");
        }
    }
}
