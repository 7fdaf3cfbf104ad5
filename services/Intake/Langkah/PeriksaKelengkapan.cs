using Dukcapil.Contracts;
using Dukcapil.Intake.BukuRegister;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.PanggilanBalik;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Langkah;

/// <summary>Loket's finding about one document.</summary>
public enum KeadaanBerkas
{
    /// <summary>There, in the file or shown at the counter.</summary>
    Ada,

    /// <summary>Missing.</summary>
    Tidak,

    /// <summary>There, but not acceptable.</summary>
    TidakSesuai,
}

/// <summary>One line of the checklist.</summary>
/// <param name="Kode">Requirement code.</param>
/// <param name="Keadaan">What Loket found.</param>
/// <param name="Catatan">Note.</param>
public sealed record BerkasDiperiksa(string Kode, KeadaanBerkas Keadaan, string? Catatan = null);

/// <summary>Data of the step. What is not listed counts as attached or not.</summary>
/// <param name="Berkas">The checklist.</param>
public sealed record DataPeriksaKelengkapan(IReadOnlyList<BerkasDiperiksa> Berkas);

/// <summary>What Loket gets with "Lengkap".</summary>
/// <param name="NomorRegister">Number in the Buku Register.</param>
/// <param name="KodeTandaBukti">Receipt code, handed to the applicant and shown at collection.</param>
/// <param name="TandaBukti">Address of the receipt as PDF.</param>
public sealed record KelengkapanDiterima(string NomorRegister, string KodeTandaBukti, string TandaBukti);

/// <summary>
/// SOP step 2, first part: Loket checks the requirements. "Lengkap" writes the Buku Register and issues the tanda bukti pengambilan, both once per
/// application; "TidakLengkap" returns the file with the reason.
/// </summary>
internal sealed class PeriksaKelengkapan(
    IntakeDb db, IsiPermohonan fakta, Kantor kantor, Pelindung pelindung, PencatatPanggilan panggilan, IConfiguration configuration) : ILangkah
{
    public const string Lengkap = "Lengkap";
    private const string Buku = "register";

    public string Aktivitas => "Dukcapil.PeriksaKelengkapan";

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        var permohonan = (await db.Permohonan.FindAsync([penyelesaian.Tugas.PermohonanId], cancellationToken))!;
        if (penyelesaian.Hasil != Lengkap) return HasilLangkah.Selesai(fakta.Dari(permohonan));

        DataPeriksaKelengkapan? data = null;
        if (penyelesaian.Data is not null && !penyelesaian.TryBaca(out data, out var masalah)) return HasilLangkah.Ditolak(masalah);
        var lampiran = await db.Lampiran.AsNoTracking().Where(l => l.PermohonanId == permohonan.Id).Select(l => l.Kode).ToListAsync(cancellationToken);
        var kurang = Kekurangan(permohonan, penyelesaian.Tugas.Langkah.PersyaratanTambahan, lampiran, data, penyelesaian.Pada);
        if (kurang.Count > 0)
        {
            return HasilLangkah.Ditolak(Masalah.TidakSah(
                "Persyaratan belum lengkap; kembalikan kepada pemohon dengan hasil TidakLengkap, atau nyatakan berkas yang ditunjukkan.",
                [.. kurang.Select(k => ("data.berkas." + string.Join('|', k.Kode), k.Pesan + "."))]));
        }
        if (permohonan.NomorRegister is null) await DaftarkanAsync(permohonan, lampiran.Count, penyelesaian, cancellationToken);
        return HasilLangkah.Selesai(fakta.Dari(permohonan), new KelengkapanDiterima(
            permohonan.NomorRegister!, pelindung.BukaKolom<string>(permohonan.TandaBuktiTersegel!), $"/api/v1/permohonan/{permohonan.Id}/tanda-bukti"));
    }

    private IReadOnlyList<BerkasKurang> Kekurangan(
        Permohonan permohonan, IEnumerable<string> tambahan, IEnumerable<string> lampiran, DataPeriksaKelengkapan? data, DateTimeOffset pada)
    {
        var ada = lampiran.ToHashSet(StringComparer.Ordinal);
        foreach (var berkas in data?.Berkas ?? [])
        {
            if (berkas.Keadaan == KeadaanBerkas.Ada) ada.Add(berkas.Kode);
            else ada.Remove(berkas.Kode);
        }
        _ = JenisPermohonan.TryParse(permohonan.Jenis, out var jenis);
        var kartu = fakta.Kartu(permohonan);
        var menurutJenis = Persyaratan.Kekurangan(jenis!, kartu is null ? permohonan.Keadaan : permohonan.Keadaan.DenganKartu(kartu, kantor.TanggalPada(pada)), ada);
        return [.. menurutJenis, .. Persyaratan.KekuranganTambahan(tambahan, [.. ada, .. menurutJenis.SelectMany(k => k.Kode)])];
    }

    private async Task DaftarkanAsync(Permohonan permohonan, int jumlahLampiran, Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        var tahun = kantor.TahunBuku(penyelesaian.Pada);
        var urut = await db.NomorBerikutAsync(permohonan.Kantor, Buku, tahun, cancellationToken);
        var pola = configuration["Buku:PolaRegister"] ?? "KK/{tahun}/{n:6}";
        var kode = KodeAcak.Buat();
        var pemohon = pelindung.BukaKolom<Pemohon>(permohonan.PemohonTersegel);
        permohonan.NomorRegister = PolaNomor.Isi(pola, urut, tahun);
        permohonan.TandaBuktiTersegel = pelindung.SegelKolom(kode);
        permohonan.TandaBuktiPada = penyelesaian.Pada;
        permohonan.TandaBuktiOleh = pelindung.SegelKolom(penyelesaian.Petugas.Nama);
        db.Add(new EntriRegister
        {
            Kantor = permohonan.Kantor,
            Tahun = tahun,
            Urut = urut,
            Nomor = permohonan.NomorRegister,
            PermohonanId = permohonan.Id,
            Jenis = permohonan.Jenis,
            NamaPemohonTersegel = pelindung.SegelKolom(pemohon.Nama),
            Wakil = permohonan.Keadaan.Diwakilkan,
            JumlahLampiran = jumlahLampiran,
            Petugas = penyelesaian.Petugas.Id,
            DicatatPada = penyelesaian.Pada,
        });
        db.Send(new TandaBuktiTerbit
        {
            PermohonanId = permohonan.Id,
            NomorRegister = permohonan.NomorRegister,
            HashKode = KodeAcak.Hash(kode),
            NamaPemohon = pelindung.Segel(pemohon.Nama),
            Wakil = permohonan.Keadaan.Diwakilkan,
        });
        await panggilan.CatatAsync(permohonan, PeristiwaPermohonan.Terdaftar, penyelesaian.Pada, cancellationToken);
    }
}
