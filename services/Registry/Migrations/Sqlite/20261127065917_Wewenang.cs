using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Wewenang : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catatan_tugas");

            migrationBuilder.DropTable(
                name: "salinan_wewenang");

            migrationBuilder.DropIndex(
                name: "ix_tugas_pemegang",
                table: "tugas");

            migrationBuilder.DropIndex(
                name: "ix_tugas_periksa_pada",
                table: "tugas");

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
        }
    }
}
