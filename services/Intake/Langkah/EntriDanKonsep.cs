using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Konsep;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.Langkah;

/// <summary>Data of the step.</summary>
/// <param name="KartuKeluarga">The family data as entered.</param>
/// <param name="CatatanPeringatan">Why the warnings may pass; mandatory when there are any.</param>
/// <param name="KartuTerkait">The other cards that change with it (split, marriage, move), and the card as it was; at most 5.</param>
public sealed record DataEntriDanKonsep(KartuKeluarga KartuKeluarga, string? CatatanPeringatan = null, IReadOnlyList<KartuTerkait>? KartuTerkait = null)
{
    internal IsiVersiKonsep Isi => new(KartuKeluarga, KartuTerkait ?? []);
}

/// <summary>What Loket gets: the konsep to hand on.</summary>
/// <param name="VersiKonsep">Its version.</param>
/// <param name="Hash">Hash of its data.</param>
/// <param name="Temuan">Warnings and hints that passed.</param>
/// <param name="Konsep">Address of the konsep as PDF.</param>
public sealed record KonsepDibuat(int VersiKonsep, string Hash, IReadOnlyList<Temuan> Temuan, string Konsep);

/// <summary>
/// SOP step 2, second part, and every correction: Loket enters the family data, the rules run, a konsep is made. An ERROR holds the file, a WARNING
/// passes with Loket's note. Changed data make the next version, on which no paraf stands yet; unchanged data keep the version and its parafs.
/// </summary>
internal sealed class EntriDanKonsep(
    IntakeDb db, IsiPermohonan fakta, PemeriksaKartu pemeriksa, Pelindung pelindung, IndeksNomor indeks, JurnalAudit jurnal) : ILangkah
{
    public const string Selesai = "Selesai";
    private const int CatatanTerpanjang = 2000;

    public string Aktivitas => "Dukcapil.EntriDanKonsep";

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        var permohonan = (await db.Permohonan.FindAsync([penyelesaian.Tugas.PermohonanId], cancellationToken))!;
        if (penyelesaian.Hasil != Selesai) return HasilLangkah.Selesai(fakta.Dari(permohonan));
        if (!penyelesaian.TryBaca<DataEntriDanKonsep>(out var data, out var masalah)) return HasilLangkah.Ditolak(masalah);

        if (PemeriksaPengajuan.TolakTerkait(data.KartuTerkait, "data.") is { } takSah) return HasilLangkah.Ditolak(takSah);
        var isi = data.Isi;
        var temuan = await PeriksaAsync(permohonan, isi, penyelesaian.Pada, cancellationToken);
        if (Tolak(temuan, data) is { } penolakan) return penolakan;

        var terakhir = await db.Konsep.AsNoTracking()
            .SingleOrDefaultAsync(k => k.PermohonanId == permohonan.Id && k.Versi == permohonan.VersiKonsep, cancellationToken);
        var hash = isi.Hash;
        if (Berubah(terakhir, isi)) Terbitkan(permohonan, data, isi, hash, temuan, penyelesaian);
        var peringatan = temuan.Count(t => t.Tingkat == Tingkat.Warning);
        return HasilLangkah.Selesai(
            fakta.Dari(permohonan) with { JumlahAnggota = data.KartuKeluarga.Anggota.Count, JumlahPeringatan = peringatan },
            new KonsepDibuat(permohonan.VersiKonsep, hash, temuan, $"/api/v1/permohonan/{permohonan.Id}/konsep/{permohonan.VersiKonsep}/pdf"));
    }

    private async Task<IReadOnlyList<Temuan>> PeriksaAsync(
        Permohonan permohonan, IsiVersiKonsep isi, DateTimeOffset pada, CancellationToken cancellationToken)
    {
        var lampiran = await db.Lampiran.Where(l => l.PermohonanId == permohonan.Id).Select(l => l.Kode).Distinct().ToListAsync(cancellationToken);
        return pemeriksa.Periksa(isi.Kartu, isi.Terkait, permohonan.Jenis, permohonan.Keadaan, lampiran, pada);
    }

    private static HasilLangkah? Tolak(IReadOnlyList<Temuan> temuan, DataEntriDanKonsep data)
    {
        var salah = temuan.Where(t => t.Tingkat == Tingkat.Error).ToList();
        if (salah.Count > 0)
        {
            return HasilLangkah.Ditolak(Masalah.TidakSah(
                "Data keluarga belum memenuhi aturan; konsep tidak dibuat.", [.. salah.Select(t => (Letak(t), $"{t.Kode}: {t.Pesan} ({t.Dasar})."))]));
        }
        var catatan = data.CatatanPeringatan?.Trim() ?? "";
        if (catatan.Length > CatatanTerpanjang)
            return HasilLangkah.Ditolak(Masalah.TidakSah("Catatan terlalu panjang.", ("data.catatanPeringatan", $"Paling panjang {CatatanTerpanjang} karakter.")));
        var peringatan = temuan.Where(t => t.Tingkat == Tingkat.Warning).ToList();
        return peringatan.Count > 0 && catatan.Length == 0
            ? HasilLangkah.Ditolak(Masalah.TidakSah(
                "Ada peringatan: periksa, lalu beri catatan mengapa boleh diteruskan.",
                [("data.catatanPeringatan", "Wajib diisi."), .. peringatan.Select(t => (Letak(t), $"{t.Kode}: {t.Pesan}."))]))
            : null;
    }

    // A corrected NIK is not part of the hash (SIAK's numbers are taken over at print without touching the parafs), but it is a correction all the same.
    private bool Berubah(VersiKonsep? terakhir, IsiVersiKonsep isi) =>
        terakhir is null || isi.SejakDari(IsiVersiKonsep.Dari(terakhir, pelindung)).Count > 0;

    private void Terbitkan(
        Permohonan permohonan, DataEntriDanKonsep data, IsiVersiKonsep isi, string hash, IReadOnlyList<Temuan> temuan, Penyelesaian penyelesaian)
    {
        permohonan.VersiKonsep++;
        db.Add(new VersiKonsep
        {
            PermohonanId = permohonan.Id,
            Versi = permohonan.VersiKonsep,
            Hash = hash,
            KartuTersegel = pelindung.SegelKolom(isi.Kartu),
            TerkaitTersegel = isi.Terkait.Count > 0 ? pelindung.SegelKolom(isi.Terkait) : null,
            TemuanTersegel = pelindung.SegelKolom(temuan),
            CatatanTersegel = data.CatatanPeringatan is { } catatan ? pelindung.SegelKolom(catatan) : null,
            Pengentri = penyelesaian.Petugas.Id,
            DibuatPada = penyelesaian.Pada,
        });
        jurnal.Catat(
            "konsep.buat", permohonan.Id, $"versi {permohonan.VersiKonsep}", hash,
            [.. indeks.Orang(isi.Kartu), .. isi.Terkait.SelectMany(t => indeks.Orang(t.KartuKeluarga))], penyelesaian.Petugas);
        db.Send(new KonsepTerbit
        {
            PermohonanId = permohonan.Id,
            Versi = permohonan.VersiKonsep,
            Hash = hash,
            Pengentri = penyelesaian.Petugas.Id,
            JumlahPeringatan = temuan.Count(t => t.Tingkat == Tingkat.Warning),
            Pada = penyelesaian.Pada,
        });
        db.Send(new IsiKonsepTerbit
        {
            PermohonanId = permohonan.Id,
            Versi = permohonan.VersiKonsep,
            Hash = hash,
            Jenis = permohonan.Jenis,
            Isi = pelindung.Segel(isi.Kartu),
            Terkait = isi.Terkait.Count > 0 ? pelindung.Segel(isi.Terkait) : null,
        });
    }

    // Where it is in the request. The other cards as a whole are beside the card.
    private static string Letak(Temuan t)
    {
        var kartu = t.Terkait is { } terkait ? $"data.kartuTerkait[{terkait}].kartuKeluarga" : t.Field == "kartuTerkait" ? "data" : "data.kartuKeluarga";
        return kartu + (t.Anggota is { } i ? $".anggota[{i}]" : "") + (t.Field is { } field ? "." + field : "");
    }
}
