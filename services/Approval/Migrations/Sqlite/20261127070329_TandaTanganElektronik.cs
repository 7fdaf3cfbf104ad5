using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Approval.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TandaTanganElektronik : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "berkas_id",
                table: "tanda_tangan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "dicatat_pada",
                table: "tanda_tangan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            // Signatures so far were recorded in the moment they were made.
            migrationBuilder.Sql("UPDATE tanda_tangan SET dicatat_pada = pada");

            migrationBuilder.AddColumn<string>(
                name: "hash",
                table: "tanda_tangan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sertifikat",
                table: "tanda_tangan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sha256",
                table: "tanda_tangan",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "berkas_unggahan",
                columns: table => new
                {
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    berkas_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    versi_konsep = table.Column<int>(type: "INTEGER", nullable: false),
                    hash_konsep = table.Column<string>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_berkas_unggahan", x => x.permohonan_id);
                });

            migrationBuilder.CreateTable(
                name: "percobaan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tugas_id = table.Column<string>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    berkas_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    versi_konsep = table.Column<int>(type: "INTEGER", nullable: false),
                    mulai_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    batas_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    keadaan = table.Column<int>(type: "INTEGER", nullable: false),
                    sebab = table.Column<string>(type: "TEXT", nullable: true),
                    selesai_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    penutupan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    versi = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_percobaan", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_percobaan_batas",
                table: "percobaan",
                column: "batas_pada",
                filter: "keadaan = 0");

            migrationBuilder.CreateIndex(
                name: "ix_percobaan_berhasil",
                table: "percobaan",
                column: "tugas_id",
                unique: true,
                filter: "keadaan = 1");

            migrationBuilder.CreateIndex(
                name: "ix_percobaan_berjalan",
                table: "percobaan",
                column: "tugas_id",
                unique: true,
                filter: "keadaan = 0");

            migrationBuilder.CreateIndex(
                name: "ix_percobaan_permohonan_id",
                table: "percobaan",
                column: "permohonan_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "berkas_unggahan");

            migrationBuilder.DropTable(
                name: "percobaan");

            migrationBuilder.DropColumn(
                name: "berkas_id",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "dicatat_pada",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "sertifikat",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "sha256",
                table: "tanda_tangan");
        }
    }
}
