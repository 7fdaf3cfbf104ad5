using Dukcapil.Contracts;
using Dukcapil.Standalone.Hosting;

namespace Dukcapil.Standalone.Commands;

/// <summary>The OpenAPI documents as the running services give them, one per service, and beside each a file of requests to try.</summary>
internal sealed class OpenApiCommand : ICommand
{
    public string Name => "openapi";

    public string Usage => "openapi --tulis FOLDER | --check FOLDER";

    public string Summary => "menulis dokumen OpenAPI dan contoh permintaan (.http) tiap layanan, atau memeriksa apakah yang tersimpan masih sesuai";

    public async Task<int> RunAsync(string[] args)
    {
        var sementara = Directory.CreateTempSubdirectory("dukcapil-openapi-");
        try
        {
            await using var host = await StandaloneHost.StartAsync(new DataFolder(sementara.FullName, sementara: true), "http://127.0.0.1:0");
            using var http = new HttpClient { BaseAddress = host.Address };
            return args.Value("--check") is { } diperiksa ? await PeriksaAsync(http, diperiksa) : await TulisAsync(http, args.Value("--tulis") ?? "docs/openapi");
        }
        finally
        {
            sementara.Delete(recursive: true);
        }
    }

    private static async Task<int> TulisAsync(HttpClient http, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (berkas, isi) in await SemuaAsync(http)) await File.WriteAllTextAsync(Path.Combine(folder, berkas), isi);
        return 0;
    }

    private static async Task<int> PeriksaAsync(HttpClient http, string folder)
    {
        var lain = 0;
        foreach (var (berkas, isi) in await SemuaAsync(http))
        {
            var jalur = Path.Combine(folder, berkas);
            if (File.Exists(jalur) && await File.ReadAllTextAsync(jalur) == isi) continue;
            await Console.Error.WriteLineAsync($"{jalur} tidak sesuai lagi; perbarui dengan: -- openapi --tulis {folder}");
            lain++;
        }
        return lain == 0 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<(string Berkas, string Isi)>> SemuaAsync(HttpClient http)
    {
        var semua = new List<(string, string)>();
        foreach (var service in ServiceNames.WithApi)
        {
            var dokumen = (await http.GetStringAsync(new Uri($"/openapi/{service}.json", UriKind.Relative))).ReplaceLineEndings("\n").TrimEnd() + "\n";
            semua.Add((service + ".json", dokumen));
            semua.Add((service + ".http", ContohHttp.Dari(dokumen)));
        }
        return semua;
    }
}
