using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dukcapil.Standalone.Perjalanan;

namespace Dukcapil.Standalone.Demo;

/// <summary>
/// Compares what the system recorded with what the SOP and the story demand. The expected way stands here by itself: it is neither computed from
/// the walk nor from the definition.
/// </summary>
internal sealed partial class PemeriksaDemo(KantorKlien klien, JejakDemo jejak)
{
    private static readonly (string Langkah, string Peran, string Hasil, int? Konsep)[] Harapan =
    [
        ("1", "PEMOHON", "Diajukan", null),
        ("2", "LOKET", "Tidak lengkap", null),
        ("1", "PEMOHON", "Diajukan", null),
        ("2", "LOKET", "Lengkap", null),
        ("2", "LOKET", "Selesai", 1),
        ("3", "KASI", "Tidak sesuai", 1),
        ("2", "LOKET", "Selesai", 2),
        ("3", "KASI", "Sesuai", 2),
        ("4", "KABID", "Tidak sesuai", 2),
        ("3", "KASI", "Tidak sesuai", 2),
        ("2", "LOKET", "Selesai", 3),
        ("3", "KASI", "Sesuai", 3),
        ("4", "KABID", "Sesuai", 3),
        ("5", "LOKET", "Selesai", 3),
        ("6", "KADIS", "Ditandatangani", null),
        ("7", "LOKET", "Selesai", null),
        ("8", "LOKET", "Diserahkan", null),
    ];

    private readonly List<string> beda = [];

    /// <summary>Every difference in one sentence; empty when all is as it should be.</summary>
    public async Task<IReadOnlyList<string>> PeriksaAsync(PerjalananPermohonan perjalanan, CancellationToken token)
    {
        PeriksaLangkah(perjalanan.Langkah);
        PeriksaParaf(await klien.BacaAsync("KASI", $"/api/v1/persetujuan/permohonan/{jejak.PermohonanId}", token));
        PeriksaRegistri(perjalanan, await klien.BacaAsync(KantorKlien.Loket, $"/api/v1/registri/permohonan/{jejak.PermohonanId}", token));
        var lacak = await klien.LacakAsync(jejak.KodeLacak, token);
        Sama("Pelacakan", "selesai", (string?)lacak["status"]);
        foreach (var peran in (string[])["LOKET", "KASI", "KABID", "KADIS"])
            Sama($"Tugas {peran} yang tertinggal", 0, (await klien.DaftarTugasAsync(peran, jejak.PermohonanId, token)).Count);
        return beda;
    }

    /// <summary>The steps alone; differences so far.</summary>
    internal IReadOnlyList<string> PeriksaLangkah(IReadOnlyList<LangkahPerjalanan> langkah)
    {
        Sama("Banyak langkah", Harapan.Length, langkah.Count);
        for (var i = 0; i < Math.Min(Harapan.Length, langkah.Count); i++)
        {
            var (l, h) = (langkah[i], Harapan[i]);
            var ke = string.Create(CultureInfo.InvariantCulture, $"Baris {i + 1}");
            Sama(ke + ", langkah", h.Langkah, l.Nomor);
            Sama(ke + ", peran", h.Peran, l.Peran);
            Sama(ke + ", hasil", h.Hasil, l.Hasil);
            Sama(ke + ", versi konsep", h.Konsep, l.VersiKonsep);
            if (l.Kembali && string.IsNullOrWhiteSpace(l.Alasan)) beda.Add(ke + ": dikembalikan tanpa alasan.");
        }
        Sama("Banyak pengembalian", 4, langkah.Count(l => l.Kembali));
        return beda;
    }

    private void PeriksaParaf(JsonNode persetujuan)
    {
        Sama("Versi konsep", "1, 2, 3", string.Join(", ", persetujuan["konsep"]!.AsArray().Select(k => (int)k!["versi"]!)));
        var berlaku = persetujuan["paraf"]!.AsArray().Where(p => !(bool)p!["gugur"]!).ToList();
        Sama("Paraf yang berlaku", "3 KASI, 3 KABID", string.Join(", ", berlaku.Select(p => $"{(int)p!["versiKonsep"]!} {(string)p["peran"]!}")));
        Sama("Banyak pemaraf", 2, berlaku.Select(p => (string)p!["petugas"]!).Distinct().Count());
    }

    private void PeriksaRegistri(PerjalananPermohonan perjalanan, JsonNode registri)
    {
        if (!NomorRegister().IsMatch(perjalanan.NomorRegister ?? "")) beda.Add($"Nomor register '{perjalanan.NomorRegister}' tidak berbentuk KK/tahun/urut.");
        if (!NomorAgenda().IsMatch(perjalanan.NomorAgenda ?? "")) beda.Add($"Nomor agenda '{perjalanan.NomorAgenda}' tidak berbentuk 400.12.2.1/urut/tahun.");
        Sama("Baris Buku Agenda", 1, registri["agenda"]!.AsArray().Count);
        Sama("Cetakan", 1, registri["cetakan"]!.AsArray().Count);
        Sama("Versi konsep pada kartu", 3, (int?)registri["kartu"]?["versiKonsep"]);
        Sama("Nomor bukti penyerahan", "BP/" + perjalanan.NomorAgenda, (string?)registri["penyerahan"]?["nomorBukti"]);
        Sama("Jawaban atas penyerahan kedua", 409, jejak.SerahTerimaKedua);
    }

    private void Sama<T>(string apa, T harap, T nyata)
    {
        if (!EqualityComparer<T>.Default.Equals(harap, nyata)) beda.Add($"{apa}: seharusnya {Tulis(harap)}, nyatanya {Tulis(nyata)}.");
    }

    private static string Tulis<T>(T nilai) => nilai is null ? "(tidak ada)" : $"{nilai}";

    [GeneratedRegex("^KK/[0-9]{4}/[0-9]{6}$")]
    private static partial Regex NomorRegister();

    [GeneratedRegex(@"^400\.12\.2\.1/[1-9][0-9]*/[0-9]{4}$")]
    private static partial Regex NomorAgenda();
}
