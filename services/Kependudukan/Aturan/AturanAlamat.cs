namespace Dukcapil.Kependudukan.Aturan;

/// <summary>A: the address. Several cards at one address are lawful and not looked for.</summary>
internal static class AturanAlamat
{
    private static readonly string[] jenisWilayah = ["DESA ADAT ", "DESA ", "KELURAHAN ", "KECAMATAN ", "DISTRIK "];

    public static AturanKeluarga A01 { get; } = new("A01", Tingkat.Error, "Alamat/wilayah tidak sah", "UU 23/2006 ps 61(1)")
    {
        Cari = p => p.Kartu.Alamat is { } alamat
            ? Isian(alamat).Concat(Desa(alamat, p.Konteks.Wilayah))
            : [new Letak(null, "alamat", "belum diisi")],
    };

    public static AturanKeluarga A02 { get; } = new("A02", Tingkat.Warning, "Alamat di luar wilayah dinas", "kewenangan")
    {
        Cari = Letak.Kartu("alamat.kodeDesa", p =>
            p.Konteks.WilayahKantor is { } kantor && KodeWilayah.TryParse(p.Kartu.Alamat?.KodeDesa, out var desa) && !kantor.Memuat(desa)),
    };

    private static IEnumerable<Letak> Isian(Alamat a)
    {
        if (string.IsNullOrWhiteSpace(a.Jalan))
            yield return new(null, "alamat.jalan", "alamat belum diisi");
        if (!Digit(a.Rt, 3))
            yield return new(null, "alamat.rt", "RT harus 3 digit");
        if (!Digit(a.Rw, 3))
            yield return new(null, "alamat.rw", "RW harus 3 digit");
        if (!string.IsNullOrEmpty(a.KodePos) && !Digit(a.KodePos, 5))
            yield return new(null, "alamat.kodePos", "kode pos harus 5 digit atau kosong");
    }

    /// <summary>
    /// In a kabupaten whose villages the office has imported an unknown village is an error; elsewhere only its kecamatan can be known.
    /// </summary>
    private static IEnumerable<Letak> Desa(Alamat a, DaftarWilayah daftar)
    {
        if (!KodeWilayah.TryParse(a.KodeDesa, out var kode) || kode.Tingkat != 4)
            return [new(null, "alamat.kodeDesa", "kode desa/kelurahan harus berbentuk 99.01.01.1001")];
        if (daftar.Desa(kode) is { } desa)
            return Nama(a, desa);
        var dikenal = !daftar.Mencakup(kode.KabupatenKota!) && daftar.KecamatanPernahAda(kode.EnamDigit()!);
        return dikenal ? [] : [new(null, "alamat.kodeDesa", "desa/kelurahan tidak ada dalam daftar wilayah")];
    }

    private static IEnumerable<Letak> Nama(Alamat a, WilayahDesa desa)
    {
        if (Polos(a.Desa) != Polos(desa.Nama))
            yield return new(null, "alamat.desa", "nama desa/kelurahan tidak sesuai kodenya");
        if (Polos(a.Kecamatan) != Polos(desa.Kecamatan))
            yield return new(null, "alamat.kecamatan", "desa/kelurahan tidak berada di kecamatan itu");
    }

    /// <summary>Capitals, single spaces, without the kind of region in front.</summary>
    private static string Polos(string? nama)
    {
        var teks = string.Join(' ', (nama ?? "").ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var awalan = jenisWilayah.FirstOrDefault(j => teks.StartsWith(j, StringComparison.Ordinal)) ?? "";
        return teks[awalan.Length..];
    }

    private static bool Digit(string? teks, int panjang) => teks?.Length == panjang && teks.All(char.IsAsciiDigit);
}
