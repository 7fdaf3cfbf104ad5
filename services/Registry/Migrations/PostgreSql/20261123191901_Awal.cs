using System;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Awal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "registry");

            migrationBuilder.CreateTable(
                name: "arsip",
                schema: "registry",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lokasi = table.Column<string>(type: "text", nullable: false),
                    pilahan = table.Column<string>(type: "text", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arsip", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "buku_agenda",
                schema: "registry",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "text", nullable: false),
                    tahun = table.Column<int>(type: "integer", nullable: false),
                    urut = table.Column<int>(type: "integer", nullable: false),
                    nomor = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tanggal = table.Column<DateOnly>(type: "date", nullable: false),
                    nomor_kk_tersegel = table.Column<string>(type: "text", nullable: false),
                    kepala_keluarga_tersegel = table.Column<string>(type: "text", nullable: false),
                    jenis = table.Column<string>(type: "text", nullable: false),
                    tanggal_terbit = table.Column<DateOnly>(type: "date", nullable: false),
                    penanda_tangan = table.Column<string>(type: "text", nullable: false),
                    cara = table.Column<string>(type: "text", nullable: false),
                    cap_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cap_oleh = table.Column<string>(type: "text", nullable: true),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    nama_petugas = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    batal_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sebab_batal = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_buku_agenda", x => new { x.kantor, x.tahun, x.urut });
                });

            migrationBuilder.CreateTable(
                name: "cetakan",
                schema: "registry",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    percobaan = table.Column<int>(type: "integer", nullable: false),
                    hasil = table.Column<int>(type: "integer", nullable: false),
                    sebab_tersegel = table.Column<string>(type: "text", nullable: true),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    nama_petugas = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cetakan", x => new { x.permohonan_id, x.percobaan });
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                schema: "registry",
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
                schema: "registry",
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
                schema: "registry",
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
                name: "kartu",
                schema: "registry",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jenis = table.Column<string>(type: "text", nullable: false),
                    versi_konsep = table.Column<int>(type: "integer", nullable: false),
                    nomor_kk_tersegel = table.Column<string>(type: "text", nullable: false),
                    indeks_nomor_kk = table.Column<string>(type: "text", nullable: false),
                    nomor_baru = table.Column<bool>(type: "boolean", nullable: false),
                    kepala_keluarga_tersegel = table.Column<string>(type: "text", nullable: false),
                    nik_baru_tersegel = table.Column<string>(type: "text", nullable: true),
                    dicetak_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dibatalkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kartu", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "konsep",
                schema: "registry",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    jenis = table.Column<string>(type: "text", nullable: false),
                    isi_tersegel = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_konsep", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "nomor_buku",
                schema: "registry",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "text", nullable: false),
                    buku = table.Column<string>(type: "text", nullable: false),
                    tahun = table.Column<int>(type: "integer", nullable: false),
                    terakhir = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nomor_buku", x => new { x.kantor, x.buku, x.tahun });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "registry",
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
                schema: "registry",
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
                schema: "registry",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi_konsep = table.Column<int>(type: "integer", nullable: false),
                    peran = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    nama_petugas = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paraf", x => new { x.permohonan_id, x.versi_konsep, x.peran });
                });

            migrationBuilder.CreateTable(
                name: "penyerahan",
                schema: "registry",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nomor_bukti = table.Column<string>(type: "text", nullable: false),
                    nomor_agenda = table.Column<string>(type: "text", nullable: false),
                    isi_tersegel = table.Column<string>(type: "text", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    nama_petugas = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_penyerahan", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "tanda_bukti",
                schema: "registry",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nomor_register = table.Column<string>(type: "text", nullable: false),
                    hash_kode = table.Column<string>(type: "text", nullable: false),
                    nama_pemohon_tersegel = table.Column<string>(type: "text", nullable: false),
                    wakil = table.Column<bool>(type: "boolean", nullable: false),
                    percobaan_salah = table.Column<int>(type: "integer", nullable: false),
                    terkunci_sampai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tanda_bukti", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "tanda_tangan",
                schema: "registry",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cara = table.Column<string>(type: "text", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    nama_petugas = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tanda_tangan", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "tugas",
                schema: "registry",
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

            migrationBuilder.CreateIndex(
                name: "ix_buku_agenda_berlaku",
                schema: "registry",
                table: "buku_agenda",
                column: "permohonan_id",
                unique: true,
                filter: "batal_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_kartu_indeks_nomor_kk",
                schema: "registry",
                table: "kartu",
                column: "indeks_nomor_kk");

            migrationBuilder.CreateIndex(
                name: "ix_kartu_nomor_baru",
                schema: "registry",
                table: "kartu",
                column: "indeks_nomor_kk",
                unique: true,
                filter: "nomor_baru AND dibatalkan_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at_id",
                schema: "registry",
                table: "outbox",
                columns: new[] { "next_attempt_at", "id" },
                filter: "parked_because IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_penyerahan_nomor_bukti",
                schema: "registry",
                table: "penyerahan",
                column: "nomor_bukti",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_tugas_permohonan_id",
                schema: "registry",
                table: "tugas",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_status_diterbitkan_pada",
                schema: "registry",
                table: "tugas",
                columns: new[] { "status", "diterbitkan_pada" });

            migrationBuilder.CreateOutboxNumbering("registry");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "arsip",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "buku_agenda",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "cetakan",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "idempotency",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "inbox_held",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "inbox_stream",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "kartu",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "konsep",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "nomor_buku",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "outbox_stream",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "paraf",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "penyerahan",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "tanda_bukti",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "tanda_tangan",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "tugas",
                schema: "registry");
        }
    }
}
