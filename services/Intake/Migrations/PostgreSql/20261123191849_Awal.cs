using System;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Awal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "intake");

            migrationBuilder.CreateTable(
                name: "buku_register",
                schema: "intake",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "text", nullable: false),
                    tahun = table.Column<int>(type: "integer", nullable: false),
                    urut = table.Column<int>(type: "integer", nullable: false),
                    nomor = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    jenis = table.Column<string>(type: "text", nullable: false),
                    nama_pemohon_tersegel = table.Column<string>(type: "text", nullable: false),
                    wakil = table.Column<bool>(type: "boolean", nullable: false),
                    jumlah_lampiran = table.Column<int>(type: "integer", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    dicatat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dibatalkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_buku_register", x => new { x.kantor, x.tahun, x.urut });
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                schema: "intake",
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
                schema: "intake",
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
                schema: "intake",
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
                schema: "intake",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    kartu_tersegel = table.Column<string>(type: "text", nullable: false),
                    temuan_tersegel = table.Column<string>(type: "text", nullable: false),
                    catatan_tersegel = table.Column<string>(type: "text", nullable: true),
                    pengentri = table.Column<string>(type: "text", nullable: false),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_konsep", x => new { x.permohonan_id, x.versi });
                });

            migrationBuilder.CreateTable(
                name: "lampiran",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kode = table.Column<string>(type: "text", nullable: false),
                    jenis_isi = table.Column<string>(type: "text", nullable: false),
                    ukuran = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    diunggah_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lampiran", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "nomor_buku",
                schema: "intake",
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
                schema: "intake",
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
                schema: "intake",
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
                schema: "intake",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false),
                    peran = table.Column<string>(type: "text", nullable: false),
                    nama_tersegel = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paraf", x => new { x.permohonan_id, x.versi, x.peran });
                });

            migrationBuilder.CreateTable(
                name: "pencabutan",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    alasan_tersegel = table.Column<string>(type: "text", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    sebab = table.Column<string>(type: "text", nullable: true),
                    diminta_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    diputuskan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pencabutan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "permohonan",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kode_lacak = table.Column<string>(type: "text", nullable: false),
                    kantor = table.Column<string>(type: "text", nullable: false),
                    jenis = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    keadaan = table.Column<string>(type: "text", nullable: false),
                    pemohon_tersegel = table.Column<string>(type: "text", nullable: false),
                    kartu_tersegel = table.Column<string>(type: "text", nullable: true),
                    diajukan_oleh = table.Column<string>(type: "text", nullable: false),
                    diajukan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    berakhir_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pengajuan_menunggu = table.Column<bool>(type: "boolean", nullable: false),
                    nomor_register = table.Column<string>(type: "text", nullable: true),
                    tanda_bukti_tersegel = table.Column<string>(type: "text", nullable: true),
                    tanda_bukti_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tanda_bukti_oleh = table.Column<string>(type: "text", nullable: true),
                    versi_konsep = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_permohonan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "riwayat",
                schema: "intake",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false),
                    langkah = table.Column<string>(type: "text", nullable: false),
                    asal = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: false),
                    pemegang = table.Column<string>(type: "text", nullable: true),
                    diterbitkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    selesai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    penanganan_ms = table.Column<long>(type: "bigint", nullable: false),
                    hasil = table.Column<string>(type: "text", nullable: true),
                    dikembalikan = table.Column<bool>(type: "boolean", nullable: false),
                    kode_alasan = table.Column<string>(type: "text", nullable: true),
                    alasan_tersegel = table.Column<string>(type: "text", nullable: true),
                    versi_konsep = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_riwayat", x => x.tugas_id);
                });

            migrationBuilder.CreateTable(
                name: "tugas",
                schema: "intake",
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
                name: "ix_buku_register_permohonan_id",
                schema: "intake",
                table: "buku_register",
                column: "permohonan_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lampiran_permohonan_id",
                schema: "intake",
                table: "lampiran",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_next_attempt_at_id",
                schema: "intake",
                table: "outbox",
                columns: new[] { "next_attempt_at", "id" },
                filter: "parked_because IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_pencabutan_permohonan_id",
                schema: "intake",
                table: "pencabutan",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_kantor_id",
                schema: "intake",
                table: "permohonan",
                columns: new[] { "kantor", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_kode_lacak",
                schema: "intake",
                table: "permohonan",
                column: "kode_lacak",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_terbuka",
                schema: "intake",
                table: "permohonan",
                column: "id",
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ix_riwayat_permohonan_id_diterbitkan_pada",
                schema: "intake",
                table: "riwayat",
                columns: new[] { "permohonan_id", "diterbitkan_pada" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_permohonan_id",
                schema: "intake",
                table: "tugas",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_status_diterbitkan_pada",
                schema: "intake",
                table: "tugas",
                columns: new[] { "status", "diterbitkan_pada" });

            migrationBuilder.CreateOutboxNumbering("intake");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "buku_register",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "idempotency",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "inbox_held",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "inbox_stream",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "konsep",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "lampiran",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "nomor_buku",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "outbox_stream",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "paraf",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "pencabutan",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "permohonan",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "riwayat",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "tugas",
                schema: "intake");
        }
    }
}
