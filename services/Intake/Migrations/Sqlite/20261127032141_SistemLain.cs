using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SistemLain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "menunggu_ms",
                table: "riwayat",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "nomor",
                table: "riwayat",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "waktu_baku_ms",
                table: "riwayat",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "revisi",
                table: "permohonan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "langganan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    klien = table.Column<string>(type: "TEXT", nullable: false),
                    alamat = table.Column<string>(type: "TEXT", nullable: false),
                    peristiwa = table.Column<string>(type: "TEXT", nullable: false),
                    rahasia_tersegel = table.Column<string>(type: "TEXT", nullable: false),
                    rahasia_lama_tersegel = table.Column<string>(type: "TEXT", nullable: true),
                    rahasia_lama_sampai = table.Column<long>(type: "INTEGER", nullable: true),
                    aktif = table.Column<bool>(type: "INTEGER", nullable: false),
                    revisi = table.Column<int>(type: "INTEGER", nullable: false),
                    dibuat_pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_langganan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "panggilan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    langganan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    peristiwa = table.Column<string>(type: "TEXT", nullable: false),
                    isi = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    percobaan = table.Column<int>(type: "INTEGER", nullable: false),
                    berikut_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    status_http = table.Column<int>(type: "INTEGER", nullable: true),
                    galat = table.Column<string>(type: "TEXT", nullable: true),
                    terkirim_pada = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panggilan", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_riwayat_selesai_pada",
                table: "riwayat",
                column: "selesai_pada",
                filter: "selesai_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_diajukan_oleh_id",
                table: "permohonan",
                columns: new[] { "diajukan_oleh", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_kantor_status_id",
                table: "permohonan",
                columns: new[] { "kantor", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_nomor_register",
                table: "permohonan",
                column: "nomor_register",
                filter: "nomor_register IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_langganan_klien",
                table: "langganan",
                column: "klien");

            migrationBuilder.CreateIndex(
                name: "ix_panggilan_berikut_pada",
                table: "panggilan",
                column: "berikut_pada",
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ix_panggilan_langganan_id_id",
                table: "panggilan",
                columns: new[] { "langganan_id", "id" });

            // What the history already holds is counted too.
            migrationBuilder.Sql(
                """
                UPDATE riwayat
                SET nomor = langkah ->> 'nomor',
                    waktu_baku_ms = CAST((langkah ->> 'waktuBaku') * 60000 AS INTEGER),
                    menunggu_ms = CASE WHEN selesai_pada IS NULL THEN 0
                      ELSE max(0, (selesai_pada - diterbitkan_pada) / 10000 - penanganan_ms) END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "langganan");

            migrationBuilder.DropTable(
                name: "panggilan");

            migrationBuilder.DropIndex(
                name: "ix_riwayat_selesai_pada",
                table: "riwayat");

            migrationBuilder.DropIndex(
                name: "ix_permohonan_diajukan_oleh_id",
                table: "permohonan");

            migrationBuilder.DropIndex(
                name: "ix_permohonan_kantor_status_id",
                table: "permohonan");

            migrationBuilder.DropIndex(
                name: "ix_permohonan_nomor_register",
                table: "permohonan");

            migrationBuilder.DropColumn(
                name: "menunggu_ms",
                table: "riwayat");

            migrationBuilder.DropColumn(
                name: "nomor",
                table: "riwayat");

            migrationBuilder.DropColumn(
                name: "waktu_baku_ms",
                table: "riwayat");

            migrationBuilder.DropColumn(
                name: "revisi",
                table: "permohonan");
        }
    }
}
