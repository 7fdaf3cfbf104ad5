using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Kewenangan;
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
    public Ciptaan<PengajuanDiterima> Ajukan(Guid id, IsiPengajuan isi, IReadOnlyList<Lampiran> lampiran, Petugas petugas)
    {
        ArgumentNullException.ThrowIfNull(isi);
        ArgumentNullException.ThrowIfNull(petugas);
        if (Tolak(isi, petugas) is { } masalah) return masalah;
        var permohonan = Baru(id, isi, petugas);
        db.Add(permohonan);
        db.AddRange(lampiran);
        return new(StatusCodes.Status201Created, Kirim(permohonan, lampiran, isi.Pemohon, isi.KartuKeluarga, petugas), $"/api/v1/permohonan/{id}");
    }

    /// <summary>Why this caller cannot file this; null when nothing stands against it.</summary>
    public ProblemHttpResult? Tolak(IsiPengajuan isi, Petugas petugas)
    {
        ArgumentNullException.ThrowIfNull(isi);
        ArgumentNullException.ThrowIfNull(petugas);
        if (!petugas.SistemLain && petugas.Kantor != kantor.Kode) return Masalah.BukanPeran($"Permohonan ini diterima oleh kantor {kantor.Kode}.");
        return PemeriksaPengajuan.Tolak(isi.Jenis ?? "", isi.Pemohon, isi.KartuKeluarga);
    }

    /// <summary>An application that is not filed yet.</summary>
    public Permohonan Baru(Guid id, IsiPengajuan isi, Petugas petugas)
    {
        ArgumentNullException.ThrowIfNull(isi);
        ArgumentNullException.ThrowIfNull(petugas);
        var permohonan = new Permohonan
        {
            Id = id,
            KodeLacak = KodeAcak.Buat(),
            Kantor = kantor.Kode,
            Jenis = "",
            Status = StatusPermohonan.Draf,
            Keadaan = isi.Keadaan,
            PemohonTersegel = "",
            DiajukanOleh = petugas.Id,
            DiajukanPada = time.GetUtcNow(),
        };
        Isi(permohonan, isi);
        return permohonan;
    }

    /// <summary>A draft was begun or changed: whose data it holds is on record.</summary>
    public void CatatDraf(Permohonan permohonan, IsiPengajuan isi, Petugas petugas)
    {
        ArgumentNullException.ThrowIfNull(permohonan);
        ArgumentNullException.ThrowIfNull(isi);
        jurnal.Catat("permohonan.draf", permohonan.Id, rincian: permohonan.Jenis, orang: Orang(isi.Pemohon, isi.KartuKeluarga), pelaku: petugas, atasNama: Peran.Pemohon);
    }

    /// <summary>Puts a filing's content into an application.</summary>
    public void Isi(Permohonan permohonan, IsiPengajuan isi)
    {
        ArgumentNullException.ThrowIfNull(permohonan);
        ArgumentNullException.ThrowIfNull(isi);
        permohonan.Jenis = isi.Jenis;
        permohonan.Keadaan = isi.KeadaanLengkap;
        permohonan.PemohonTersegel = pelindung.SegelKolom(isi.Pemohon);
        permohonan.KartuTersegel = isi.KartuKeluarga is { } kartu ? pelindung.SegelKolom(kartu) : null;
    }

    /// <summary>Hands an application to the workflow.</summary>
    public PengajuanDiterima Kirim(Permohonan permohonan, IEnumerable<Lampiran> lampiran, Pemohon pemohon, KartuKeluarga? kartu, Petugas petugas)
    {
        ArgumentNullException.ThrowIfNull(permohonan);
        var now = time.GetUtcNow();
        permohonan.Status = StatusPermohonan.Diproses;
        permohonan.DiajukanPada = now;
        permohonan.PengajuanMenunggu = true;
        db.Send(new PermohonanDiajukan { PermohonanId = permohonan.Id, Kantor = permohonan.Kantor, Fakta = fakta.Dari(permohonan), Pada = now });
        jurnal.Catat("permohonan.ajukan", permohonan.Id, rincian: permohonan.Jenis, orang: Orang(pemohon, kartu), pelaku: petugas, atasNama: Peran.Pemohon);
        return new(permohonan.Id, permohonan.KodeLacak, permohonan.Jenis, now, Kekurangan(permohonan.Jenis, permohonan.Keadaan, lampiran.Select(l => l.Kode), kartu));
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
        var (_, penolakan) = await tugas.TerapkanAsync(terbuka, new SelesaikanTugas(Langkah.PengajuanPermohonan.Diajukan), terbaca.Sidik, Hak.Sendiri(petugas), cancellationToken);
        if (penolakan is not null) return penolakan;

        var semua = await db.Lampiran.AsNoTracking().Where(l => l.PermohonanId == id).ToListAsync(cancellationToken);
        var jawaban = new PengajuanDiterima(
            id, permohonan.KodeLacak, permohonan.Jenis, permohonan.DiajukanPada, Kekurangan(permohonan.Jenis, permohonan.Keadaan, semua.Concat(terbaca.Lampiran).Select(l => l.Kode), fakta.Kartu(permohonan)));
        return new(StatusCodes.Status200OK, jawaban);
    }

    // Whose data enter.
    private List<string> Orang(Pemohon? pemohon, KartuKeluarga? kartu) => [.. indeks.Orang(pemohon?.Nik, pemohon?.Wakil?.Nik), .. indeks.Orang(kartu)];

    /// <summary>The requirements that these attachments leave open, in words for the applicant.</summary>
    public IReadOnlyList<BerkasKurang> Kekurangan(string kodeJenis, Keadaan keadaan, IEnumerable<string> lampiran, KartuKeluarga? kartu)
    {
        ArgumentNullException.ThrowIfNull(keadaan);
        _ = JenisPermohonan.TryParse(kodeJenis, out var jenis);
        var lengkap = kartu is null ? keadaan : keadaan.DenganKartu(kartu, kantor.TanggalPada(time.GetUtcNow()));
        return Persyaratan.Kekurangan(jenis!, lengkap, [.. lampiran.Distinct()]);
    }
}
