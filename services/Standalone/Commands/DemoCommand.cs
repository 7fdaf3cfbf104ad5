using System.Diagnostics;
using System.Globalization;
using Dukcapil.Standalone.Demo;
using Dukcapil.Standalone.Hosting;
using Dukcapil.Standalone.Perjalanan;

namespace Dukcapil.Standalone.Commands;

/// <summary>One application through all steps of the SOP over HTTP, shown, kept and compared with the expected way.</summary>
internal sealed class DemoCommand : ICommand
{
    private const string KeluaranBawaan = "hasil-demo";

    public string Name => "demo";

    public string Usage => "demo [--keluaran FOLDER] [--alamat URL --data FOLDER]";

    public string Summary => "menempuh seluruh SOP dengan satu permohonan contoh dan memeriksa hasilnya";

    public async Task<int> RunAsync(string[] args)
    {
        var keluaran = Path.GetFullPath(args.Value("--keluaran") ?? KeluaranBawaan);
        if (args.Value("--alamat") is { } alamat)
        {
            if (FolderData.Buka(args) is not { } data) return 2;
            using var klien = KantorKlien.DariData(new Uri(alamat), data);
            return await JalankanAsync(klien, keluaran);
        }
        var sementara = Directory.CreateTempSubdirectory("dukcapil-demo-");
        try
        {
            var data = new DataFolder(sementara.FullName, sementara: true);
            await using var host = await StandaloneHost.StartAsync(data, "http://127.0.0.1:0");
            using var klien = KantorKlien.DariData(host.Address, data);
            return await JalankanAsync(klien, keluaran);
        }
        finally
        {
            // SQLite keeps pooled connections open, and Windows would not delete open files.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            sementara.Delete(recursive: true);
        }
    }

    private static async Task<int> JalankanAsync(KantorKlien klien, string keluaran)
    {
        var mulai = Stopwatch.GetTimestamp();
        var layar = Console.Out;
        try
        {
            var jejak = await new JalanDemo(klien, layar).TempuhAsync(CancellationToken.None);
            var perjalanan = await BacaPerjalanan.DariAsync(klien, jejak.PermohonanId, CancellationToken.None);
            TabelKonsol.Tulis(layar, perjalanan);
            await SimpanAsync(klien, jejak.PermohonanId, perjalanan, keluaran);
            await layar.WriteLineAsync(
                $"""
                Nomor register  {perjalanan.NomorRegister}
                Nomor agenda    {perjalanan.NomorAgenda}
                Tanda bukti     {jejak.KodeTandaBukti}
                Hasil           {keluaran}
                                perjalanan.html, konsep-v1.pdf sampai konsep-v3.pdf, tanda-bukti.pdf, bukti-penyerahan.pdf
                """);
            var beda = await new PemeriksaDemo(klien, jejak).PeriksaAsync(perjalanan, CancellationToken.None);
            var lama = Stopwatch.GetElapsedTime(mulai).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture).Replace('.', ',');
            if (beda.Count == 0)
            {
                await layar.WriteLineAsync($"SESUAI: semua langkah, versi, paraf, nomor, dan penyerahan seperti seharusnya ({lama} detik).");
                return 0;
            }
            foreach (var baris in beda) await Console.Error.WriteLineAsync("BEDA: " + baris);
            return 1;
        }
        catch (Exception e) when (e is PermintaanDitolakException or TimeoutException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync("BERHENTI: " + e.Message);
            return 1;
        }
    }

    private static async Task SimpanAsync(KantorKlien klien, Guid id, PerjalananPermohonan perjalanan, string keluaran)
    {
        Directory.CreateDirectory(keluaran);
        await File.WriteAllTextAsync(Path.Combine(keluaran, "perjalanan.html"), HalamanPerjalanan.Render(perjalanan));
        var dokumen = new Dictionary<string, string>
        {
            ["konsep-v1.pdf"] = $"/api/v1/permohonan/{id}/konsep/1/pdf",
            ["konsep-v2.pdf"] = $"/api/v1/permohonan/{id}/konsep/2/pdf",
            ["konsep-v3.pdf"] = $"/api/v1/permohonan/{id}/konsep/3/pdf",
            ["tanda-bukti.pdf"] = $"/api/v1/permohonan/{id}/tanda-bukti",
            ["bukti-penyerahan.pdf"] = $"/api/v1/registri/permohonan/{id}/bukti-penyerahan",
        };
        foreach (var (nama, path) in dokumen) await File.WriteAllBytesAsync(Path.Combine(keluaran, nama), await klien.UnduhAsync(path));
    }
}
