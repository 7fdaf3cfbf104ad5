using System;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Awal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "arsip",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lokasi = table.Column<string>(type: "TEXT", nullable: false),
                    pilahan = table.Column<string>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arsip", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "buku_agenda",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "TEXT", nullable: false),
                    tahun = table.Column<int>(type: "INTEGER", nullable: false),
                    urut = table.Column<int>(type: "INTEGER", nullable: false),
                    nomor = table.Column<string>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tanggal = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    nomor_kk_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    kepala_keluarga_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    jenis = table.Column<string>(type: "TEXT", nullable: false),
                    tanggal_terbit = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    penanda_tangan = table.Column<string>(type: "TEXT", nullable: false),
                    cara = table.Column<string>(type: "TEXT", nullable: false),
                    cap_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    cap_oleh = table.Column<string>(type: "TEXT", nullable: true),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    nama_petugas = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false),
                    batal_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    sebab_batal = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_buku_agenda", x => new { x.kantor, x.tahun, x.urut });
                });

            migrationBuilder.CreateTable(
                name: "cetakan",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    percobaan = table.Column<int>(type: "INTEGER", nullable: false),
                    hasil = table.Column<int>(type: "INTEGER", nullable: false),
                    sebab_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    nama_petugas = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cetakan", x => new { x.permohonan_id, x.percobaan });
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
                name: "kartu",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    jenis = table.Column<string>(type: "TEXT", nullable: false),
                    versi_konsep = table.Column<int>(type: "INTEGER", nullable: false),
                    nomor_kk_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    indeks_nomor_kk = table.Column<string>(type: "TEXT", nullable: false),
                    nomor_baru = table.Column<bool>(type: "INTEGER", nullable: false),
                    kepala_keluarga_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    nik_baru_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    dicetak_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    dibatalkan_pada = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kartu", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "konsep",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    versi = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    jenis = table.Column<string>(type: "TEXT", nullable: false),
                    isi_tersegel = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_konsep", x => x.permohonan_id);
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
                    versi_konsep = table.Column<int>(type: "INTEGER", nullable: false),
                    peran = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    nama_petugas = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paraf", x => new { x.permohonan_id, x.versi_konsep, x.peran });
                });

            migrationBuilder.CreateTable(
                name: "penyerahan",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    nomor_bukti = table.Column<string>(type: "TEXT", nullable: false),
                    nomor_agenda = table.Column<string>(type: "TEXT", nullable: false),
                    isi_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    nama_petugas = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_penyerahan", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "tanda_bukti",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    nomor_register = table.Column<string>(type: "TEXT", nullable: false),
                    hash_kode = table.Column<string>(type: "TEXT", nullable: false),
                    nama_pemohon_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    wakil = table.Column<bool>(type: "INTEGER", nullable: false),
                    percobaan_salah = table.Column<int>(type: "INTEGER", nullable: false),
                    terkunci_sampai = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tanda_bukti", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "tanda_tangan",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cara = table.Column<string>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    nama_petugas = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tanda_tangan", x => x.permohonan_id);
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
                name: "ix_buku_agenda_berlaku",
                table: "buku_agenda",
                column: "permohonan_id",
                unique: true,
                filter: "batal_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_kartu_indeks_nomor_kk",
                table: "kartu",
                column: "indeks_nomor_kk");

            migrationBuilder.CreateIndex(
                name: "ix_kartu_nomor_baru",
                table: "kartu",
                column: "indeks_nomor_kk",
                unique: true,
                filter: "nomor_baru AND dibatalkan_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at_id",
                table: "outbox",
                columns: new[] { "next_attempt_at", "id" },
                filter: "parked_because IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_penyerahan_nomor_bukti",
                table: "penyerahan",
                column: "nomor_bukti",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tugas_permohonan_id",
                table: "tugas",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_status_diterbitkan_pada",
                table: "tugas",
                columns: new[] { "status", "diterbitkan_pada" });

            migrationBuilder.CreateOutboxNumbering("registry");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "arsip");

            migrationBuilder.DropTable(
                name: "buku_agenda");

            migrationBuilder.DropTable(
                name: "cetakan");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "inbox_held");

            migrationBuilder.DropTable(
                name: "inbox_stream");

            migrationBuilder.DropTable(
                name: "kartu");

            migrationBuilder.DropTable(
                name: "konsep");

            migrationBuilder.DropTable(
                name: "nomor_buku");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outbox_stream");

            migrationBuilder.DropTable(
                name: "paraf");

            migrationBuilder.DropTable(
                name: "penyerahan");

            migrationBuilder.DropTable(
                name: "tanda_bukti");

            migrationBuilder.DropTable(
                name: "tanda_tangan");

            migrationBuilder.DropTable(
                name: "tugas");
        }
    }
}
