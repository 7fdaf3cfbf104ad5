using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BerkasKartu : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "versi_konsep",
                table: "tanda_tangan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "belum_dicetak",
                table: "kartu",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "berkas_kartu",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tugas_id = table.Column<string>(type: "TEXT", nullable: false),
                    nama = table.Column<string>(type: "TEXT", nullable: false),
                    ukuran = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    petugas = table.Column<string>(type: "TEXT", nullable: false),
                    diunggah_pada = table.Column<long>(type: "INTEGER", nullable: false),
                    versi_konsep = table.Column<int>(type: "INTEGER", nullable: true),
                    hash_konsep = table.Column<string>(type: "TEXT", nullable: true),
                    berlaku_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    diganti_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    ditandatangani_pada = table.Column<long>(type: "INTEGER", nullable: true),
                    nama_bertanda_tangan = table.Column<string>(type: "TEXT", nullable: true),
                    sha256_bertanda_tangan = table.Column<string>(type: "TEXT", nullable: true),
                    sertifikat = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_berkas_kartu", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_berkas_kartu_berlaku",
                table: "berkas_kartu",
                column: "permohonan_id",
                unique: true,
                filter: "berlaku_pada IS NOT NULL AND diganti_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_berkas_kartu_tugas_id",
                table: "berkas_kartu",
                column: "tugas_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "berkas_kartu");

            migrationBuilder.DropColumn(
                name: "versi_konsep",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "belum_dicetak",
                table: "kartu");
        }
    }
}
