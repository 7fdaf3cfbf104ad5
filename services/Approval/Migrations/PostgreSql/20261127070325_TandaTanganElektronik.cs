using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Approval.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class TandaTanganElektronik : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "berkas_id",
                schema: "approval",
                table: "tanda_tangan",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dicatat_pada",
                schema: "approval",
                table: "tanda_tangan",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));

            // Signatures so far were recorded in the moment they were made.
            migrationBuilder.Sql("UPDATE approval.tanda_tangan SET dicatat_pada = pada");

            migrationBuilder.AddColumn<string>(
                name: "hash",
                schema: "approval",
                table: "tanda_tangan",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sertifikat",
                schema: "approval",
                table: "tanda_tangan",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sha256",
                schema: "approval",
                table: "tanda_tangan",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "berkas_unggahan",
                schema: "approval",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    berkas_id = table.Column<Guid>(type: "uuid", nullable: false),
                    versi_konsep = table.Column<int>(type: "integer", nullable: false),
                    hash_konsep = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_berkas_unggahan", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "percobaan",
                schema: "approval",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    berkas_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    versi_konsep = table.Column<int>(type: "integer", nullable: false),
                    mulai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    batas_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    keadaan = table.Column<int>(type: "integer", nullable: false),
                    sebab = table.Column<string>(type: "text", nullable: true),
                    selesai_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    penutupan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    versi = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_percobaan", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_percobaan_batas",
                schema: "approval",
                table: "percobaan",
                column: "batas_pada",
                filter: "keadaan = 0");

            migrationBuilder.CreateIndex(
                name: "ix_percobaan_berhasil",
                schema: "approval",
                table: "percobaan",
                column: "tugas_id",
                unique: true,
                filter: "keadaan = 1");

            migrationBuilder.CreateIndex(
                name: "ix_percobaan_berjalan",
                schema: "approval",
                table: "percobaan",
                column: "tugas_id",
                unique: true,
                filter: "keadaan = 0");

            migrationBuilder.CreateIndex(
                name: "ix_percobaan_permohonan_id",
                schema: "approval",
                table: "percobaan",
                column: "permohonan_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "berkas_unggahan",
                schema: "approval");

            migrationBuilder.DropTable(
                name: "percobaan",
                schema: "approval");

            migrationBuilder.DropColumn(
                name: "berkas_id",
                schema: "approval",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "dicatat_pada",
                schema: "approval",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "hash",
                schema: "approval",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "sertifikat",
                schema: "approval",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "sha256",
                schema: "approval",
                table: "tanda_tangan");
        }
    }
}
