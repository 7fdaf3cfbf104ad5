using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class BerkasKartu : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "versi_konsep",
                schema: "registry",
                table: "tanda_tangan",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "belum_dicetak",
                schema: "registry",
                table: "kartu",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "berkas_kartu",
                schema: "registry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tugas_id = table.Column<string>(type: "text", nullable: false),
                    nama = table.Column<string>(type: "text", nullable: false),
                    ukuran = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    petugas = table.Column<string>(type: "text", nullable: false),
                    diunggah_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    versi_konsep = table.Column<int>(type: "integer", nullable: true),
                    hash_konsep = table.Column<string>(type: "text", nullable: true),
                    berlaku_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    diganti_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ditandatangani_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    nama_bertanda_tangan = table.Column<string>(type: "text", nullable: true),
                    sha256_bertanda_tangan = table.Column<string>(type: "text", nullable: true),
                    sertifikat = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_berkas_kartu", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_berkas_kartu_berlaku",
                schema: "registry",
                table: "berkas_kartu",
                column: "permohonan_id",
                unique: true,
                filter: "berlaku_pada IS NOT NULL AND diganti_pada IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_berkas_kartu_tugas_id",
                schema: "registry",
                table: "berkas_kartu",
                column: "tugas_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "berkas_kartu",
                schema: "registry");

            migrationBuilder.DropColumn(
                name: "versi_konsep",
                schema: "registry",
                table: "tanda_tangan");

            migrationBuilder.DropColumn(
                name: "belum_dicetak",
                schema: "registry",
                table: "kartu");
        }
    }
}
