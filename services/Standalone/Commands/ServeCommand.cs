using Dukcapil.Identity.Awal;
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
              Perancang {new Uri(host.Address, "/studio/")}
              API       {new Uri(host.Address, "/scalar/")}
              Data      {data.Path}
              Masuk     {new Uri(host.Address, "/masuk")}
              Token     dotnet run --project services/Standalone -- token LOKET
              Contoh    dotnet run --project services/Standalone -- demo
            """);
        if (host.Asal.PenerbitSendiri) UmumkanPetugasContoh(host.Asal, data);
        using var berhenti = new CancellationTokenSource();
        // Another issuer gives no token to this process; whoever operates the system then reconciles with one of his own.
        var rekonsiliasi = host.Asal.PenerbitSendiri
            ? new RekonsiliasiBerkala(host.Address, () => TokenKlien.OpsAsync(host.Address, data), Console.Error).JalankanAsync(berhenti.Token)
            : Task.CompletedTask;
        await host.WaitForShutdownAsync();
        await berhenti.CancelAsync();
        await rekonsiliasi;
        return 0;
    }

    // Loud, because these are doors: each of them opens to whoever sits at this machine.
    private static void UmumkanPetugasContoh(Asal asal, DataFolder data) => Console.WriteLine(asal.HanyaMesinIni
        ? $"""

          !!! PETUGAS CONTOH AKTIF: siapa pun di mesin ini dapat masuk sebagai petugas mana pun. Bukan untuk data sungguhan.
          !!!   Nama pengguna  {string.Join(", ", PetugasContoh.Semua.Select(p => PetugasContoh.NamaPengguna(p.Peran)))}
          !!!   Sandi          {data.SandiContoh}
          """
        : """

          Petugas contoh DITOLAK, karena layanan ini dapat dihubungi dari mesin lain.
          """);
}
