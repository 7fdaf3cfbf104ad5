using Dukcapil.Contracts;
using Dukcapil.Standalone.Rekonsiliasi;

namespace Dukcapil.Standalone.Commands;

/// <summary>Rotation of the keys that protect personal data and sign the audit journal.</summary>
internal sealed class KunciCommand : ICommand
{
    public string Name => "kunci";

    public string Usage => "kunci baru [--data FOLDER] | kunci segel-ulang [--alamat URL] [--data FOLDER | --kunci BERKAS]";

    public string Summary => "menambah kunci pelindung dan penanda audit (aktif sejak layanan dijalankan lagi), atau menyegel ulang semua data dengannya";

    public async Task<int> RunAsync(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "baru":
                if (FolderData.Buka(args) is not { } data) return 2;
                data.KunciBaru();
                Console.WriteLine("Kunci baru ditambahkan. Jalankan ulang layanan, lalu: kunci segel-ulang. Kunci lama tetap disimpan: jurnal audit memerlukannya.");
                return 0;
            case "segel-ulang":
                return await SegelUlangAsync(args);
            default:
                await Console.Error.WriteLineAsync("Pilih: kunci baru, atau kunci segel-ulang.");
                return 2;
        }
    }

    private static async Task<int> SegelUlangAsync(string[] args)
    {
        if (Operator.Dari(args) is not { } tujuan) return 2;
        try
        {
            using var ops = new OpsKlien(tujuan.Alamat, await tujuan.TokenAsync());
            foreach (var layanan in ServiceNames.WithApi)
            {
                var (nilai, berkas) = await ops.SegelUlangAsync(layanan, CancellationToken.None);
                Console.WriteLine($"{layanan,-10} {nilai} nilai, {berkas} berkas disegel ulang");
            }
            return 0;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync("Layanan tidak menjawab sebagaimana mestinya: " + e.Message);
            return 1;
        }
    }
}
