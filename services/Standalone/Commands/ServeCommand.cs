using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Dukcapil.Standalone.Rekonsiliasi;

namespace Dukcapil.Standalone.Commands;

/// <summary>Starts everything and says where to go.</summary>
internal sealed class ServeCommand : ICommand
{
    public const string DefaultData = "data";
    private const string DefaultUrls = "http://127.0.0.1:5080";

    public string Name => "layani";

    public string Usage => "[layani] [--data FOLDER] [--urls URL]";

    public string Summary => "menjalankan semua layanan dalam satu proses (bawaan)";

    public async Task<int> RunAsync(string[] args)
    {
        var data = new DataFolder(args.Value("--data") ?? DefaultData);
        var urls = args.Value("--urls") ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? DefaultUrls;
        await using var host = await StandaloneHost.StartAsync(data, urls);
        Console.WriteLine(
            $"""
            Pelayanan Kartu Keluarga berjalan.
              Halaman   {host.Address}
              API       {new Uri(host.Address, "/scalar/")}
              Data      {data.Path}
              Token     dotnet run --project services/Standalone -- token LOKET
              Contoh    dotnet run --project services/Standalone -- demo
            """);
        using var berhenti = new CancellationTokenSource();
        var rekonsiliasi = new RekonsiliasiBerkala(host.Address, () => TokenOps(data), Console.Error).JalankanAsync(berhenti.Token);
        await host.WaitForShutdownAsync();
        await berhenti.CancelAsync();
        await rekonsiliasi;
        return 0;
    }

    private static string TokenOps(DataFolder data)
    {
        using var kunci = data.ReadSigningKey();
        return PetugasContoh.Token(kunci, "OPS");
    }
}
