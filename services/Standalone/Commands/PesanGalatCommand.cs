using Dukcapil.Contracts;
using Dukcapil.Standalone.Rekonsiliasi;

namespace Dukcapil.Standalone.Commands;

/// <summary>Counts the parked messages, and sends them again when their fault is mended.</summary>
internal sealed class PesanGalatCommand : ICommand
{
    public string Name => "pesan-galat";

    public string Usage => "pesan-galat [--kirim-ulang] [--alamat URL] [--data FOLDER | --kunci BERKAS]";

    public string Summary => "menghitung pesan galat per layanan, atau mengirimnya ulang (0 tidak ada, 1 ada)";

    public async Task<int> RunAsync(string[] args)
    {
        if (Operator.Dari(args) is not { } tujuan) return 2;
        try
        {
            using var ops = new OpsKlien(tujuan.Alamat, await tujuan.TokenAsync());
            return args.Has("--kirim-ulang") ? await KirimUlangAsync(ops) : await HitungAsync(ops);
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync("Layanan tidak menjawab sebagaimana mestinya: " + e.Message);
            return 2;
        }
    }

    private static async Task<int> HitungAsync(OpsKlien ops)
    {
        var pesan = await ops.PesanAsync(CancellationToken.None);
        Console.WriteLine($"{"Layanan",-10} {"Kotak keluar",12} {"Tertahan",9} {"Galat",6}");
        foreach (var (layanan, p) in pesan) Console.WriteLine($"{layanan,-10} {p.Outbox,12} {p.Tertahan,9} {p.Galat,6}");
        return pesan.Values.Any(p => p.Galat > 0) ? 1 : 0;
    }

    private static async Task<int> KirimUlangAsync(OpsKlien ops)
    {
        foreach (var layanan in ServiceNames.All)
            Console.WriteLine($"{layanan,-10} {await ops.KirimUlangGalatAsync(layanan, CancellationToken.None)} dikirim ulang");
        return 0;
    }
}
