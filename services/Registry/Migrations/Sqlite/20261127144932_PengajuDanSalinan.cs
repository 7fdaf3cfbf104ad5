using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Registry.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PengajuDanSalinan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "diajukan_oleh",
                table: "tanda_bukti",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "isi_tersegel",
                table: "kartu",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "diajukan_oleh",
                table: "tanda_bukti");

            migrationBuilder.DropColumn(
                name: "isi_tersegel",
                table: "kartu");
        }
    }
}
