using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Wewenang : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "atas_nama",
                schema: "intake",
                table: "tugas",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dieskalasi_pada",
                schema: "intake",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "diingatkan_pada",
                schema: "intake",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "jumlah_catatan",
                schema: "intake",
                table: "tugas",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "pengingat_pada",
                schema: "intake",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "periksa_pada",
                schema: "intake",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "prioritas",
                schema: "intake",
                table: "tugas",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "tenggat_pada",
                schema: "intake",
                table: "tugas",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "atas_nama",
                schema: "intake",
                table: "riwayat",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "terlambat_pada",
                schema: "intake",
                table: "riwayat",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "catatan_tugas",
                schema: "intake",
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
                name: "konsep_dilihat",
                schema: "intake",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_konsep_dilihat", x => new { x.permohonan_id, x.petugas, x.versi });
                });

            migrationBuilder.CreateTable(
                name: "koreksi",
                schema: "intake",
                columns: table => new
                {
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false),
                    peran = table.Column<string>(type: "text", nullable: false),
                    catatan_tersegel = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_koreksi", x => x.tugas_id);
                });

            migrationBuilder.CreateTable(
                name: "salinan_wewenang",
                schema: "intake",
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
                name: "ix_tugas_pemegang",
                schema: "intake",
                table: "tugas",
                column: "pemegang",
                filter: "status = 0 AND pemegang IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_tugas_periksa_pada",
                schema: "intake",
                table: "tugas",
                column: "periksa_pada",
                filter: "status = 0 AND periksa_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_catatan_tugas_tugas_id",
                schema: "intake",
                table: "catatan_tugas",
                column: "tugas_id");

            migrationBuilder.CreateIndex(
                name: "ix_koreksi_permohonan_id_versi",
                schema: "intake",
                table: "koreksi",
                columns: new[] { "permohonan_id", "versi" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catatan_tugas",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "konsep_dilihat",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "koreksi",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "salinan_wewenang",
                schema: "intake");

            migrationBuilder.DropIndex(
                name: "ix_tugas_pemegang",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropIndex(
                name: "ix_tugas_periksa_pada",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "atas_nama",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "dieskalasi_pada",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "diingatkan_pada",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "jumlah_catatan",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "pengingat_pada",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "periksa_pada",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "prioritas",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "tenggat_pada",
                schema: "intake",
                table: "tugas");

            migrationBuilder.DropColumn(
                name: "atas_nama",
                schema: "intake",
                table: "riwayat");

            migrationBuilder.DropColumn(
                name: "terlambat_pada",
                schema: "intake",
                table: "riwayat");
        }
    }
}
