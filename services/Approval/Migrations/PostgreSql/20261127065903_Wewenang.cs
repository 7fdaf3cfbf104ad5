using System;
using Dukcapil.Approval.Daftar;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Approval.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Wewenang : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "atas_nama",
                schema: "approval",
                table: "tugas_kantor",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dieskalasi_pada",
                schema: "approval",
                table: "tugas_kantor",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "diingatkan_pada",
                schema: "approval",
                table: "tugas_kantor",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "diklaim_pada",
                schema: "approval",
                table: "tugas_kantor",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "jumlah_catatan",
                schema: "approval",
                table: "tugas_kantor",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "kembali",
                schema: "approval",
                table: "tugas_kantor",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "peran_eskalasi",
                schema: "approval",
                table: "tugas_kantor",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "perubahan",
                schema: "approval",
                table: "tugas_kantor",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "prioritas",
                schema: "approval",
                table: "tugas_kantor",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "prioritas_pada",
                schema: "approval",
                table: "tugas_kantor",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "tenggat_pada",
                schema: "approval",
                table: "tugas_kantor",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "versi_konsep",
                schema: "approval",
                table: "tugas_kantor",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "atas_nama",
                schema: "approval",
                table: "tugas",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dieskalasi_pada",
                schema: "approval",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "diingatkan_pada",
                schema: "approval",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "jumlah_catatan",
                schema: "approval",
                table: "tugas",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "pengingat_pada",
                schema: "approval",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "periksa_pada",
                schema: "approval",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "prioritas",
                schema: "approval",
                table: "tugas",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "tenggat_pada",
                schema: "approval",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "atas_nama",
                schema: "approval",
                table: "paraf",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "sebab_gugur",
                schema: "approval",
                table: "paraf",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "catatan_tugas",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    nama_tersegel = table.Column<string>(type: "text", nullable: false),
                    teks_tersegel = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catatan_tugas", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegasi",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kantor = table.Column<string>(type: "text", nullable: false),
                    jenis = table.Column<int>(type: "integer", nullable: false),
                    peran = table.Column<string>(type: "text", nullable: false),
                    aktivitas = table.Column<string>(type: "text", nullable: false),
                    pemberi = table.Column<string>(type: "text", nullable: true),
                    nama_pemberi_tersegel = table.Column<string>(type: "text", nullable: true),
                    penerima = table.Column<string>(type: "text", nullable: false),
                    nama_penerima_tersegel = table.Column<string>(type: "text", nullable: false),
                    mulai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sampai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dasar = table.Column<string>(type: "text", nullable: true),
                    dibuat_oleh = table.Column<string>(type: "text", nullable: false),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dicabut_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dicabut_oleh = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegasi", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jumlah_antrean",
                schema: "approval",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "text", nullable: false),
                    peran = table.Column<string>(type: "text", nullable: false),
                    nomor = table.Column<string>(type: "text", nullable: false),
                    laci = table.Column<int>(type: "integer", nullable: false),
                    terbuka = table.Column<long>(type: "bigint", nullable: false),
                    dipegang = table.Column<long>(type: "bigint", nullable: false),
                    segera = table.Column<long>(type: "bigint", nullable: false),
                    terlambat = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jumlah_antrean", x => new { x.kantor, x.peran, x.nomor, x.laci });
                });

            migrationBuilder.CreateTable(
                name: "kantor",
                schema: "approval",
                columns: table => new
                {
                    kode = table.Column<string>(type: "text", nullable: false),
                    nama = table.Column<string>(type: "text", nullable: false),
                    wilayah = table.Column<string>(type: "text", nullable: false),
                    zona = table.Column<string>(type: "text", nullable: false),
                    kalender = table.Column<string>(type: "text", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false),
                    denyut_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kantor", x => x.kode);
                });

            migrationBuilder.CreateTable(
                name: "salinan_wewenang",
                schema: "approval",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "text", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false),
                    isi_tersegel = table.Column<string>(type: "text", nullable: false),
                    dikuatkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_salinan_wewenang", x => x.kantor);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_peran_eskalasi_diterbitkan_pada_tugas_id",
                schema: "approval",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran_eskalasi", "diterbitkan_pada", "tugas_id" },
                filter: "status = 0 AND dieskalasi_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_peran_nomor_diterbitkan_pada_tugas_id",
                schema: "approval",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran", "nomor", "diterbitkan_pada", "tugas_id" },
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_peran_tenggat_pada_tugas_id",
                schema: "approval",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran", "tenggat_pada", "tugas_id" },
                filter: "status = 0 AND tenggat_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_perubahan",
                schema: "approval",
                table: "tugas_kantor",
                columns: new[] { "kantor", "perubahan" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_segera",
                schema: "approval",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran", "diterbitkan_pada", "tugas_id" },
                filter: "status = 0 AND prioritas = 1");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_terlambat",
                schema: "approval",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran", "diterbitkan_pada", "tugas_id" },
                filter: "status = 0 AND dieskalasi_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_pemegang",
                schema: "approval",
                table: "tugas",
                column: "pemegang",
                filter: "status = 0 AND pemegang IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_periksa_pada",
                schema: "approval",
                table: "tugas",
                column: "periksa_pada",
                filter: "status = 0 AND periksa_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_catatan_tugas_tugas_id",
                schema: "approval",
                table: "catatan_tugas",
                column: "tugas_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegasi_kantor_sampai",
                schema: "approval",
                table: "delegasi",
                columns: new[] { "kantor", "sampai" });
            migrationBuilder.BuatPemicuDaftar();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.HapusPemicuDaftar();

            migrationBuilder.DropTable(
                name: "catatan_tugas",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "delegasi",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "jumlah_antrean",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "kantor",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "salinan_wewenang",
                schema: "approval");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_kantor_peran_eskalasi_diterbitkan_pada_tugas_id",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_kantor_peran_nomor_diterbitkan_pada_tugas_id",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_kantor_peran_tenggat_pada_tugas_id",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_kantor_perubahan",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_segera",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_terlambat",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_pemegang",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropIndex(
                name: "ix_tugas_periksa_pada",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "atas_nama",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "dieskalasi_pada",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "diingatkan_pada",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "diklaim_pada",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "jumlah_catatan",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "kembali",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "peran_eskalasi",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "perubahan",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "prioritas",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "prioritas_pada",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "tenggat_pada",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "versi_konsep",
                schema: "approval",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "atas_nama",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "dieskalasi_pada",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "diingatkan_pada",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "jumlah_catatan",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "pengingat_pada",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "periksa_pada",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "prioritas",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "tenggat_pada",
                schema: "approval",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "atas_nama",
                schema: "approval",
                table: "paraf");

            migrationBuilder.DropColumn(
                name: "sebab_gugur",
                schema: "approval",
                table: "paraf");
        }
    }
}
