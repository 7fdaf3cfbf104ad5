using System.Globalization;
using Dukcapil.Dokumen.Pdf;
using Dukcapil.Kependudukan;

namespace Dukcapil.Dokumen;

/// <summary>What a konsep KK shows: the sheet that Kasi and Kabid correct and put their paraf on (SOP steps 2–4).</summary>
public sealed record IsiKonsepKk
{
    /// <summary>
    /// The family data of this version. Numbers are printed as given: mask them before, unless revealing is permitted and logged.
    /// </summary>
    public required KartuKeluarga Kartu { get; init; }

    /// <summary>The other cards that change with it; each gets sheets of its own behind (but the card as it was).</summary>
    public IReadOnlyList<KartuTerkait> Terkait { get; init; } = [];

    /// <summary>Version of the konsep, from 1.</summary>
    public required int Versi { get; init; }

    /// <summary>SHA-256 of the canonical data of this version in hexadecimal; the paraf is bound to it.</summary>
    public required string Hash { get; init; }

    /// <summary>Number in Buku Register, or null.</summary>
    public string? NomorRegister { get; init; }

    /// <summary>Box of the first paraf (SOP step 3).</summary>
    public required KotakParaf Kasi { get; init; }

    /// <summary>Box of the second paraf (SOP step 4).</summary>
    public required KotakParaf Kabid { get; init; }

    /// <summary>Title of the signing officer, for example <c>KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL</c>.</summary>
    public string JabatanKadis { get; init; } = "KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL";
}

/// <summary>One paraf box: who has to give it, and who gave it when; name and time are null until then.</summary>
/// <param name="Jabatan">Title of the post, for example <c>Kasi Identitas Penduduk</c>.</param>
/// <param name="Nama">Name of the officer (with Plt/Plh if delegated).</param>
/// <param name="Saat">Time in the zone of the Kantor.</param>
public sealed record KotakParaf(string Jabatan, string? Nama = null, DateTimeOffset? Saat = null);

/// <summary>PDF of a konsep KK: landscape A4, ten members a sheet, marked KONSEP, never to be mistaken for the official card.</summary>
public static class KonsepKk
{
    /// <summary>Renders the konsep. Same content, same bytes.</summary>
    public static byte[] Buat(IsiKonsepKk isi)
    {
        ArgumentNullException.ThrowIfNull(isi);
        return LembarKk.Cetak(
            $"Konsep Kartu Keluarga versi {isi.Versi}", "KONSEP", [(null, isi.Kartu), .. isi.Terkait.Where(t => t.Peran != PeranKartu.Lama).Select(Berjudul)],
            (kanvas, kaki, kartu) => Kaki(kanvas, kaki, isi, kartu));
    }

    private static (string? Keterangan, KartuKeluarga Kartu) Berjudul(KartuTerkait terkait) => (terkait switch
    {
        { Peran: PeranKartu.Asal, KartuKeluarga.Anggota.Count: 0 } => "KK ASAL: DITUTUP, TIDAK ADA ANGGOTA LAGI",
        { Peran: PeranKartu.Asal } => "KK ASAL SESUDAH PERUBAHAN",
        _ => "KK TUJUAN SESUDAH PERUBAHAN",
    }, terkait.KartuKeluarga);

    private static void Kaki(PdfCanvas kanvas, Box kaki, IsiKonsepKk isi, KartuKeluarga kartu)
    {
        const double jarak = 6, lebarParaf = 118, lebarKepala = 150, lebarKadis = 172;
        var kepala = kaki with { Width = lebarKepala };
        KotakTandaTangan.Gambar(kanvas, kepala, "Dikeluarkan Tanggal : -", "KEPALA KELUARGA", LembarKk.NamaKepala(kartu));

        var kadis = kaki with { X = kaki.Right - lebarKadis, Width = lebarKadis };
        KotakTandaTangan.Gambar(kanvas, kadis, "", isi.JabatanKadis, null, "ditandatangani pada KK resmi");

        var kabid = kaki with { X = kadis.X - jarak - lebarParaf, Width = lebarParaf };
        Paraf(kanvas, kabid, isi.Kabid);
        var kasi = kabid with { X = kabid.X - jarak - lebarParaf };
        Paraf(kanvas, kasi, isi.Kasi);

        var versi = kaki with { X = kepala.Right + jarak, Width = kasi.X - kepala.Right - (2 * jarak) };
        kanvas.Frame(versi);
        var dalam = versi.Inset(6, 4);
        kanvas.Text($"KONSEP VERSI {isi.Versi.ToString(CultureInfo.InvariantCulture)}", dalam with { Height = 16 }, 11, isBold: true);
        kanvas.Text($"No. Register: {isi.NomorRegister ?? "-"}", new Box(dalam.X, dalam.Y + 18, dalam.Width, 11), 8);
        kanvas.Text("Hash data (SHA-256):", new Box(dalam.X, dalam.Y + 31, dalam.Width, 9), 6.5);
        kanvas.Text(isi.Hash, new Box(dalam.X, dalam.Y + 42, dalam.Width, 10), 7.5);
    }

    private static void Paraf(PdfCanvas kanvas, Box kotak, KotakParaf paraf)
    {
        kanvas.Frame(kotak);
        kanvas.Text("PARAF", new Box(kotak.X + 4, kotak.Y + 3, kotak.Width - 8, 8), 6.5, isBold: true, Align.Center);
        kanvas.Text(paraf.Jabatan, new Box(kotak.X + 4, kotak.Y + 11, kotak.Width - 8, 16), 7, align: Align.Center);
        kanvas.Rule(kotak.X, kotak.Y + 29, kotak.Right, kotak.Y + 29, 0.35);
        if (paraf.Nama is null || paraf.Saat is not { } saat)
            return;
        kanvas.Text(paraf.Nama, new Box(kotak.X + 4, kotak.Y + 32, kotak.Width - 8, kotak.Height - 45), 8, isBold: true, Align.Center);
        kanvas.Text(Waktu.Pendek(saat), new Box(kotak.X + 4, kotak.Bottom - 12, kotak.Width - 8, 10), 7, align: Align.Center);
    }
}
