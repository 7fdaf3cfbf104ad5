using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class DrafDanStatistik : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "menunggu_ms",
                schema: "intake",
                table: "riwayat",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "nomor",
                schema: "intake",
                table: "riwayat",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "waktu_baku_ms",
                schema: "intake",
                table: "riwayat",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "revisi",
                schema: "intake",
                table: "permohonan",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "ix_riwayat_selesai_pada",
                schema: "intake",
                table: "riwayat",
                column: "selesai_pada",
                filter: "selesai_pada IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_diajukan_oleh_id",
                schema: "intake",
                table: "permohonan",
                columns: new[] { "diajukan_oleh", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_kantor_status_id",
                schema: "intake",
                table: "permohonan",
                columns: new[] { "kantor", "status", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_permohonan_nomor_register",
                schema: "intake",
                table: "permohonan",
                column: "nomor_register",
                filter: "nomor_register IS NOT NULL");

            // What the history already holds is counted too.
            migrationBuilder.Sql(
                """
                UPDATE intake.riwayat
                SET nomor = langkah::jsonb ->> 'nomor',
                    waktu_baku_ms = ((langkah::jsonb ->> 'waktuBaku')::numeric * 60000)::bigint,
                    menunggu_ms = CASE WHEN selesai_pada IS NULL THEN 0
                      ELSE greatest(0, (extract(epoch FROM selesai_pada - diterbitkan_pada) * 1000)::bigint - penanganan_ms) END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_riwayat_selesai_pada",
                schema: "intake",
                table: "riwayat");

            migrationBuilder.DropIndex(
                name: "ix_permohonan_diajukan_oleh_id",
                schema: "intake",
                table: "permohonan");

            migrationBuilder.DropIndex(
                name: "ix_permohonan_kantor_status_id",
                schema: "intake",
                table: "permohonan");

            migrationBuilder.DropIndex(
                name: "ix_permohonan_nomor_register",
                schema: "intake",
                table: "permohonan");

            migrationBuilder.DropColumn(
                name: "menunggu_ms",
                schema: "intake",
                table: "riwayat");

            migrationBuilder.DropColumn(
                name: "nomor",
                schema: "intake",
                table: "riwayat");

            migrationBuilder.DropColumn(
                name: "waktu_baku_ms",
                schema: "intake",
                table: "riwayat");

            migrationBuilder.DropColumn(
                name: "revisi",
                schema: "intake",
                table: "permohonan");
        }
    }
}
