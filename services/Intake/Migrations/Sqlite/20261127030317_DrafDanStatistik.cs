using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DrafDanStatistik : Migration
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
                defaultValue: 0);

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
