using System;
using Dukcapil.Approval.Daftar;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Approval.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Wewenang : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "atas_nama",
                table: "tugas_kantor",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "dieskalasi_pada",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "diingatkan_pada",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "diklaim_pada",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "jumlah_catatan",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "kembali",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "peran_eskalasi",
                table: "tugas_kantor",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "perubahan",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "prioritas",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "prioritas_pada",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "tenggat_pada",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "versi_konsep",
                table: "tugas_kantor",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "atas_nama",
                table: "tugas",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "dieskalasi_pada",
                table: "tugas",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "diingatkan_pada",
                table: "tugas",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "jumlah_catatan",
                table: "tugas",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "pengingat_pada",
                table: "tugas",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "periksa_pada",
                table: "tugas",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "prioritas",
                table: "tugas",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "tenggat_pada",
                table: "tugas",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "atas_nama",
                table: "paraf",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "sebab_gugur",
                table: "paraf",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "catatan_tugas",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tugas_id = table.Column<string>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    nama_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    teks_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catatan_tugas", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delegasi",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kantor = table.Column<string>(type: "TEXT", nullable: false),
                    jenis = table.Column<int>(type: "INTEGER", nullable: false),
                    peran = table.Column<string>(type: "TEXT", nullable: false),
                    aktivitas = table.Column<string>(type: "TEXT", nullable: false),
                    pemberi = table.Column<string>(type: "TEXT", nullable: true),
                    nama_pemberi_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    penerima = table.Column<string>(type: "TEXT", nullable: false),
                    nama_penerima_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    mulai = table.Column<long>(type: "INTEGER", nullable: false),
                    sampai = table.Column<long>(type: "INTEGER", nullable: false),
                    dasar = table.Column<string>(type: "TEXT", nullable: true),
                    dibuat_oleh = table.Column<string>(type: "TEXT", nullable: false),
                    dibuat_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    dicabut_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    dicabut_oleh = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delegasi", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "jumlah_antrean",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "TEXT", nullable: false),
                    peran = table.Column<string>(type: "TEXT", nullable: false),
                    nomor = table.Column<string>(type: "TEXT", nullable: false),
                    laci = table.Column<int>(type: "INTEGER", nullable: false),
                    terbuka = table.Column<long>(type: "INTEGER", nullable: false),
                    dipegang = table.Column<long>(type: "INTEGER", nullable: false),
                    segera = table.Column<long>(type: "INTEGER", nullable: false),
                    terlambat = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jumlah_antrean", x => new { x.kantor, x.peran, x.nomor, x.laci });
                });

            migrationBuilder.CreateTable(
                name: "kantor",
                columns: table => new
                {
                    kode = table.Column<string>(type: "TEXT", nullable: false),
                    nama = table.Column<string>(type: "TEXT", nullable: false),
                    wilayah = table.Column<string>(type: "TEXT", nullable: false),
                    zona = table.Column<string>(type: "TEXT", nullable: false),
                    kalender = table.Column<string>(type: "TEXT", nullable: false),
                    versi = table.Column<int>(type: "INTEGER", nullable: false),
                    denyut_pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kantor", x => x.kode);
                });

            migrationBuilder.CreateTable(
                name: "salinan_wewenang",
                columns: table => new
                {
                    kantor = table.Column<string>(type: "TEXT", nullable: false),
                    versi = table.Column<int>(type: "INTEGER", nullable: false),
                    isi_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    dikuatkan_pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_salinan_wewenang", x => x.kantor);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_peran_eskalasi_diterbitkan_pada_tugas_id",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran_eskalasi", "diterbitkan_pada", "tugas_id" },
                filter: "status = 0 AND dieskalasi_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_peran_nomor_diterbitkan_pada_tugas_id",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran", "nomor", "diterbitkan_pada", "tugas_id" },
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_peran_tenggat_pada_tugas_id",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran", "tenggat_pada", "tugas_id" },
                filter: "status = 0 AND tenggat_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_kantor_perubahan",
                table: "tugas_kantor",
                columns: new[] { "kantor", "perubahan" });

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_segera",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran", "diterbitkan_pada", "tugas_id" },
                filter: "status = 0 AND prioritas = 1");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_terlambat",
                table: "tugas_kantor",
                columns: new[] { "kantor", "peran", "diterbitkan_pada", "tugas_id" },
                filter: "status = 0 AND dieskalasi_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_pemegang",
                table: "tugas",
                column: "pemegang",
                filter: "status = 0 AND pemegang IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_periksa_pada",
                table: "tugas",
                column: "periksa_pada",
                filter: "status = 0 AND periksa_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_catatan_tugas_tugas_id",
                table: "catatan_tugas",
                column: "tugas_id");

            migrationBuilder.CreateIndex(
                name: "ix_delegasi_kantor_sampai",
                table: "delegasi",
                columns: new[] { "kantor", "sampai" });
            migrationBuilder.BuatPemicuDaftar();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.HapusPemicuDaftar();

            migrationBuilder.DropTable(
                name: "catatan_tugas");

            migrationBuilder.DropTable(
                name: "delegasi");

            migrationBuilder.DropTable(
                name: "jumlah_antrean");

            migrationBuilder.DropTable(
                name: "kantor");

            migrationBuilder.DropTable(
                name: "salinan_wewenang");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_kantor_peran_eskalasi_diterbitkan_pada_tugas_id",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_kantor_peran_nomor_diterbitkan_pada_tugas_id",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_kantor_peran_tenggat_pada_tugas_id",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_kantor_perubahan",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_segera",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_terlambat",
                table: "tugas_kantor");

            migrationBuilder.DropIndex(
                name: "ix_tugas_pemegang",
                table: "tugas");

            migrationBuilder.DropIndex(
                name: "ix_tugas_periksa_pada",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "atas_nama",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "dieskalasi_pada",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "diingatkan_pada",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "diklaim_pada",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "jumlah_catatan",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "kembali",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "peran_eskalasi",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "perubahan",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "prioritas",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "prioritas_pada",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "tenggat_pada",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "versi_konsep",
                table: "tugas_kantor");

            migrationBuilder.DropColumn(
                name: "atas_nama",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "dieskalasi_pada",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "diingatkan_pada",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "jumlah_catatan",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "pengingat_pada",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "periksa_pada",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "prioritas",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "tenggat_pada",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "atas_nama",
                table: "paraf");

            migrationBuilder.DropColumn(
                name: "sebab_gugur",
                table: "paraf");
        }
    }
}
