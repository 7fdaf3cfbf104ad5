using System.Globalization;
using Dukcapil.Kependudukan;
using Dukcapil.Standalone.Audit;

namespace Dukcapil.Standalone.Commands;

/// <summary>Verifies the audit journals, and tells from them what was done with the data of a person.</summary>
internal sealed class AuditCommand : ICommand
{
    public string Name => "audit";

    public string Usage =>
        """
        audit verify [--data FOLDER | --rahasia FOLDER [--host NAMA]] [--jangkar FOLDER]
          audit orang --tujuan TEKS [--dari WAKTU] [--sampai WAKTU] [--nomor-dari BERKAS] [--alamat URL] [--data FOLDER | --kunci BERKAS]
          audit bocor --tujuan TEKS [--dari WAKTU] [--sampai WAKTU] …
        """;

    public string Summary => "memeriksa keutuhan jurnal audit (0 utuh, 1 ada temuan); laporan pemrosesan satu orang; siapa yang melihat datanya";

    public async Task<int> RunAsync(string[] args)
    {
        try
        {
            return args.FirstOrDefault() switch
            {
                "verify" => await PeriksaAsync(args),
                "orang" => await LaporkanAsync(args, hanyaBaca: false),
                "bocor" => await LaporkanAsync(args, hanyaBaca: true),
                _ => await SalahAsync("Pilih: audit verify, audit orang, atau audit bocor."),
            };
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or System.Data.Common.DbException or IOException)
        {
            return await SalahAsync("Jurnal audit tidak dapat dibaca: " + e.Message);
        }
    }

    private static async Task<int> PeriksaAsync(string[] args)
    {
        if (SumberAudit.Dari(args) is not { } sumber) return 2;
        var utuh = true;
        foreach (var s in sumber)
        {
            var hasil = await s.PeriksaAsync(CancellationToken.None);
            utuh &= hasil.Temuan.Count == 0;
            Console.WriteLine($"{s.Layanan,-10} {(hasil.Temuan.Count == 0 ? "UTUH" : "TEMUAN")}: {hasil.Catatan} catatan, {hasil.Segel} segel, {hasil.Jangkar} jangkar");
            foreach (var temuan in hasil.Temuan) Console.WriteLine("           - " + temuan);
        }
        return utuh && sumber.Count > 0 ? 0 : 1;
    }

    private static async Task<int> LaporkanAsync(string[] args, bool hanyaBaca)
    {
        if (args.Value("--tujuan") is not { } tujuan) return await SalahAsync("Sebutkan --tujuan: mengapa laporan ini dibuat; tercatat dalam jurnal.");
        if (!Waktu(args, "--dari", out var dari) || !Waktu(args, "--sampai", out var sampai)) return await SalahAsync("Waktu ditulis seperti 2026-01-31T08:00:00+07:00.");
        // Never on the command line: that is seen by every process of this machine, and kept by the shell.
        var nomor = args.Value("--nomor-dari") is { } berkas ? await File.ReadAllTextAsync(berkas) : await Console.In.ReadLineAsync();
        if (!Nik.TryParse(nomor?.Trim(), out _)) return await SalahAsync("Ketik NIK atau Nomor KK (16 digit), atau sebutkan --nomor-dari BERKAS.");
        if (Operator.Auditor(args) is not { } auditor) return 2;
        using var klien = new AuditKlien(auditor.Alamat, await auditor.TokenAsync());
        var catatan = await klien.TentangAsync(nomor!.Trim(), tujuan, dari, sampai, hanyaBaca, CancellationToken.None);
        await Console.Out.WriteLineAsync($"{(hanyaBaca ? "Yang melihat data" : "Pemrosesan data")} {Samaran.Dari(nomor)}: {catatan.Count} catatan. Waktu UTC.");
        if (hanyaBaca) Pelihat(catatan);
        else foreach (var c in catatan) Console.WriteLine(Baris(c));
        return 0;
    }

    // One paragraph per person who saw it: what a notice to the subject and to the authority must say (UU 27/2022 article 46).
    private static void Pelihat(IReadOnlyList<CatatanLayanan> catatan)
    {
        foreach (var p in catatan.GroupBy(c => (c.Catatan.Pelaku, c.Catatan.Wewenang)))
        {
            Console.WriteLine($"{p.Key.Pelaku} {p.Key.Wewenang}: {p.Count()} kali, {Saat(p.Min(c => c.Catatan.Pada))} sampai {Saat(p.Max(c => c.Catatan.Pada))}");
            Console.WriteLine($"  dari   {string.Join("; ", p.Select(c => c.Catatan.Dari).Distinct())}");
            foreach (var data in p.Select(c => c.Catatan.Data).Distinct()) Console.WriteLine($"  data   {data}");
        }
    }

    private static string Baris(CatatanLayanan c) => string.Join('\t', Saat(c.Catatan.Pada), c.Layanan, c.Catatan.Pelaku, c.Catatan.Wewenang,
        c.Catatan.AtasNama is { } nama ? "a.n. " + nama : "", c.Catatan.Tindakan, c.Catatan.Rincian ?? c.Catatan.Objek, c.Catatan.PermohonanId, c.Catatan.Tujuan, c.Catatan.Dari, c.Catatan.Jejak);

    private static string Saat(DateTimeOffset pada) => pada.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static bool Waktu(string[] args, string nama, out DateTimeOffset? waktu)
    {
        waktu = null;
        if (args.Value(nama) is not { } teks) return true;
        if (!DateTimeOffset.TryParse(teks, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var terbaca)) return false;
        waktu = terbaca;
        return true;
    }

    private static async Task<int> SalahAsync(string pesan)
    {
        await Console.Error.WriteLineAsync(pesan);
        return 2;
    }
}
