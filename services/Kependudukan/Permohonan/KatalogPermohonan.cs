using System.Text.Json;

namespace Dukcapil.Kependudukan;

/// <summary>The embedded <c>persyaratan.json</c>: 34 documents, 13 kinds of application with their requirements.</summary>
internal static class KatalogPermohonan
{
    private static readonly Lazy<(IReadOnlyDictionary<string, string> Dokumen, IReadOnlyList<JenisPermohonan> Jenis)> isi = new(Muat);

    /// <summary>Document code → name.</summary>
    public static IReadOnlyDictionary<string, string> Dokumen => isi.Value.Dokumen;

    public static IReadOnlyList<JenisPermohonan> Jenis => isi.Value.Jenis;

    private static (IReadOnlyDictionary<string, string> Dokumen, IReadOnlyList<JenisPermohonan> Jenis) Muat()
    {
        using var dokumen = SumberDaya.Json("persyaratan");
        var akar = dokumen.RootElement;
        return (
            akar.GetProperty("dokumen").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal),
            [.. akar.GetProperty("jenis").EnumerateArray().Select(BacaJenis)]);
    }

    private static JenisPermohonan BacaJenis(JsonElement j) => new(
        Wajib(j, "kode"),
        Wajib(j, "kotakF102"),
        Wajib(j, "nama"),
        Wajib(j, "dasarHukum"),
        Wajib(j, "nomorKk") switch { "BARU" => EfekNomorKk.Baru, "TETAP" => EfekNomorKk.Tetap, _ => EfekNomorKk.MengikutiSiak },
        [.. j.GetProperty("persyaratan").EnumerateArray().Select(BacaSyarat)]);

    private static Syarat BacaSyarat(JsonElement s) => new(
        Wajib(s, "kode"),
        Wajib(s, "wajib") switch { "ya" => SifatSyarat.Ya, "kondisional" => SifatSyarat.Kondisional, _ => SifatSyarat.Alternatif },
        Boleh(s, "bila"),
        Boleh(s, "kelompok"),
        s.TryGetProperty("setara", out var setara) ? [.. setara.EnumerateArray().Select(k => k.GetString()!)] : [],
        Boleh(s, "kondisi"),
        Wajib(s, "bentuk"),
        Wajib(s, "dasarHukum"));

    private static string Wajib(JsonElement e, string nama) => e.GetProperty(nama).GetString()!;

    private static string? Boleh(JsonElement e, string nama) => e.TryGetProperty(nama, out var nilai) ? nilai.GetString() : null;
}
