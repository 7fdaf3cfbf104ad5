using Dukcapil.Kependudukan;

namespace Dukcapil.Standalone.Commands;

/// <summary>Takes the villages of one kabupaten/kota out of the national list, for the setting <c>Kantor:BerkasWilayah</c>.</summary>
internal sealed class WilayahCommand : ICommand
{
    public string Name => "wilayah";

    public string Usage => "wilayah --dari FOLDER --kabupaten 33.11 [--ke BERKAS]";

    public string Summary => "mengambil desa/kelurahan satu kabupaten/kota dari daftar nasional ke berkas yang dibaca layanan (Kantor:BerkasWilayah)";

    public async Task<int> RunAsync(string[] args)
    {
        if (args.Value("--dari") is not { } folder || !KodeWilayah.TryParse(args.Value("--kabupaten"), out var kabupaten))
        {
            await Console.Error.WriteLineAsync("Pakai: " + Usage);
            return 2;
        }
        try
        {
            var isi = BerkasWilayah.Ambil(folder, kabupaten);
            var ke = args.Value("--ke") ?? $"wilayah-{kabupaten}.csv";
            await File.WriteAllTextAsync(ke, isi);
            // Read back: what the services will see.
            var desa = BerkasWilayah.Baca(ke);
            Console.WriteLine($"{ke}: {desa.Count} desa/kelurahan di {desa.Select(d => d.Kode.Kecamatan).Distinct().Count()} kecamatan. Sebutkan berkas ini di Kantor:BerkasWilayah:0.");
            return 0;
        }
        catch (Exception e) when (e is WilayahSalahException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
