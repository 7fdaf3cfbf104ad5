using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>Filing and completing an application (SOP step 1).</summary>
public sealed class PelayananPermohonan(
    IntakeDb db, Kantor kantor, Pelindung pelindung, IndeksNomor indeks, IsiPermohonan fakta, PelayananTugas tugas, JurnalAudit jurnal, TimeProvider time)
{
    /// <summary>Applications this caller may see: an officer those of the office, a client system its own.</summary>
    public IQueryable<Permohonan> Terlihat(Petugas petugas)
    {
        ArgumentNullException.ThrowIfNull(petugas);
        return petugas.SistemLain
            ? db.Permohonan.Where(p => p.DiajukanOleh == petugas.Id)
            : db.Permohonan.Where(p => p.Kantor == petugas.Kantor);
    }

    /// <summary>Files a new application: its row, its attachments and the message to the workflow, not yet saved.</summary>
    public Ciptaan<PengajuanDiterima> Ajukan(Guid id, PengajuanTerbaca<IsiPengajuan> terbaca, Petugas petugas)
    {
        ArgumentNullException.ThrowIfNull(terbaca);
        ArgumentNullException.ThrowIfNull(petugas);
        if (!petugas.SistemLain && petugas.Kantor != kantor.Kode) return Masalah.BukanPeran($"Permohonan ini diterima oleh kantor {kantor.Kode}.");
        var isi = terbaca.Isi;
        if (PemeriksaPengajuan.Tolak(isi.Jenis ?? "", isi.Pemohon, isi.KartuKeluarga) is { } masalah) return masalah;
        var now = time.GetUtcNow();
        var permohonan = new Permohonan
        {
            Id = id,
            KodeLacak = KodeAcak.Buat(),
            Kantor = kantor.Kode,
            Jenis = isi.Jenis!,
            Keadaan = isi.Keadaan with { Diwakilkan = isi.Keadaan.Diwakilkan || isi.Pemohon.Wakil is not null },
            PemohonTersegel = pelindung.SegelKolom(isi.Pemohon),
            KartuTersegel = isi.KartuKeluarga is { } kartu ? pelindung.SegelKolom(kartu) : null,
            DiajukanOleh = petugas.Id,
            DiajukanPada = now,
            PengajuanMenunggu = true,
        };
        db.Add(permohonan);
        db.AddRange(terbaca.Lampiran);
        db.Send(new PermohonanDiajukan { PermohonanId = id, Kantor = kantor.Kode, Fakta = fakta.Dari(permohonan), Pada = now });
        jurnal.Catat(
            "permohonan.ajukan", id, rincian: permohonan.Jenis, orang: Orang(isi.Pemohon, isi.KartuKeluarga), pelaku: petugas, atasNama: Peran.Pemohon);
        var jawaban = new PengajuanDiterima(id, permohonan.KodeLacak, permohonan.Jenis, now, Kekurangan(permohonan, terbaca.Lampiran, isi.KartuKeluarga));
        return new(StatusCodes.Status201Created, jawaban, $"/api/v1/permohonan/{id}");
    }

    /// <summary>Completes a returned application and sends it on to Loket again.</summary>
    public async Task<Ciptaan<PengajuanDiterima>> AjukanUlangAsync(
        Guid id, PengajuanTerbaca<IsiPengajuanUlang> terbaca, Petugas petugas, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terbaca);
        var permohonan = await Terlihat(petugas).SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (permohonan is null) return Masalah.TidakDitemukan("Permohonan");
        var isi = terbaca.Isi;
        if (PemeriksaPengajuan.Tolak(null, isi.Pemohon, isi.KartuKeluarga) is { } masalah) return masalah;
        var terbuka = await db.Set<Tugas>().SingleOrDefaultAsync(
            t => t.PermohonanId == id && t.Aktivitas == Langkah.PengajuanPermohonan.Jenis && t.Status == StatusTugas.Terbuka, cancellationToken);
        if (terbuka is null)
            return Masalah.Bentrok("tidak-dikembalikan", "Permohonan ini tidak sedang dikembalikan kepada pemohon.");

        if (isi.Pemohon is { } pemohon) permohonan.PemohonTersegel = pelindung.SegelKolom(pemohon);
        if (isi.Keadaan is { } keadaan) permohonan.Keadaan = keadaan;
        if (isi.KartuKeluarga is { } kartu) permohonan.KartuTersegel = pelindung.SegelKolom(kartu);
        db.AddRange(terbaca.Lampiran);
        jurnal.Catat("permohonan.ajukan-ulang", id, orang: Orang(isi.Pemohon, isi.KartuKeluarga), pelaku: petugas, atasNama: Peran.Pemohon);
        var (_, penolakan) = await tugas.TerapkanAsync(terbuka, new SelesaikanTugas(Langkah.PengajuanPermohonan.Diajukan), terbaca.Sidik, petugas, cancellationToken);
        if (penolakan is not null) return penolakan;

        var semua = await db.Lampiran.AsNoTracking().Where(l => l.PermohonanId == id).ToListAsync(cancellationToken);
        var jawaban = new PengajuanDiterima(
            id, permohonan.KodeLacak, permohonan.Jenis, permohonan.DiajukanPada, Kekurangan(permohonan, [.. semua, .. terbaca.Lampiran], fakta.Kartu(permohonan)));
        return new(StatusCodes.Status200OK, jawaban);
    }

    private List<string> Orang(Pemohon? pemohon, KartuKeluarga? kartu) => [.. indeks.Orang(pemohon?.Nik, pemohon?.Wakil?.Nik), .. indeks.Orang(kartu)];

    private IReadOnlyList<BerkasKurang> Kekurangan(Permohonan permohonan, IEnumerable<Lampiran> lampiran, KartuKeluarga? kartu)
    {
        _ = JenisPermohonan.TryParse(permohonan.Jenis, out var jenis);
        var keadaan = kartu is null ? permohonan.Keadaan : permohonan.Keadaan.DenganKartu(kartu, kantor.TanggalPada(time.GetUtcNow()));
        return Persyaratan.Kekurangan(jenis!, keadaan, [.. lampiran.Select(l => l.Kode).Distinct()]);
    }
}
