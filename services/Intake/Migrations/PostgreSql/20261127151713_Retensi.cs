using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Intake.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Retensi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dimusnahkan_pada",
                schema: "intake",
                table: "permohonan",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "dimusnahkan_pada",
                schema: "intake",
                table: "permohonan");
        }
    }
}
