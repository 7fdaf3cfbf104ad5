using System.Globalization;
using Dukcapil.Standalone.Rekonsiliasi;

namespace Dukcapil.Standalone.Commands;

/// <summary>Compares the services with each other, once or again and again, and repairs on request.</summary>
internal sealed class RekonsiliasiCommand : ICommand
{
    private const int TenggangBawaan = 60;

    public string Name => "rekonsiliasi";

    public string Usage => "rekonsiliasi [--perbaiki] [--setiap DETIK] [--tenggang DETIK] [--alamat URL] [--data FOLDER | --kunci BERKAS]";

    public string Summary => "membandingkan permohonan, alur, tugas, dan pesan antarlayanan (0 cocok, 1 ada temuan)";

    public async Task<int> RunAsync(string[] args)
    {
        if (!Detik(args, "--tenggang", TenggangBawaan, out var tenggang) || !Detik(args, "--setiap", 0, out var setiap)) return 2;
        if (Operator.Dari(args) is not { } ops) return 2;
        using var metrik = new MetrikRekonsiliasi();
        while (true)
        {
            var hasil = await SekaliAsync(ops, tenggang, args.Has("--perbaiki"), metrik);
            if (setiap == TimeSpan.Zero) return hasil;
            await Task.Delay(setiap);
        }
    }

    private static async Task<int> SekaliAsync(Operator ops, TimeSpan tenggang, bool perbaiki, MetrikRekonsiliasi metrik)
    {
        try
        {
            using var rekonsiliasi = new Rekonsiliasi.Rekonsiliasi(ops.Alamat, await ops.TokenAsync());
            var temuan = await rekonsiliasi.PeriksaAsync(tenggang);
            metrik.Tunjukkan(temuan);
            foreach (var t in temuan) Console.WriteLine((t.Perbaikan is null ? "TEMUAN   " : "TEMUAN * ") + t.Pesan);
            Console.WriteLine(temuan.Count == 0 ? "Cocok: tidak ada temuan." : $"{temuan.Count} temuan; yang bertanda * dapat diperbaiki dengan --perbaiki.");
            if (perbaiki && temuan.Count > 0)
                Console.WriteLine($"{await rekonsiliasi.PerbaikiAsync(temuan)} perbaikan dikirim; jalankan sekali lagi untuk memastikan.");
            return temuan.Count == 0 ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            metrik.Tunjukkan(null);
            // With --setiap the next round tries again: a service that is away is no reason to stop watching the others.
            await Console.Error.WriteLineAsync("Rekonsiliasi tidak dapat dilakukan: " + e.Message);
            return 2;
        }
    }

    private static bool Detik(string[] args, string nama, int bawaan, out TimeSpan nilai)
    {
        nilai = TimeSpan.FromSeconds(bawaan);
        if (!args.Has(nama)) return true;
        if (int.TryParse(args.Value(nama), NumberStyles.None, CultureInfo.InvariantCulture, out var detik))
        {
            nilai = TimeSpan.FromSeconds(detik);
            return true;
        }
        Console.Error.WriteLine($"Nilai {nama} harus bilangan detik.");
        return false;
    }
}
