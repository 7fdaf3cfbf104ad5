using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class PengajuDanSalinan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "diajukan_oleh",
                schema: "registry",
                table: "tanda_bukti",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "isi_tersegel",
                schema: "registry",
                table: "kartu",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "diajukan_oleh",
                schema: "registry",
                table: "tanda_bukti");

            migrationBuilder.DropColumn(
                name: "isi_tersegel",
                schema: "registry",
                table: "kartu");
        }
    }
}
