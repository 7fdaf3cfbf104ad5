using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Dukcapil.Standalone.Demo;

/// <summary>What the walk learned that an officer or the applicant holds in hand.</summary>
/// <param name="PermohonanId">The application.</param>
/// <param name="KodeLacak">Tracking code from the filing.</param>
/// <param name="KodeTandaBukti">Receipt code from "Lengkap".</param>
/// <param name="SerahTerimaKedua">HTTP status of a second handover of the same card, tried on purpose.</param>
internal sealed record JejakDemo(Guid PermohonanId, string KodeLacak, string KodeTandaBukti, int SerahTerimaKedua);

/// <summary>
/// The story of the demonstration, one application through all 8 steps with every return of the SOP: the marriage book is missing, Kasi finds
/// a wrong birthplace, Kabid a title that no document supports (the rules had warned of it; Loket's note let it pass).
/// </summary>
internal sealed class JalanDemo(KantorKlien klien, TextWriter kabar)
{
    private const string Loket = "LOKET", Kasi = "KASI", Kabid = "KABID", Kadis = "KADIS";
    private Guid id;

    /// <summary>Walks the way to its end.</summary>
    public async Task<JejakDemo> TempuhAsync(CancellationToken token)
    {
        var pengajuan = await klien.AjukanAsync(BerkasContoh.Pengajuan(), BerkasContoh.Lampiran("F-1.02", "KK_LAMA"), token: token);
        id = pengajuan.Id;
        await kabar.WriteLineAsync($"Permohonan diajukan, kode lacak {pengajuan.KodeLacak}.");
        foreach (var kurang in pengajuan.Kekurangan) await kabar.WriteLineAsync($"  Masih kurang: {kurang}.");

        await KembalikanAsync(Loket, "TidakLengkap", "BERKAS_KURANG", "Buku nikah belum dilampirkan.", token);
        await klien.TungguPosisiAsync(id, "PEMOHON", token);
        await klien.AjukanUlangAsync(id, lampiran: BerkasContoh.Lampiran("BUKU_NIKAH"), token: token);
        var lengkap = await MajuAsync(Loket, "Lengkap", null, token);

        await KonsepAsync(1, token);
        await KembalikanAsync(Kasi, "TidakSesuai", "DATA_SALAH", "Tempat lahir istri tidak sama dengan buku nikah.", token);
        await KonsepAsync(2, token);
        await ParafAsync(Kasi, 2, token, peringatanDiketahui: true);
        await KembalikanAsync(Kabid, "TidakSesuai", "GELAR_TANPA_BUKTI", "Gelar Ir. kepala keluarga tidak didukung berkas.", token);
        await KembalikanAsync(Kasi, "TidakSesuai", "GELAR_TANPA_BUKTI", "Diteruskan ke Loket: hapus gelar kepala keluarga.", token);
        await KonsepAsync(3, token);
        await ParafAsync(Kasi, 3, token);
        await ParafAsync(Kabid, 3, token);

        await MajuAsync(Loket, "Selesai", new JsonObject { ["nomorKk"] = NomorDariSiak(), ["versiKonsep"] = 3 }, token);
        await MajuAsync(Kadis, "Ditandatangani", null, token);
        await MajuAsync(Loket, "Selesai", Registrasi(), token);
        var kode = (string)lengkap!["kodeTandaBukti"]!;
        var kedua = await SerahkanAsync(kode, token);
        await klien.TungguBerakhirAsync(pengajuan.KodeLacak, token: token);
        return new JejakDemo(id, pengajuan.KodeLacak, kode, kedua);
    }

    private async Task<JsonNode?> MajuAsync(string peran, string hasil, JsonNode? data, CancellationToken token)
    {
        var tugas = await AmbilAsync(peran, token);
        return await klien.SelesaikanAsync(tugas, peran, hasil, data: data, token: token);
    }

    private async Task KembalikanAsync(string peran, string hasil, string kode, string teks, CancellationToken token)
    {
        var tugas = await AmbilAsync(peran, token);
        await klien.SelesaikanAsync(tugas, peran, hasil, new AlasanKlien(kode, teks), token: token);
    }

    private async Task KonsepAsync(int versi, CancellationToken token) => await MajuAsync(Loket, "Selesai", BerkasContoh.DataKonsep(versi), token);

    private async Task ParafAsync(string peran, int versi, CancellationToken token, bool peringatanDiketahui = false) =>
        await MajuAsync(peran, "Sesuai", new JsonObject { ["versiKonsep"] = versi, ["peringatanDiketahui"] = peringatanDiketahui }, token);

    // The same card a second time, by another request: the answer tells whether handover happens exactly once.
    private async Task<int> SerahkanAsync(string kode, CancellationToken token)
    {
        var tugas = await AmbilAsync(Loket, token);
        await klien.SelesaikanAsync(tugas, Loket, "Diserahkan", data: SerahTerima(kode, "Buku serah terima, baris 1"), token: token);
        using var kedua = await klien.CobaSelesaikanAsync(tugas, Loket, "Diserahkan", data: SerahTerima(kode, "Buku serah terima, baris 2"), token: token);
        return (int)kedua.StatusCode;
    }

    private async Task<TugasKlien> AmbilAsync(string peran, CancellationToken token)
    {
        var tugas = await klien.TungguTugasAsync(id, peran, token: token);
        await klien.KlaimAsync(tugas, token: token);
        return tugas;
    }

    private static JsonObject Registrasi() => new()
    {
        ["capDibubuhkan"] = true,
        ["arsip"] = new JsonObject { ["lokasi"] = "Rak 3, boks 12, map 7" },
        ["pilahan"] = new JsonArray(
            new JsonObject { ["berkas"] = "F-1.02", ["tindakan"] = "arsip" },
            new JsonObject { ["berkas"] = "BUKU_NIKAH", ["tindakan"] = "dikembalikan" },
            new JsonObject { ["berkas"] = "KK_LAMA", ["tindakan"] = "ditarik" }),
    };

    private static JsonObject SerahTerima(string kode, string tandaTerima) => new()
    {
        ["kodeTandaBukti"] = kode,
        ["tandaTerima"] = tandaTerima,
        ["penerima"] = new JsonObject
        {
            ["nama"] = "RADEN WIBISONO CONTOH",
            ["hubungan"] = "pemohon",
            ["identitas"] = new JsonObject { ["jenis"] = "KTP-el", ["nomor"] = "9901011504880003" },
        },
    };

    // Only SIAK issues the number of a card. Here the demonstration plays SIAK, on prefix 99, which no province uses.
    private static string NomorDariSiak() =>
        string.Create(CultureInfo.InvariantCulture, $"990101{DateTime.UtcNow:ddMMyy}{RandomNumberGenerator.GetInt32(1, 10_000):0000}");
}
