using Dukcapil.Dokumen.Pdf;
using Dukcapil.Kependudukan;

namespace Dukcapil.Dokumen;

/// <summary>What a salinan shows: the data of an issued family card as this service holds them.</summary>
public sealed record IsiSalinanKk
{
    /// <summary>The family data as issued. Numbers are printed as given.</summary>
    public required KartuKeluarga Kartu { get; init; }

    /// <summary>Date of issue of the official card, or null when not yet known.</summary>
    public DateOnly? TanggalTerbit { get; init; }

    /// <summary>Number in Buku Agenda, or null.</summary>
    public string? NomorAgenda { get; init; }

    /// <summary>Title of the officer who signed the official card.</summary>
    public string JabatanPenandaTangan { get; init; } = "KEPALA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL";

    /// <summary>Name of the officer who signed, or null.</summary>
    public string? NamaPenandaTangan { get; init; }

    /// <summary>NIP of the officer who signed, or null.</summary>
    public string? NipPenandaTangan { get; init; }

    /// <summary>What the salinan is for, or null.</summary>
    public string? Keperluan { get; init; }

    /// <summary>Officer who made the salinan.</summary>
    public required string Petugas { get; init; }

    /// <summary>Time of making it, in the zone of the Kantor.</summary>
    public required DateTimeOffset Dibuat { get; init; }
}

/// <summary>PDF of a salinan: the sheets of <see cref="KonsepKk"/> marked SALINAN, with the facts of issue instead of paraf boxes.</summary>
public static class SalinanKk
{
    /// <summary>Renders the salinan. Same content, same bytes.</summary>
    public static byte[] Buat(IsiSalinanKk isi)
    {
        ArgumentNullException.ThrowIfNull(isi);
        return LembarKk.Cetak("Salinan data Kartu Keluarga", "SALINAN", [(null, isi.Kartu)], (kanvas, kaki, _) => Kaki(kanvas, kaki, isi));
    }

    private static void Kaki(PdfCanvas kanvas, Box kaki, IsiSalinanKk isi)
    {
        var kepala = kaki with { Width = 190 };
        KotakTandaTangan.Gambar(
            kanvas, kepala, $"Dikeluarkan Tanggal : {Waktu.Pendek(isi.TanggalTerbit)}", "KEPALA KELUARGA", LembarKk.NamaKepala(isi.Kartu));

        var pejabat = kaki with { X = kaki.Right - 210, Width = 210 };
        var nip = isi.NipPenandaTangan is null ? null : "NIP. " + isi.NipPenandaTangan;
        KotakTandaTangan.Gambar(kanvas, pejabat, "", isi.JabatanPenandaTangan, isi.NamaPenandaTangan, nip);

        var salinan = kaki with { X = kepala.Right + 12, Width = pejabat.X - kepala.Right - 24 };
        kanvas.Frame(salinan);
        var dalam = salinan.Inset(6, 4);
        kanvas.Text("SALINAN DATA", dalam with { Height = 14 }, 10, isBold: true);
        Baris(kanvas, dalam, 0, "No. Agenda", isi.NomorAgenda);
        Baris(kanvas, dalam, 1, "Keperluan", isi.Keperluan);
        Baris(kanvas, dalam, 2, "Dibuat oleh", isi.Petugas);
        Baris(kanvas, dalam, 3, "Dibuat pada", Waktu.Panjang(isi.Dibuat));
    }

    private static void Baris(PdfCanvas kanvas, Box dalam, int baris, string label, string? nilai)
    {
        const double tinggi = 12.5, lebarLabel = 56;
        var y = dalam.Y + 17 + (baris * tinggi);
        kanvas.Text(label, new Box(dalam.X, y, lebarLabel, tinggi), 7.5);
        kanvas.Text(": " + (nilai ?? "-"), new Box(dalam.X + lebarLabel, y, dalam.Width - lebarLabel, tinggi), 7.5);
    }
}
