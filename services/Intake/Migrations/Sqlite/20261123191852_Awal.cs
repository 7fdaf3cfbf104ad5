using System;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Awal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "buku_register",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "TEXT", nullable: false),
                    tahun = table.Column<int>(type: "INTEGER", nullable: false),
                    urut = table.Column<int>(type: "INTEGER", nullable: false),
                    nomor = table.Column<string>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    jenis = table.Column<string>(type: "TEXT", nullable: false),
                    nama_pemohon_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    wakil = table.Column<bool>(type: "INTEGER", nullable: false),
                    jumlah_lampiran = table.Column<int>(type: "INTEGER", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    dicatat_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    dibatalkan_pada = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_buku_register", x => new { x.kantor, x.tahun, x.urut });
                });

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
                    kartu_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    temuan_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    catatan_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    pengentri = table.Column<string>(type: "TEXT", nullable: false),
                    dibuat_pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_konsep", x => new { x.permohonan_id, x.versi });
                });

            migrationBuilder.CreateTable(
                name: "lampiran",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kode = table.Column<string>(type: "TEXT", nullable: false),
                    jenis_isi = table.Column<string>(type: "TEXT", nullable: false),
                    ukuran = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    diunggah_pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lampiran", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "nomor_buku",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "TEXT", nullable: false),
                    buku = table.Column<string>(type: "TEXT", nullable: false),
                    tahun = table.Column<int>(type: "INTEGER", nullable: false),
                    terakhir = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nomor_buku", x => new { x.kantor, x.buku, x.tahun });
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
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    versi = table.Column<int>(type: "INTEGER", nullable: false),
                    peran = table.Column<string>(type: "TEXT", nullable: false),
                    nama_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paraf", x => new { x.permohonan_id, x.versi, x.peran });
                });

            migrationBuilder.CreateTable(
                name: "pencabutan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    alasan_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    sebab = table.Column<string>(type: "TEXT", nullable: true),
                    diminta_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    diputuskan_pada = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pencabutan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "permohonan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kode_lacak = table.Column<string>(type: "TEXT", nullable: false),
                    kantor = table.Column<string>(type: "TEXT", nullable: false),
                    jenis = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    keadaan = table.Column<string>(type: "TEXT", nullable: false),
                    pemohon_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    kartu_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    diajukan_oleh = table.Column<string>(type: "TEXT", nullable: false),
                    diajukan_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    berakhir_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    pengajuan_menunggu = table.Column<bool>(type: "INTEGER", nullable: false),
                    nomor_register = table.Column<string>(type: "TEXT", nullable: true),
                    tanda_bukti_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    tanda_bukti_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    tanda_bukti_oleh = table.Column<string>(type: "TEXT", nullable: true),
                    versi_konsep = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permohonan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "riwayat",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    versi = table.Column<int>(type: "INTEGER", nullable: false),
                    langkah = table.Column<string>(type: "TEXT", nullable: false),
                    asal = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    pemegang = table.Column<string>(type: "TEXT", nullable: true),
                    diterbitkan_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    selesai_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    penanganan_ms = table.Column<long>(type: "INTEGER", nullable: false),
                    hasil = table.Column<string>(type: "TEXT", nullable: true),
                    dikembalikan = table.Column<bool>(type: "INTEGER", nullable: false),
                    kode_alasan = table.Column<string>(type: "TEXT", nullable: true),
                    alasan_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    versi_konsep = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_riwayat", x => x.tugas_id);
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

            migrationBuilder.CreateIndex(
                name: "ix_buku_register_permohonan_id",
                table: "buku_register",
                column: "permohonan_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lampiran_permohonan_id",
                table: "lampiran",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at_id",
                table: "outbox",
                columns: new[] { "next_attempt_at", "id" },
                filter: "parked_because IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pencabutan_permohonan_id",
                table: "pencabutan",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_kantor_id",
                table: "permohonan",
                columns: new[] { "kantor", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_kode_lacak",
                table: "permohonan",
                column: "kode_lacak",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_terbuka",
                table: "permohonan",
                column: "id",
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ix_riwayat_permohonan_id_diterbitkan_pada",
                table: "riwayat",
                columns: new[] { "permohonan_id", "diterbitkan_pada" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_permohonan_id",
                table: "tugas",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_status_diterbitkan_pada",
                table: "tugas",
                columns: new[] { "status", "diterbitkan_pada" });

            migrationBuilder.CreateOutboxNumbering("intake");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "buku_register");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "inbox_held");

            migrationBuilder.DropTable(
                name: "inbox_stream");

            migrationBuilder.DropTable(
                name: "konsep");

            migrationBuilder.DropTable(
                name: "lampiran");

            migrationBuilder.DropTable(
                name: "nomor_buku");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_stream");

            migrationBuilder.DropTable(
                name: "paraf");

            migrationBuilder.DropTable(
                name: "pencabutan");

            migrationBuilder.DropTable(
                name: "permohonan");

            migrationBuilder.DropTable(
                name: "riwayat");

            migrationBuilder.DropTable(
                name: "tugas");
        }
    }
}
