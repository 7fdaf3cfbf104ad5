using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Registry.Cetak;

/// <summary>What Loket takes over from SIAK's screen.</summary>
/// <param name="NomorKk">Nomor KK.</param>
/// <param name="NomorKkUlang">The same, typed a second time.</param>
/// <param name="NikBaru">NIK issued to members who had none.</param>
/// <param name="Layar">The card as the screen shows it, keyed in again.</param>
internal sealed record IsianSiak(string NomorKk, string? NomorKkUlang, IReadOnlyList<NikBaru> NikBaru, KartuKeluarga? Layar)
{
    /// <summary>A second entry that is missing where the office demands it, or that is another number; says at which digit.</summary>
    public ProblemHttpResult? TolakUlang(bool wajib)
    {
        if (NomorKkUlang is null)
            return wajib ? Masalah.TidakSah("Nomor KK harus diketik dua kali.", ("data.nomorKkUlang", "Wajib di kantor ini.")) : null;
        if (NomorKkUlang == NomorKk) return null;
        var beda = Enumerable.Range(0, Math.Max(NomorKk.Length, NomorKkUlang.Length))
            .Where(i => i >= NomorKk.Length || i >= NomorKkUlang.Length || NomorKk[i] != NomorKkUlang[i]).Select(i => i + 1).ToList();
        return Masalah.TidakSah(
            "Dua ketikan Nomor KK tidak sama.",
            ("data.nomorKkUlang", $"Berbeda pada digit ke-{string.Join(", ", beda.Take(4))}{(beda.Count > 4 ? " dan seterusnya" : "")}. Baca lagi dari layar SIAK."));
    }

    /// <summary>What the screen shows otherwise than the konsep, in the order of F-1.01; numbers that SIAK has just issued are no difference.</summary>
    public ProblemHttpResult? TolakLayar(KartuKeluarga konsep, bool wajib)
    {
        ArgumentNullException.ThrowIfNull(konsep);
        if (Layar is null)
            return wajib ? Masalah.TidakSah("Isi layar SIAK harus diketik ulang.", ("data.layar", "Wajib di kantor ini.")) : null;
        var seharusnya = PengambilalihanNik.Terapkan(konsep, NomorKk, NikBaru);
        // Intake keeps what was entered; SIAK prints capitals.
        var beda = Perbedaan.Antara(Kapital(seharusnya), Kapital(Layar with { NomorKk = Layar.NomorKk ?? NomorKk }));
        return beda.Count == 0
            ? null
            : Masalah.Buat(
                StatusCodes.Status422UnprocessableEntity, "data-siak-berbeda", "Data di SIAK berbeda dengan konsep",
                "Isi layar SIAK tidak sama dengan konsep yang diparaf. Bila salah ketik, perbaiki; bila SIAK memang berbeda, kembalikan dengan Tidak sesuai.",
                beda.OrderBy(b => b.Anggota ?? -1).ThenBy(b => KolomF101.Letak(b.Field)).GroupBy(Letak)
                    .ToDictionary(g => g.Key, g => g.Select(b => $"Konsep: {Teks(b, b.Dari)}; SIAK: {Teks(b, b.Ke)}.").ToArray()));
    }

    private static string Letak(Perbedaan b) => b.Anggota is { } baris ? $"data.layar.anggota[{baris}].{b.Field}" : $"data.layar.{b.Field}";

    private static string Teks(Perbedaan b, string? nilai) => nilai is null ? "kosong" : b.Field is "nik" or "nomorKk" ? Samaran.Dari(nilai) : nilai;

    private static KartuKeluarga Kapital(KartuKeluarga kartu) => kartu.Rapikan() with
    {
        Alamat = kartu.Alamat is not { } a ? null : a with
        {
            Jalan = a.Jalan?.Trim().ToUpperInvariant(),
            Desa = a.Desa?.Trim().ToUpperInvariant(),
            Kecamatan = a.Kecamatan?.Trim().ToUpperInvariant(),
            KabupatenKota = a.KabupatenKota?.Trim().ToUpperInvariant(),
            Provinsi = a.Provinsi?.Trim().ToUpperInvariant(),
        },
        Anggota = [.. kartu.Rapikan().Anggota.Select(o => o with
        {
            Nama = o.Nama?.ToUpperInvariant(),
            TempatLahir = o.TempatLahir?.ToUpperInvariant(),
            Ayah = o.Ayah?.ToUpperInvariant(),
            Ibu = o.Ibu?.ToUpperInvariant(),
        })],
    };
}
