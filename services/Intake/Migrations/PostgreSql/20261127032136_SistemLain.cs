using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class SistemLain : Migration
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
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "langganan",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    klien = table.Column<string>(type: "text", nullable: false),
                    alamat = table.Column<string>(type: "text", nullable: false),
                    peristiwa = table.Column<string>(type: "text", nullable: false),
                    rahasia_tersegel = table.Column<string>(type: "text", nullable: false),
                    rahasia_lama_tersegel = table.Column<string>(type: "text", nullable: true),
                    rahasia_lama_sampai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    aktif = table.Column<bool>(type: "boolean", nullable: false),
                    revisi = table.Column<int>(type: "integer", nullable: false),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_langganan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "panggilan",
                schema: "intake",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    langganan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    peristiwa = table.Column<string>(type: "text", nullable: false),
                    isi = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    percobaan = table.Column<int>(type: "integer", nullable: false),
                    berikut_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status_http = table.Column<int>(type: "integer", nullable: true),
                    galat = table.Column<string>(type: "text", nullable: true),
                    terkirim_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_panggilan", x => x.id);
                });

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

            migrationBuilder.CreateIndex(
                name: "ix_langganan_klien",
                schema: "intake",
                table: "langganan",
                column: "klien");

            migrationBuilder.CreateIndex(
                name: "ix_panggilan_berikut_pada",
                schema: "intake",
                table: "panggilan",
                column: "berikut_pada",
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ix_panggilan_langganan_id_id",
                schema: "intake",
                table: "panggilan",
                columns: new[] { "langganan_id", "id" });

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
            migrationBuilder.DropTable(
                name: "langganan",
                schema: "intake");

            migrationBuilder.DropTable(
                name: "panggilan",
                schema: "intake");

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
