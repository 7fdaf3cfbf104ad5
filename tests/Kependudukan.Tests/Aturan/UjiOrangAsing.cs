namespace Dukcapil.Kependudukan.Tests.Aturan;

internal static class UjiOrangAsing
{
    private static readonly Anggota asing = Keluarga.Sendiri with { Kewarganegaraan = "WNA", NoPaspor = "X0000001", NoKitap = "2C00000001" };

    public static Uji[] Baris { get; } =
    [
        new("W01", "foreigner without papers", "W01@0.noPaspor W01@0.noKitap", k => k.Dengan(asing with { NoPaspor = null, NoKitap = "" })),
        new("W01", "foreigner without stay permit", "W01@0.noKitap", k => k.Dengan(asing with { NoKitap = null })),
        new("W01", "foreigner with both", "", k => k.Dengan(asing)),
        new("W02", "Indonesian with stay permit", "W02@0.noKitap", k => k.Ubah(0, a => a with { NoKitap = "2C00000001" })),
        new("W02", "Indonesian with passport", "", k => k.Ubah(0, a => a with { NoPaspor = "X0000001" })),
        new("W03", "permit ended yesterday", "W03@0.kitapBerakhir", k => k.Dengan(asing with { KitapBerakhir = new(2026, 1, 14) })),
        new("W03", "permit ends today", "", k => k.Dengan(asing with { KitapBerakhir = new(2026, 1, 15) })),
        new("W03", "permit without end", "", k => k.Dengan(asing)),
    ];
}
