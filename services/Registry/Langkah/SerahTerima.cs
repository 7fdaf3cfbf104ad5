using Dukcapil.Kependudukan;
using Dukcapil.Registry.Agenda;
using Dukcapil.Registry.Arsip;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Penyerahan;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Books;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Registry.Langkah;

/// <summary>Data of the step.</summary>
public sealed record DataSerahTerima
{
    /// <summary>Receipt code shown; or else <see cref="PernyataanHilang"/>.</summary>
    public string? KodeTandaBukti { get; init; }

    /// <summary>Signed statement that the receipt was lost; then the applicant comes in person.</summary>
    public PernyataanHilang? PernyataanHilang { get; init; }

    /// <summary>Who receives the card.</summary>
    public required Penerima Penerima { get; init; }

    /// <summary>Where the recipient's signature is, for example the line of the handover book; 1 to 200 characters.</summary>
    public required string TandaTerima { get; init; }

    /// <summary>Id of the picture of that signature or thumbprint, uploaded in this task.</summary>
    public Guid? CitraTandaTerima { get; init; }
}

/// <summary>Statement of loss.</summary>
/// <param name="Acuan">Number or place of the signed paper; 1 to 200 characters.</param>
public sealed record PernyataanHilang(string Acuan);

/// <summary>Recipient.</summary>
public sealed record Penerima
{
    /// <summary>Full name.</summary>
    public required string Nama { get; init; }

    /// <summary>Applicant or representative.</summary>
    public required HubunganPenerima Hubungan { get; init; }

    /// <summary>Identity shown.</summary>
    public required IdentitasPenerima Identitas { get; init; }

    /// <summary>Number of the surat kuasa (F-1.07); mandatory for a representative.</summary>
    public string? SuratKuasa { get; init; }
}

/// <summary>Identity shown.</summary>
/// <param name="Jenis">Kind, for example <c>KTP-el</c>.</param>
/// <param name="Nomor">Number; stored masked.</param>
public sealed record IdentitasPenerima(string Jenis, string Nomor);

/// <summary>What Loket gets.</summary>
/// <param name="NomorBukti">Number of the proof of handover.</param>
/// <param name="BuktiPenyerahan">Address of the PDF to sign.</param>
public sealed record KartuDiserahkan(string NomorBukti, string BuktiPenyerahan);

/// <summary>
/// SOP steps 7d and 8, one act: receipt checked, recipient signs, card handed over, exactly once. A misprint found here voids the agenda entry and the
/// signature on record, because the card they belong to is destroyed.
/// </summary>
internal sealed class SerahTerima(
    RegistryDb db, PencatatAgenda agenda, PencatatCetakan cetakan, PemeriksaTandaBukti tandaBukti, GudangArsip gudang, Pelindung pelindung, IndeksNomor indeks,
    JurnalAudit jurnal) : ILangkah
{
    public const string Jenis = "Dukcapil.SerahTerima";

    public string Aktivitas => Jenis;

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(penyelesaian);
        var id = penyelesaian.Tugas.PermohonanId;
        switch (penyelesaian.Hasil)
        {
            case "Diserahkan":
                break;
            case "SalahCetak":
                await SalahCetakAsync(penyelesaian, cancellationToken);
                return HasilLangkah.Selesai();
            default:
                return HasilLangkah.Selesai();
        }
        if (!penyelesaian.TryBaca<DataSerahTerima>(out var data, out var masalah)) return HasilLangkah.Ditolak(masalah);
        masalah = IsianSerahTerima.Tolak(data);
        if (masalah is not null) return HasilLangkah.Ditolak(masalah);
        if (await db.Penyerahan.AnyAsync(p => p.PermohonanId == id, cancellationToken))
            return HasilLangkah.Ditolak(Masalah.Bentrok("sudah-diserahkan", "Kartu Keluarga permohonan ini sudah diserahkan."));
        if (await agenda.BerlakuAsync(id, cancellationToken) is not { } entri)
            return HasilLangkah.Ditolak(Masalah.Bentrok("belum-diregistrasi", "Kartu Keluarga permohonan ini belum tercatat dalam Buku Agenda."));
        if (await tandaBukti.TolakPenerimaAsync(id, data.Penerima, cancellationToken) is { } bukanPenerima) return HasilLangkah.Ditolak(bukanPenerima);
        if (data.CitraTandaTerima is { } citra && !await gudang.PakaiAsync(citra, penyelesaian.Tugas.Id, penyelesaian.Pada, cancellationToken, JenisBerkasArsip.TandaTanganPenerima, JenisBerkasArsip.CapJempolPenerima))
            return HasilLangkah.Ditolak(Masalah.TidakSah("Citra tanda terima tidak ada pada tugas ini.", ("data.citraTandaTerima", "Unggah gambar tanda tangan atau cap jempol pada tugas ini dahulu.")));
        if (data.KodeTandaBukti is { } kode && await tandaBukti.TolakAsync(id, kode, penyelesaian.Pada, cancellationToken) is { } salah)
            return HasilLangkah.Ditolak(salah);

        var bukti = "BP/" + entri.Nomor;
        jurnal.Catat("kartu.serahkan", id, bukti, data.Penerima.Hubungan.ToString(), [.. indeks.Orang(data.Penerima.Identitas.Nomor)], penyelesaian.Petugas);
        db.Penyerahan.Add(new PenyerahanKartu
        {
            PermohonanId = id,
            NomorBukti = bukti,
            KodePeriksa = KodeAcak.Buat(),
            NomorAgenda = entri.Nomor,
            IsiTersegel = pelindung.SegelKolom(Isi(data, entri)),
            Petugas = penyelesaian.Petugas.Id,
            NamaPetugas = penyelesaian.Petugas.Nama,
            Pada = penyelesaian.Pada,
        });
        return HasilLangkah.Selesai(jawaban: new KartuDiserahkan(bukti, BuktiPenyerahanApi.AlamatBukti(id)));
    }

    private IsiPenyerahan Isi(DataSerahTerima data, EntriAgenda entri) => new(
        Samaran.Dari(pelindung.BukaKolom<string>(entri.NomorKkTersegel)),
        pelindung.BukaKolom<string>(entri.KepalaKeluargaTersegel),
        data.Penerima.Nama.Trim(),
        data.Penerima.Hubungan,
        data.Penerima.Identitas.Jenis.Trim(),
        Samaran.Dari(data.Penerima.Identitas.Nomor),
        data.Penerima.SuratKuasa?.Trim(),
        data.KodeTandaBukti is { } kode ? KodeAcak.Baku(kode) : null,
        data.PernyataanHilang?.Acuan.Trim(),
        data.TandaTerima.Trim(),
        data.CitraTandaTerima);

    // The card is destroyed: its line in the book is void, it must be printed again, and by hand also signed again.
    private async Task SalahCetakAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        var (id, pada) = (penyelesaian.Tugas.PermohonanId, penyelesaian.Pada);
        await agenda.BatalkanAsync(id, "SALAH_CETAK", pada, cancellationToken);
        // An electronic signature is on the file, not on the paper that goes.
        await db.TandaTangan.Where(t => t.PermohonanId == id && t.Cara == "MANUAL").ExecuteDeleteAsync(cancellationToken);
        if (await db.Kartu.FindAsync([id], cancellationToken) is { } kartu) kartu.BelumDicetak = true;
        await cetakan.CatatAsync(id, HasilCetak.Rusak, penyelesaian.Alasan?.Teks, penyelesaian.Petugas, pada, cancellationToken, lembarRusak: 1);
    }
}
