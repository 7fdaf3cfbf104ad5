namespace Dukcapil.Kependudukan.Tests.Aturan;

internal static class UjiAlamat
{
    public static Uji[] Baris { get; } =
    [
        new("A01", "no address", "A01@alamat", k => k with { Alamat = null }),
        new("A01", "an empty address", "A01@alamat.jalan A01@alamat.rt A01@alamat.rw A01@alamat.kodeDesa", k => k with { Alamat = new Alamat() }),
        new("A01", "two-digit RT, letter in RW, short postcode", "A01@alamat.rt A01@alamat.rw A01@alamat.kodePos",
            k => k.Pindah(a => a with { Rt = "01", Rw = "0O2", KodePos = "9911" })),
        new("A01", "village that the kabupaten does not have", "A01@alamat.kodeDesa", k => k.Pindah(a => a with { KodeDesa = "99.01.01.2999" })),
        new("A01", "village of another kecamatan", "A01@alamat.kecamatan", k => k.Pindah(a => a with { Kecamatan = "CONTOH DUA" })),
        new("A01", "name of another village", "A01@alamat.desa", k => k.Pindah(a => a with { Desa = "LAIN" })),
        new("A01", "code of a kecamatan", "A01@alamat.kodeDesa", k => k.Pindah(a => a with { KodeDesa = "99.01.01" })),
        new("A01", "no such kecamatan anywhere", "A01@alamat.kodeDesa A02@alamat.kodeDesa", k => k.Pindah(a => a with { KodeDesa = "98.01.01.2001" })),
        new("A01", "no postcode, kind of region written out", "", k => k.Pindah(a => a with { KodePos = "", Desa = "Desa Contoh", Kecamatan = "Kecamatan Contoh Satu" })),
        new("A02", "address in another kabupaten", "A02@alamat.kodeDesa", k => k.Pindah(a => a with { KodeDesa = "11.01.01.2001" })),
        new("A02", "office not known", "", k => k.Pindah(a => a with { KodeDesa = "11.01.01.2001" }), c => c with { WilayahKantor = null }),
    ];
}
