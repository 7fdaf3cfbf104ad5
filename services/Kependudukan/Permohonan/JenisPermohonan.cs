using System.Diagnostics.CodeAnalysis;

namespace Dukcapil.Kependudukan;

/// <summary>One of the 13 kinds of application for a family card (Perpres 96/2018 art. 10–13; boxes of F-1.02).</summary>
public sealed class JenisPermohonan
{
    internal JenisPermohonan(
        string kode, string kotakF102, string nama, string dasarHukum, EfekNomorKk efek, IReadOnlyList<Syarat> syarat) =>
        (Kode, KotakF102, Nama, DasarHukum, EfekNomorKk, Syarat) = (kode, kotakF102, nama, dasarHukum, efek, syarat);

    /// <summary>All kinds in the order of F-1.02.</summary>
    public static IReadOnlyList<JenisPermohonan> Semua => KatalogPermohonan.Jenis;

    /// <summary>New family.</summary>
    public static JenisPermohonan KeluargaBaru => Dari("KK_BARU_KELUARGA_BARU");

    /// <summary>New head of the family.</summary>
    public static JenisPermohonan GantiKepala => Dari("KK_BARU_GANTI_KEPALA");

    /// <summary>Split within one address.</summary>
    public static JenisPermohonan Pisah => Dari("KK_BARU_PISAH");

    /// <summary>Arrival.</summary>
    public static JenisPermohonan PindahDatang => Dari("KK_BARU_PINDAH_DATANG");

    /// <summary>Indonesian from abroad.</summary>
    public static JenisPermohonan WniDariLuarNegeri => Dari("KK_BARU_WNI_DARI_LN");

    /// <summary>Vulnerable residents.</summary>
    public static JenisPermohonan Rentan => Dari("KK_BARU_RENTAN");

    /// <summary>Naturalised.</summary>
    public static JenisPermohonan Pewarganegaraan => Dari("KK_BARU_PEWARGANEGARAAN");

    /// <summary>Foreigner with permanent stay.</summary>
    public static JenisPermohonan OrangAsing => Dari("KK_BARU_OA");

    /// <summary>Joining an existing card.</summary>
    public static JenisPermohonan Menumpang => Dari("KK_UBAH_MENUMPANG");

    /// <summary>Vital event.</summary>
    public static JenisPermohonan UbahPeristiwa => Dari("KK_UBAH_PERISTIWA");

    /// <summary>Changed data element.</summary>
    public static JenisPermohonan UbahElemen => Dari("KK_UBAH_ELEMEN");

    /// <summary>Lost card.</summary>
    public static JenisPermohonan Hilang => Dari("KK_HILANG");

    /// <summary>Damaged card.</summary>
    public static JenisPermohonan Rusak => Dari("KK_RUSAK");

    /// <summary>Code in messages and API, for example <c>KK_BARU_PISAH</c>.</summary>
    public string Kode { get; }

    /// <summary>Box of the form F-1.02, for example <c>I.A.3</c>.</summary>
    public string KotakF102 { get; }

    /// <summary>Name for people of the office and applicants.</summary>
    public string Nama { get; }

    /// <summary>Articles it rests on.</summary>
    public string DasarHukum { get; }

    /// <summary>What happens to the number of the card.</summary>
    public EfekNomorKk EfekNomorKk { get; }

    /// <summary>True for a reprint of unchanged data (lost, damaged).</summary>
    public bool CetakUlang => Kode is "KK_HILANG" or "KK_RUSAK";

    internal IReadOnlyList<Syarat> Syarat { get; }

    /// <summary>Finds a kind by its code.</summary>
    public static bool TryParse([NotNullWhen(true)] string? kode, [NotNullWhen(true)] out JenisPermohonan? jenis)
    {
        jenis = Semua.FirstOrDefault(j => j.Kode == kode);
        return jenis is not null;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Kode;

    // Looked up at each use: a static instance would load the catalogue that is just constructing it.
    private static JenisPermohonan Dari(string kode) => Semua.Single(j => j.Kode == kode);
}
