using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dukcapil.Identity.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Awal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "identity");

            migrationBuilder.CreateTable(
                name: "idempotency",
                schema: "identity",
                columns: table => new
                {
                    client = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    payload_hash = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency", x => new { x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "kantor",
                schema: "identity",
                columns: table => new
                {
                    kode = table.Column<string>(type: "text", nullable: false),
                    nama = table.Column<string>(type: "text", nullable: false),
                    wilayah = table.Column<string>(type: "text", nullable: false),
                    zona = table.Column<string>(type: "text", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kantor", x => x.kode);
                });

            migrationBuilder.CreateTable(
                name: "kunci",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    jenis = table.Column<int>(type: "integer", nullable: false),
                    tersegel = table.Column<string>(type: "text", nullable: false),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    berlaku_sejak = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kunci", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "open_iddict_applications",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    client_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    client_secret = table.Column<string>(type: "text", nullable: true),
                    client_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    consent_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    display_name = table.Column<string>(type: "text", nullable: true),
                    display_names = table.Column<string>(type: "text", nullable: true),
                    json_web_key_set = table.Column<string>(type: "text", nullable: true),
                    permissions = table.Column<string>(type: "text", nullable: true),
                    post_logout_redirect_uris = table.Column<string>(type: "text", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    redirect_uris = table.Column<string>(type: "text", nullable: true),
                    requirements = table.Column<string>(type: "text", nullable: true),
                    settings = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_iddict_applications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "open_iddict_scopes",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    description = table.Column<string>(type: "text", nullable: true),
                    descriptions = table.Column<string>(type: "text", nullable: true),
                    display_name = table.Column<string>(type: "text", nullable: true),
                    display_names = table.Column<string>(type: "text", nullable: true),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    resources = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_iddict_scopes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "akun",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nama_pengguna = table.Column<string>(type: "text", nullable: false),
                    nama = table.Column<string>(type: "text", nullable: false),
                    kantor = table.Column<string>(type: "text", nullable: false),
                    aktif = table.Column<bool>(type: "boolean", nullable: false),
                    contoh = table.Column<bool>(type: "boolean", nullable: false),
                    sandi_hash = table.Column<string>(type: "text", nullable: true),
                    harus_ganti_sandi = table.Column<bool>(type: "boolean", nullable: false),
                    totp_tersegel = table.Column<string>(type: "text", nullable: true),
                    totp_aktif = table.Column<bool>(type: "boolean", nullable: false),
                    totp_terakhir = table.Column<long>(type: "bigint", nullable: false),
                    gagal = table.Column<int>(type: "integer", nullable: false),
                    terkunci_sampai = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    versi = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_akun", x => x.id);
                    table.ForeignKey(
                        name: "fk_akun_kantor_kantor",
                        column: x => x.kantor,
                        principalSchema: "identity",
                        principalTable: "kantor",
                        principalColumn: "kode",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "open_iddict_authorizations",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    scopes = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_iddict_authorizations", x => x.id);
                    table.ForeignKey(
                        name: "fk_open_iddict_authorizations_open_iddict_applications_applica~",
                        column: x => x.application_id,
                        principalSchema: "identity",
                        principalTable: "open_iddict_applications",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "kode_pemulihan",
                schema: "identity",
                columns: table => new
                {
                    akun_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kode_pemulihan", x => new { x.akun_id, x.hash });
                    table.ForeignKey(
                        name: "fk_kode_pemulihan_akun_akun_id",
                        column: x => x.akun_id,
                        principalSchema: "identity",
                        principalTable: "akun",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "peran",
                schema: "identity",
                columns: table => new
                {
                    akun_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kode = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_peran", x => new { x.akun_id, x.kode });
                    table.ForeignKey(
                        name: "fk_peran_akun_akun_id",
                        column: x => x.akun_id,
                        principalSchema: "identity",
                        principalTable: "akun",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sesi",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    akun_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dibuat_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    berakhir_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    alamat = table.Column<string>(type: "text", nullable: false),
                    peramban = table.Column<string>(type: "text", nullable: false),
                    dicabut_pada = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sesi", x => x.id);
                    table.ForeignKey(
                        name: "fk_sesi_akun_akun_id",
                        column: x => x.akun_id,
                        principalSchema: "identity",
                        principalTable: "akun",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "open_iddict_tokens",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: true),
                    authorization_id = table.Column<Guid>(type: "uuid", nullable: true),
                    concurrency_token = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    creation_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    expiration_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    payload = table.Column<string>(type: "text", nullable: true),
                    properties = table.Column<string>(type: "text", nullable: true),
                    redemption_date = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reference_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    type = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_iddict_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_open_iddict_tokens_open_iddict_applications_application_id",
                        column: x => x.application_id,
                        principalSchema: "identity",
                        principalTable: "open_iddict_applications",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_open_iddict_tokens_open_iddict_authorizations_authorization~",
                        column: x => x.authorization_id,
                        principalSchema: "identity",
                        principalTable: "open_iddict_authorizations",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_akun_kantor",
                schema: "identity",
                table: "akun",
                column: "kantor");

            migrationBuilder.CreateIndex(
                name: "ix_akun_nama_pengguna",
                schema: "identity",
                table: "akun",
                column: "nama_pengguna",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_applications_client_id",
                schema: "identity",
                table: "open_iddict_applications",
                column: "client_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_authorizations_application_id_status_subject_ty~",
                schema: "identity",
                table: "open_iddict_authorizations",
                columns: new[] { "application_id", "status", "subject", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_scopes_name",
                schema: "identity",
                table: "open_iddict_scopes",
                column: "name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_tokens_application_id_status_subject_type",
                schema: "identity",
                table: "open_iddict_tokens",
                columns: new[] { "application_id", "status", "subject", "type" });

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_tokens_authorization_id",
                schema: "identity",
                table: "open_iddict_tokens",
                column: "authorization_id");

            migrationBuilder.CreateIndex(
                name: "ix_open_iddict_tokens_reference_id",
                schema: "identity",
                table: "open_iddict_tokens",
                column: "reference_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sesi_akun_id",
                schema: "identity",
                table: "sesi",
                column: "akun_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idempotency",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "kode_pemulihan",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "kunci",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "open_iddict_scopes",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "open_iddict_tokens",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "peran",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "sesi",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "open_iddict_authorizations",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "akun",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "open_iddict_applications",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "kantor",
                schema: "identity");
        }
    }
}
