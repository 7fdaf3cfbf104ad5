using System.Net;
using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Xunit;

namespace Dukcapil.Standalone.Tests.Hosting;

public sealed class OneOriginServerTests(HostSementara host) : IClassFixture<HostSementara>
{
    [Theory]
    [InlineData("/api/v1/permohonan/00000000-0000-0000-0000-000000000000")]
    [InlineData("/api/v1/loket/tugas/x")]
    [InlineData("/api/v1/tugas")]
    [InlineData("/api/v1/persetujuan/tugas/x")]
    [InlineData("/api/v1/registri/buku-agenda")]
    [InlineData("/api/v1/ops/workflow/alur-terbuka")]
    public async Task A_path_of_a_service_reaches_it_and_asks_for_a_token(string path)
    {
        using var jawaban = await host.Klien.KirimAsync(null, HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.Unauthorized, jawaban.StatusCode);
        Assert.Equal("application/problem+json", jawaban.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("intake")]
    [InlineData("approval")]
    [InlineData("registry")]
    [InlineData("workflow")]
    public async Task Every_service_answers_the_operator_under_the_one_origin(string layanan)
    {
        var pesan = await host.Klien.BacaAsync("OPS", $"/api/v1/ops/{layanan}/pesan");
        Assert.Equal(0, (int)pesan["galat"]!);
    }

    [Fact]
    public async Task Tracking_needs_no_token_and_knows_an_unknown_code()
    {
        var tolak = await Assert.ThrowsAsync<PermintaanDitolakException>(() => host.Klien.LacakAsync("AAAA-BBBB-CCCC"));
        Assert.Equal(HttpStatusCode.NotFound, tolak.Status);
        Assert.Equal("tidak-ditemukan", tolak.Jenis);
        Assert.NotNull(tolak.TraceId);
    }

    [Fact]
    public async Task The_front_page_is_served_where_no_service_is()
    {
        using var jawaban = await host.Klien.KirimAsync(null, HttpMethod.Get, "/");
        Assert.Equal(HttpStatusCode.OK, jawaban.StatusCode);
        Assert.Equal("text/html", jawaban.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/permohonanku")]
    [InlineData("/tidak/ada")]
    public async Task A_path_that_only_begins_like_one_of_a_service_is_not_found(string path)
    {
        using var jawaban = await host.Klien.KirimAsync(null, HttpMethod.Get, path);
        Assert.Equal(HttpStatusCode.NotFound, jawaban.StatusCode);
    }

    [Fact]
    public async Task The_token_of_a_client_system_files_but_sees_no_tasks()
    {
        const string Klien = TokenKlien.AwalanSistem + "kelurahan-contoh";
        var pengajuan = await host.Klien.AjukanAsync(BerkasContoh.Pengajuan(), peran: Klien);
        Assert.Equal(pengajuan.KodeLacak, (string?)(await host.Klien.PermohonanAsync(pengajuan.Id, Klien))["kodeLacak"]);
        using var tugas = await host.Klien.KirimAsync(Klien, HttpMethod.Get, "/api/v1/tugas");
        Assert.Equal(HttpStatusCode.Forbidden, tugas.StatusCode);
    }
}
