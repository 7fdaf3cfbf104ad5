using Dukcapil.Contracts;
using Dukcapil.Standalone.Hosting;

namespace Dukcapil.Standalone.Commands;

/// <summary>The OpenAPI documents as the running services give them, one per service.</summary>
internal sealed class OpenApiCommand : ICommand
{
    public string Name => "openapi";

    public string Usage => "openapi --tulis FOLDER | --check FOLDER";

    public string Summary => "menulis dokumen OpenAPI tiap layanan, atau memeriksa apakah yang tersimpan masih sesuai";

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
        foreach (var service in ServiceNames.WithApi) await File.WriteAllTextAsync(Berkas(folder, service), await BacaAsync(http, service));
        return 0;
    }

    private static async Task<int> PeriksaAsync(HttpClient http, string folder)
    {
        var lain = 0;
        foreach (var service in ServiceNames.WithApi)
        {
            if (File.Exists(Berkas(folder, service)) && await File.ReadAllTextAsync(Berkas(folder, service)) == await BacaAsync(http, service)) continue;
            await Console.Error.WriteLineAsync($"{Berkas(folder, service)} tidak sesuai lagi; perbarui dengan: -- openapi --tulis {folder}");
            lain++;
        }
        return lain == 0 ? 0 : 1;
    }

    private static async Task<string> BacaAsync(HttpClient http, string service) =>
        (await http.GetStringAsync(new Uri($"/openapi/{service}.json", UriKind.Relative))).ReplaceLineEndings("\n").TrimEnd() + "\n";

    private static string Berkas(string folder, string service) => Path.Combine(folder, service + ".json");
}
