using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>What a filing must satisfy before it is accepted at all. Missing documents are not refused here: that is Loket's check (SOP step 2).</summary>
internal static class PemeriksaPengajuan
{
    private const int NamaTerpanjang = 200, AnggotaTerbanyak = 100;

    public static ProblemHttpResult? Tolak(string? jenis, Pemohon? pemohon, KartuKeluarga? kartu)
    {
        var errors = new List<(string, string)>();
        if (jenis is not null && !JenisPermohonan.TryParse(jenis, out _))
            errors.Add(("jenis", $"Tidak dikenal. Pilih salah satu: {string.Join(", ", JenisPermohonan.Semua.Select(j => j.Kode))}."));
        if (pemohon is not null) PeriksaOrang(errors, "pemohon", pemohon.Nama, pemohon.Nik);
        if (pemohon?.Wakil is { } wakil) PeriksaOrang(errors, "pemohon.wakil", wakil.Nama, wakil.Nik);
        if (pemohon?.Telepon is { } telepon && (telepon.Length > 20 || !telepon.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ')))
            errors.Add(("pemohon.telepon", "Paling panjang 20 karakter: angka, spasi, + atau -."));
        if (kartu is { Anggota.Count: > AnggotaTerbanyak }) errors.Add(("kartuKeluarga.anggota", $"Paling banyak {AnggotaTerbanyak} anggota."));
        return errors.Count == 0 ? null : Masalah.TidakSah("Permohonan tidak dapat diterima.", [.. errors]);
    }

    /// <summary>What is wrong with the other cards of an application as such, before any rule looks at them.</summary>
    /// <param name="terkait">The cards.</param>
    /// <param name="awalan">What stands before the field in the request.</param>
    public static ProblemHttpResult? TolakTerkait(IReadOnlyList<KartuTerkait>? terkait, string awalan)
    {
        if (terkait is null) return null;
        var errors = new List<(string, string)>();
        if (terkait.Count > KartuTerkait.Terbanyak) errors.Add((awalan + "kartuTerkait", $"Paling banyak {KartuTerkait.Terbanyak} KK."));
        if (terkait.Count(t => t.Peran == PeranKartu.Lama) > 1) errors.Add((awalan + "kartuTerkait", "KK lama hanya satu."));
        for (var i = 0; i < terkait.Count; i++)
        {
            if (terkait[i].KartuKeluarga.Anggota.Count > AnggotaTerbanyak)
                errors.Add(($"{awalan}kartuTerkait[{i}].kartuKeluarga.anggota", $"Paling banyak {AnggotaTerbanyak} anggota."));
        }
        return errors.Count == 0 ? null : Masalah.TidakSah("KK terkait tidak sah.", [.. errors]);
    }

    private static void PeriksaOrang(List<(string, string)> errors, string path, string? nama, string? nik)
    {
        if (string.IsNullOrWhiteSpace(nama) || nama.Length > NamaTerpanjang || nama.Any(char.IsControl))
            errors.Add((path + ".nama", $"Wajib diisi, paling panjang {NamaTerpanjang} karakter, tanpa karakter kendali."));
        if (nik is not null && !Nik.TryParse(nik, out _)) errors.Add((path + ".nik", Nik.PesanSalah + "."));
    }
}
