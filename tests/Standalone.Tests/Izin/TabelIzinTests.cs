using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Standalone.Commands;
using Dukcapil.Standalone.Hosting;
using Dukcapil.Standalone.Izin;
using Dukcapil.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Dukcapil.Standalone.Tests.Izin;

public sealed class TabelIzinTests
{
    [Fact]
    public async Task Every_endpoint_of_every_service_declares_who_may_call_it()
    {
        var folder = Directory.CreateTempSubdirectory("dukcapil-uji-");
        try
        {
            await using var host = StandaloneHost.Build(new DataFolder(folder.FullName), "http://127.0.0.1:0");
            Assert.Empty(TabelIzin.TanpaAturan(host.Endpoints));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_endpoint_without_a_rule_is_found()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var app = builder.Build();
        app.MapGet("/tanpa/aturan", () => "");
        app.MapGet("/dengan/aturan", () => "").Terbuka("uji");
        Assert.Equal(["/tanpa/aturan"], TabelIzin.TanpaAturan(((IEndpointRouteBuilder)app).DataSources));
    }

    [Fact]
    public async Task Every_endpoint_that_shows_a_file_leaves_a_line_in_the_audit_journal()
    {
        // These write their lines themselves, or show nothing of a person.
        string[] sendiri =
        [
            "/buku-agenda", "/cabut/{pencabutan:guid}", "/tugas/{id}", "/tugas", "/tugas/jumlah", "/tugas/aliran", "/tugas/{tugas}", "/tugas/{id}/catatan", "/v1/permohonan",
            "/permohonan/statistik", "/permohonan/statistik/xes", "/permohonan/wilayah", "/registri/statistik", "/registri/belum-diambil",
            "/laporan/standar-layanan", "/laporan/standar-layanan/csv", "/laporan/standar-layanan/cetak",
        ];
        var folder = Directory.CreateTempSubdirectory("dukcapil-uji-");
        try
        {
            await using var host = StandaloneHost.Build(new DataFolder(folder.FullName), "http://127.0.0.1:0");
            var tanpaCatatan = host.Endpoints.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && e.Metadata.GetMetadata<Tercatat>() is null)
                .Select(e => e.RoutePattern.RawText!.TrimEnd('/'))
                .Where(jalur => ((string[])["/api/v1/permohonan", "/api/v1/persetujuan", "/api/v1/registri", "/api/v1/loket", "/api/v1/tugas"]).Any(a => jalur.StartsWith(a, StringComparison.Ordinal)))
                .Where(jalur => !sendiri.Any(akhir => jalur.EndsWith(akhir, StringComparison.Ordinal)));
            Assert.Equal([], tanpaCatatan);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_table_in_the_documentation_is_that_of_the_running_endpoints()
    {
        var dokumen = await File.ReadAllTextAsync(Repository.PathOf("docs/security.md"));
        Assert.True(
            TabelIzin.Sisipkan(dokumen, await IzinCommand.BacaAsync()) == dokumen,
            "docs/security.md is not current: dotnet run --project services/Standalone -- izin --tulis docs/security.md");
    }
}
