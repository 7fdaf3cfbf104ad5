using Dukcapil.Dokumen.Pdf;

namespace Dukcapil.Dokumen;

/// <summary>One column of a book page.</summary>
/// <param name="Judul">Heading.</param>
/// <param name="Lebar">Relative width; the columns of a page share its width in proportion.</param>
/// <param name="Tengah">Whether the cells are centred.</param>
public sealed record KolomBuku(string Judul, double Lebar, bool Tengah = false)
{
    /// <summary>
    /// Columns of Buku Register (SOP step 2). A proposal, because the official annex could not be read; an office may pass its own.
    /// </summary>
    public static IReadOnlyList<KolomBuku> Register { get; } =
    [
        new("No. urut", 26, Tengah: true),
        new("Nomor register", 58),
        new("Tanggal & jam terima", 48, Tengah: true),
        new("Nama pemohon", 84),
        new("NIK pemohon", 68, Tengah: true),
        new("Nomor KK lama", 68, Tengah: true),
        new("Jenis permohonan", 74),
        new("Alamat", 102),
        new("Lampiran", 34, Tengah: true),
        new("Kuasa", 30, Tengah: true),
        new("Tanda bukti", 46, Tengah: true),
        new("Petugas", 58),
        new("Hasil", 62),
        new("Keterangan", 62),
    ];

    /// <summary>Columns of Buku Agenda (SOP step 7). A proposal, as <see cref="Register"/>.</summary>
    public static IReadOnlyList<KolomBuku> Agenda { get; } =
    [
        new("Nomor agenda", 76),
        new("Tanggal", 46, Tengah: true),
        new("Nomor KK", 74, Tengah: true),
        new("Nama kepala keluarga", 96),
        new("Jenis permohonan", 82),
        new("Tanggal terbit KK", 46, Tengah: true),
        new("Penanda tangan", 80),
        new("Cara", 40, Tengah: true),
        new("Cap dinas", 74),
        new("Nomor berkas arsip", 62),
        new("Petugas", 64),
        new("Keterangan", 72),
    ];
}

/// <summary>
/// One entry of a book. A voided entry stays, struck through up to its last column, where the reason stands: numbers are never given twice.
/// </summary>
/// <param name="Sel">Texts in the order of the columns; missing or null ones are printed as <c>-</c>.</param>
/// <param name="Batal">Whether the entry was voided.</param>
public sealed record BarisBuku(IReadOnlyList<string?> Sel, bool Batal = false);
