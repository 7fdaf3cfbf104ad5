using System.Text;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Identity.Tampilan;

/// <summary>The frame of every page: Indonesian, no script, nothing from elsewhere, not to be framed, not to be cached.</summary>
internal static class Halaman
{
    private const string Csp =
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly string Gaya = BacaGaya();

    /// <summary>The style sheet.</summary>
    public static void MapGaya(this IEndpointRouteBuilder app) =>
        app.MapGet("/masuk/gaya.css", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=3600";
            return TypedResults.Text(Gaya, "text/css", Encoding.UTF8);
        }).Terbuka("tanpa data").ExcludeFromDescription();

    /// <summary>A page.</summary>
    public static ContentHttpResult Buat(HttpContext http, string judul, Html isi, int status = StatusCodes.Status200OK, Html? kepala = null)
    {
        http.Response.Headers.ContentSecurityPolicy = Csp;
        var halaman = Html.Dari(
            $"""
            <!doctype html>
            <html lang="id">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{judul} · Pelayanan Kartu Keluarga</title>
            <link rel="stylesheet" href="/masuk/gaya.css">
            {kepala}
            </head>
            <body>
            <main>
            <h1>{judul}</h1>
            {isi}
            </main>
            </body>
            </html>

            """);
        return TypedResults.Content(halaman.ToString(), "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    /// <summary>
    /// On to an address after a form. A redirect would be held to <c>form-action</c> all the way to the client's own address; a page that moves on is not.
    /// </summary>
    public static ContentHttpResult Lanjut(HttpContext http, string alamat) => Buat(
        http, "Melanjutkan", Html.Dari($"""<p><a href="{alamat}">Lanjutkan</a></p>"""),
        kepala: Html.Dari($"""<meta http-equiv="refresh" content="0;url={alamat}">"""));

    /// <summary>What went wrong, read out by screen readers.</summary>
    public static Html Salah(string? pesan) => pesan is null ? Html.Kosong : Html.Dari($"""<p class="salah" role="alert">{pesan}</p>""");

    /// <summary>The hidden field against forged requests (CSRF); every form has it.</summary>
    public static Html Segel(HttpContext http)
    {
        var segel = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return Html.Dari($"""<input type="hidden" name="{segel.FormFieldName}" value="{segel.RequestToken}">""");
    }

    /// <summary>Refuses every POST of a group without the token that its page had.</summary>
    public static RouteGroupBuilder DenganSegel(this RouteGroupBuilder group) => group.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method)) return await next(context);
        if (http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)) return await next(context);
        return Buat(
            http, "Formulir kedaluwarsa", Html.Dari($"""<p>Formulir ini tidak lagi berlaku. <a href="{http.Request.Path}">Muat ulang</a>, lalu isi kembali.</p>"""),
            StatusCodes.Status400BadRequest);
    });

    private static string BacaGaya()
    {
        using var pembaca = new StreamReader(typeof(Halaman).Assembly.GetManifestResourceStream("gaya.css")!);
        return pembaca.ReadToEnd();
    }
}
