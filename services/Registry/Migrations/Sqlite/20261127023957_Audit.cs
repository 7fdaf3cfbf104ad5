using System;
using Dukcapil.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    nomor = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false),
                    pelaku = table.Column<string>(type: "TEXT", nullable: false),
                    wewenang = table.Column<string>(type: "TEXT", nullable: false),
                    atas_nama = table.Column<string>(type: "TEXT", nullable: true),
                    tindakan = table.Column<string>(type: "TEXT", nullable: false),
                    objek = table.Column<string>(type: "TEXT", nullable: true),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    tujuan = table.Column<string>(type: "TEXT", nullable: false),
                    dari = table.Column<string>(type: "TEXT", nullable: true),
                    jejak = table.Column<string>(type: "TEXT", nullable: true),
                    rincian = table.Column<string>(type: "TEXT", nullable: true),
                    orang = table.Column<string>(type: "TEXT", nullable: true),
                    tanda = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.nomor);
                });

            migrationBuilder.CreateTable(
                name: "audit_orang",
                columns: table => new
                {
                    indeks = table.Column<string>(type: "TEXT", nullable: false),
                    catatan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sejak = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_orang", x => new { x.indeks, x.catatan_id });
                });

            migrationBuilder.CreateTable(
                name: "audit_segel",
                columns: table => new
                {
                    nomor = table.Column<long>(type: "INTEGER", nullable: false),
                    sampai = table.Column<long>(type: "INTEGER", nullable: false),
                    jumlah = table.Column<int>(type: "INTEGER", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pada = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_segel", x => x.nomor);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_pada",
                table: "audit",
                column: "pada");

            migrationBuilder.CreateIndex(
                name: "ix_audit_permohonan_id",
                table: "audit",
                column: "permohonan_id",
                filter: "permohonan_id IS NOT NULL");
            migrationBuilder.LindungiAudit("registry");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "audit_orang");

            migrationBuilder.DropTable(
                name: "audit_segel");
        }
    }
}
