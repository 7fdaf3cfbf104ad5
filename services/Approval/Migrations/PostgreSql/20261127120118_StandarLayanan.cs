using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Approval.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class StandarLayanan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_tugas_kantor_diserahkan",
                schema: "approval",
                table: "tugas_kantor",
                columns: new[] { "kantor", "selesai_pada" },
                filter: "status = 1 AND aktivitas = 'Dukcapil.SerahTerima'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_tugas_kantor_diserahkan",
                schema: "approval",
                table: "tugas_kantor");
        }
    }
}
