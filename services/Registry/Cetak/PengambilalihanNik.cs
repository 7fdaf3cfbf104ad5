using Dukcapil.Kependudukan;

namespace Dukcapil.Registry.Cetak;

/// <summary>
/// Takes over the NIK that SIAK issued with the card. A NIK that the konsep has is not touched; after taking over, every member has one,
/// and no two the same (rules N01–N03 at print).
/// </summary>
internal static class PengambilalihanNik
{
    /// <summary>What is wrong, by place; empty when nothing is.</summary>
    public static IReadOnlyList<(string Field, string Sebab)> Periksa(KartuKeluarga kartu, IReadOnlyList<NikBaru> baru)
    {
        var salah = new List<(string, string)>();
        var nik = kartu.Anggota.Select(a => string.IsNullOrWhiteSpace(a.Nik) ? null : a.Nik).ToArray();
        for (var i = 0; i < baru.Count; i++)
        {
            var letak = $"data.anggota[{i}]";
            if (baru[i] is not { } isian) salah.Add((letak, "Wajib berisi urutan dan nik."));
            else if (isian.Urutan < 1 || isian.Urutan > nik.Length) salah.Add((letak + ".urutan", $"Harus 1 sampai {nik.Length}."));
            else if (!Nik.TryParse(isian.Nik, out _)) salah.Add((letak + ".nik", Nik.PesanSalah));
            else if (nik[isian.Urutan - 1] is not null) salah.Add((letak + ".urutan", "Anggota ini sudah mempunyai NIK."));
            else nik[isian.Urutan - 1] = isian.Nik;
        }
        if (salah.Count > 0) return salah;
        for (var i = 0; i < nik.Length; i++)
        {
            if (nik[i] is null) salah.Add(("data.anggota", $"Anggota nomor {i + 1} belum mempunyai NIK."));
            else if (Array.IndexOf(nik, nik[i]) < i) salah.Add(("data.anggota", $"NIK anggota nomor {i + 1} sama dengan anggota lain."));
        }
        return salah;
    }

    /// <summary>The card as SIAK has it: the konsep with the number of the card and the NIK that were issued.</summary>
    public static KartuKeluarga Terapkan(KartuKeluarga konsep, string nomorKk, IEnumerable<NikBaru> baru)
    {
        var nik = baru.Where(n => n is not null).GroupBy(n => n.Urutan).ToDictionary(g => g.Key, g => g.First().Nik);
        return konsep with
        {
            NomorKk = nomorKk,
            Anggota = [.. konsep.Anggota.Select((a, i) => a with { Nik = a.Nik ?? nik.GetValueOrDefault(i + 1) })],
        };
    }
}
