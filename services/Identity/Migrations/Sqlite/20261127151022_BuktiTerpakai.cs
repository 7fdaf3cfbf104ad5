using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Identity.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BuktiTerpakai : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bukti_terpakai",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    berakhir_pada = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "bukti_terpakai");
        }
    }
}
