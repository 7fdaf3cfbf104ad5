using System;
using Dukcapil.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Dukcapil.Workflow.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Audit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit",
                schema: "workflow",
                columns: table => new
                {
                    nomor = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pelaku = table.Column<string>(type: "text", nullable: false),
                    wewenang = table.Column<string>(type: "text", nullable: false),
                    atas_nama = table.Column<string>(type: "text", nullable: true),
                    tindakan = table.Column<string>(type: "text", nullable: false),
                    objek = table.Column<string>(type: "text", nullable: true),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tujuan = table.Column<string>(type: "text", nullable: false),
                    dari = table.Column<string>(type: "text", nullable: true),
                    jejak = table.Column<string>(type: "text", nullable: true),
                    rincian = table.Column<string>(type: "text", nullable: true),
                    orang = table.Column<string>(type: "text", nullable: true),
                    tanda = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit", x => x.nomor);
                });

            migrationBuilder.CreateTable(
                name: "audit_orang",
                schema: "workflow",
                columns: table => new
                {
                    indeks = table.Column<string>(type: "text", nullable: false),
                    catatan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permohonan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sejak = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_orang", x => new { x.indeks, x.catatan_id });
                });

            migrationBuilder.CreateTable(
                name: "audit_segel",
                schema: "workflow",
                columns: table => new
                {
                    nomor = table.Column<long>(type: "bigint", nullable: false),
                    sampai = table.Column<long>(type: "bigint", nullable: false),
                    jumlah = table.Column<int>(type: "integer", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_segel", x => x.nomor);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_pada",
                schema: "workflow",
                table: "audit",
                column: "pada")
                .Annotation("Npgsql:IndexMethod", "brin");

            migrationBuilder.CreateIndex(
                name: "ix_audit_permohonan_id",
                schema: "workflow",
                table: "audit",
                column: "permohonan_id",
                filter: "permohonan_id IS NOT NULL");
            migrationBuilder.LindungiAudit("workflow");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "audit_orang",
                schema: "workflow");

            migrationBuilder.DropTable(
                name: "audit_segel",
                schema: "workflow");
            migrationBuilder.Sql("DROP FUNCTION workflow.audit_tetap()");
        }
    }
}
