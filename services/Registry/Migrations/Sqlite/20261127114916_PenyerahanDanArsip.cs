using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PenyerahanDanArsip : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "dicabut_pada",
                table: "tanda_bukti",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kode_periksa",
                table: "penyerahan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "lembar_rusak",
                table: "cetakan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "dimusnahkan_pada",
                table: "berkas_kartu",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "pindaian_kartu",
                table: "arsip",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sha256",
                table: "arsip",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "berkas_arsip",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tugas_id = table.Column<string>(type: "TEXT", nullable: false),
                    jenis = table.Column<int>(type: "INTEGER", nullable: false),
                    tipe_media = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    ukuran = table.Column<long>(type: "INTEGER", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    diunggah_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    dipakai_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    dimusnahkan_pada = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_berkas_arsip", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pemeriksaan_arsip",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    giliran = table.Column<long>(type: "INTEGER", nullable: true),
                    mulai_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    selesai_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    diperiksa = table.Column<int>(type: "INTEGER", nullable: false),
                    rusak = table.Column<int>(type: "INTEGER", nullable: false),
                    dimusnahkan = table.Column<int>(type: "INTEGER", nullable: false),
                    temuan = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pemeriksaan_arsip", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pengingat_pengambilan",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    urut = table.Column<int>(type: "INTEGER", nullable: false),
                    cara = table.Column<int>(type: "INTEGER", nullable: false),
                    catatan_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    nama_petugas = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pengingat_pengambilan", x => new { x.permohonan_id, x.urut });
                });

            migrationBuilder.CreateIndex(
                name: "ix_tanda_bukti_hash_kode",
                table: "tanda_bukti",
                column: "hash_kode");

            migrationBuilder.CreateIndex(
                name: "ix_penyerahan_kode_periksa",
                table: "penyerahan",
                column: "kode_periksa",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_berkas_arsip_permohonan_id",
                table: "berkas_arsip",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_berkas_arsip_sha256",
                table: "berkas_arsip",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_pemeriksaan_arsip_giliran",
                table: "pemeriksaan_arsip",
                column: "giliran",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "berkas_arsip");

            migrationBuilder.DropTable(
                name: "pemeriksaan_arsip");

            migrationBuilder.DropTable(
                name: "pengingat_pengambilan");

            migrationBuilder.DropIndex(
                name: "ix_tanda_bukti_hash_kode",
                table: "tanda_bukti");

            migrationBuilder.DropIndex(
                name: "ix_penyerahan_kode_periksa",
                table: "penyerahan");

            migrationBuilder.DropColumn(
                name: "dicabut_pada",
                table: "tanda_bukti");

            migrationBuilder.DropColumn(
                name: "kode_periksa",
                table: "penyerahan");

            migrationBuilder.DropColumn(
                name: "lembar_rusak",
                table: "cetakan");

            migrationBuilder.DropColumn(
                name: "dimusnahkan_pada",
                table: "berkas_kartu");

            migrationBuilder.DropColumn(
                name: "pindaian_kartu",
                table: "arsip");

            migrationBuilder.DropColumn(
                name: "sha256",
                table: "arsip");
        }
    }
}
