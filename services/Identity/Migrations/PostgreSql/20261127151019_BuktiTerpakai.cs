using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Identity.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class BuktiTerpakai : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bukti_terpakai",
                schema: "identity",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    berakhir_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bukti_terpakai", x => x.hash);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bukti_terpakai",
                schema: "identity");
        }
    }
}
