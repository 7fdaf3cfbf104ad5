using Dukcapil.Contracts;
using Scalar.AspNetCore;

namespace Dukcapil.Gateway;

/// <summary>What a person sees at the origin: what this is, and the documentation of the API of all services in one place.</summary>
public static class FrontPage
{
    private const string Html = """
        <!doctype html>
        <html lang="id">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Pelayanan Kartu Keluarga</title>
          <style>
            body { font: 16px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 4rem auto; padding: 0 1.5rem; color: #1b2733; background: #fff }
            h1 { font-size: 1.6rem; margin-bottom: .2rem } p.lead { color: #4a5a6a; margin-top: 0 }
            code { background: #eef2f6; padding: .1rem .35rem; border-radius: 4px } a { color: #0b5cad } li { margin: .4rem 0 }
          </style>
        </head>
        <body>
          <h1>Pelayanan Kartu Keluarga</h1>
          <p class="lead">Alur kerja delapan langkah, dari pengajuan sampai serah terima.</p>
          <ul>
            <li><a href="/layar/">Tugas saya</a> (kotak masuk petugas)</li>
            <li><a href="/scalar/">Dokumentasi API</a> (OpenAPI, semua layanan)</li>
            <li><a href="/studio/">Perancang alur kerja</a> (Elsa Studio; admin alur)</li>
            <li><a href="/masuk">Masuk</a> (akun dan sesi petugas; admin: pengguna dan klien)</li>
            <li>Lacak permohonan: <code>/api/v1/lacak/{kode lacak}</code></li>
            <li>Keadaan layanan: <a href="/health/ready">/health/ready</a></li>
          </ul>
        </body>
        </html>
        """;

    /// <summary>Maps <c>/</c> and <c>/scalar/</c>, and answers for what belongs to nobody.</summary>
    public static void MapFrontPage(this WebApplication app)
    {
        app.MapFallback(() => TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound, type: "urn:dukcapil:masalah:tidak-ditemukan", title: "Tidak ditemukan", detail: "Alamat ini tidak ada."));
        app.MapGet("/", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
            http.Response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.Content(Html, "text/html; charset=utf-8");
        });
        app.MapScalarApiReference("/scalar", options =>
        {
            options.Title = "API Pelayanan Kartu Keluarga";
            // Nothing of this page goes to or comes from outside the office.
            options.Telemetry = false;
            options.DefaultFonts = false;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.Agent = new ScalarAgentOptions { Disabled = true };
            options.HideClientButton = true;
            options.OpenApiRoutePattern = "/openapi/{documentName}.json";
            options.AddDocuments([.. ServiceNames.WithApi]);
        });
    }
}
