using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class PenyerahanDanArsip : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dicabut_pada",
                schema: "registry",
                table: "tanda_bukti",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kode_periksa",
                schema: "registry",
                table: "penyerahan",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "lembar_rusak",
                schema: "registry",
                table: "cetakan",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dimusnahkan_pada",
                schema: "registry",
                table: "berkas_kartu",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "pindaian_kartu",
                schema: "registry",
                table: "arsip",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sha256",
                schema: "registry",
                table: "arsip",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "berkas_arsip",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    jenis = table.Column<int>(type: "integer", nullable: false),
                    tipe_media = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    ukuran = table.Column<long>(type: "bigint", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    diunggah_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dipakai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dimusnahkan_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_berkas_arsip", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pemeriksaan_arsip",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    giliran = table.Column<long>(type: "bigint", nullable: true),
                    mulai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    selesai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    diperiksa = table.Column<int>(type: "integer", nullable: false),
                    rusak = table.Column<int>(type: "integer", nullable: false),
                    dimusnahkan = table.Column<int>(type: "integer", nullable: false),
                    temuan = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pemeriksaan_arsip", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pengingat_pengambilan",
                schema: "registry",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    urut = table.Column<int>(type: "integer", nullable: false),
                    cara = table.Column<int>(type: "integer", nullable: false),
                    catatan_tersegel = table.Column<string>(type: "text", nullable: true),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    nama_petugas = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pengingat_pengambilan", x => new { x.permohonan_id, x.urut });
                });

            migrationBuilder.CreateIndex(
                name: "ix_tanda_bukti_hash_kode",
                schema: "registry",
                table: "tanda_bukti",
                column: "hash_kode");

            migrationBuilder.CreateIndex(
                name: "ix_penyerahan_kode_periksa",
                schema: "registry",
                table: "penyerahan",
                column: "kode_periksa",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_berkas_arsip_permohonan_id",
                schema: "registry",
                table: "berkas_arsip",
                column: "permohonan_id");

            migrationBuilder.CreateIndex(
                name: "ix_berkas_arsip_sha256",
                schema: "registry",
                table: "berkas_arsip",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_pemeriksaan_arsip_giliran",
                schema: "registry",
                table: "pemeriksaan_arsip",
                column: "giliran",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "berkas_arsip",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "pemeriksaan_arsip",
                schema: "registry");

            migrationBuilder.DropTable(
                name: "pengingat_pengambilan",
                schema: "registry");

            migrationBuilder.DropIndex(
                name: "ix_tanda_bukti_hash_kode",
                schema: "registry",
                table: "tanda_bukti");

            migrationBuilder.DropIndex(
                name: "ix_penyerahan_kode_periksa",
                schema: "registry",
                table: "penyerahan");

            migrationBuilder.DropColumn(
                name: "dicabut_pada",
                schema: "registry",
                table: "tanda_bukti");

            migrationBuilder.DropColumn(
                name: "kode_periksa",
                schema: "registry",
                table: "penyerahan");

            migrationBuilder.DropColumn(
                name: "lembar_rusak",
                schema: "registry",
                table: "cetakan");

            migrationBuilder.DropColumn(
                name: "dimusnahkan_pada",
                schema: "registry",
                table: "berkas_kartu");

            migrationBuilder.DropColumn(
                name: "pindaian_kartu",
                schema: "registry",
                table: "arsip");

            migrationBuilder.DropColumn(
                name: "sha256",
                schema: "registry",
                table: "arsip");
        }
    }
}
