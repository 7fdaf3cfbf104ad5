using Dukcapil.Contracts;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Approval.Langkah;

/// <summary>Data of "Tidak sesuai": remarks beside the reason, each on the field it concerns. May be left out.</summary>
public sealed record DataKeberatan
{
    private const int Terbanyak = 100, TeksTerpanjang = 500;

    /// <summary>The version that the officer has seen; must be the current one.</summary>
    public required int VersiKonsep { get; init; }

    /// <summary>Remarks, 1 to 100.</summary>
    public required IReadOnlyList<CatatanIsian> CatatanIsian { get; init; }

    /// <summary>What is wrong with them, or null.</summary>
    /// <param name="jumlahAnggota">Members on the card; null when not known.</param>
    internal ProblemHttpResult? Tolak(int? jumlahAnggota)
    {
        if (CatatanIsian.Count is 0 or > Terbanyak)
            return Masalah.TidakSah("Catatan per isian tidak sah.", ("data.catatanIsian", $"1 sampai {Terbanyak} catatan."));
        for (var i = 0; i < CatatanIsian.Count; i++)
        {
            var (anggota, field, catatan, terkait) = CatatanIsian[i];
            var letak = $"data.catatanIsian[{i}]";
            if (terkait is < 0 or >= KartuTerkait.Terbanyak) return Masalah.TidakSah("Catatan per isian tidak sah.", (letak + ".terkait", "KK terkait itu tidak ada pada konsep."));
            if (anggota < 0 || (terkait is null && anggota >= jumlahAnggota)) return Masalah.TidakSah("Catatan per isian tidak sah.", (letak + ".anggota", "Anggota itu tidak ada pada konsep."));
            if (!IsianKk.Ada(anggota, field)) return Masalah.TidakSah("Catatan per isian tidak sah.", (letak + ".field", "Isian itu tidak ada, misalnya tempatLahir atau alamat.rt."));
            if (string.IsNullOrWhiteSpace(catatan) || catatan.Length > TeksTerpanjang)
                return Masalah.TidakSah("Catatan per isian tidak sah.", (letak + ".catatan", $"Wajib diisi, paling panjang {TeksTerpanjang} karakter."));
        }
        return null;
    }
}
