using System.Text.Json.Nodes;
using Dukcapil.Identity.Awal;
using Dukcapil.Kependudukan;
using Dukcapil.Standalone.Perjalanan;

namespace Dukcapil.Standalone.Demo;

/// <summary>Reads the way of an application from the public API, in the form that page and table show.</summary>
internal static class BacaPerjalanan
{
    private const string Pemohon = "PEMOHON";

    /// <summary>The way as recorded.</summary>
    public static async Task<PerjalananPermohonan> DariAsync(KantorKlien klien, Guid permohonanId, CancellationToken token)
    {
        var permohonan = await klien.PermohonanAsync(permohonanId, token: token);
        var riwayat = await klien.RiwayatAsync(permohonanId, token: token);
        return new PerjalananPermohonan
        {
            Judul = "Pelayanan Kartu Keluarga (KK) Umum",
            KodeLacak = (string)permohonan["kodeLacak"]!,
            NomorRegister = (string?)permohonan["nomorRegister"],
            NomorAgenda = await NomorAgendaAsync(klien, permohonanId, token),
            Jenis = NamaJenis((string)permohonan["jenis"]!),
            Mulai = (DateTimeOffset)permohonan["diajukanPada"]!,
            Selesai = (DateTimeOffset?)permohonan["berakhirPada"],
            Zona = TimeZoneInfo.CreateCustomTimeZone("WIB", TimeSpan.FromHours(7), "WIB", "WIB"),
            Langkah = [.. riwayat.Select((r, i) => Langkah(r!, i + 1 < riwayat.Count ? riwayat[i + 1] : null))],
        };
    }

    private static LangkahPerjalanan Langkah(JsonNode r, JsonNode? berikut)
    {
        var sop = r["langkah"]!;
        var peran = (string)sop["pelaksana"]!;
        return new LangkahPerjalanan
        {
            Nomor = (string)sop["nomor"]!,
            Kegiatan = (string)sop["kegiatan"]!,
            Peran = peran,
            Simbol = (string?)sop["simbol"] switch
            {
                "kapsul" => SimbolSop.Kapsul,
                "belahKetupat" => SimbolSop.BelahKetupat,
                _ => SimbolSop.Kotak,
            },
            Kelengkapan = Daftar(sop["kelengkapan"]),
            WaktuBakuMenit = (int)(decimal)sop["waktuBaku"]!,
            PenangananDetik = (long)r["penangananMs"]! / 1000.0,
            MenungguDetik = ((long?)r["menungguMs"] ?? 0) / 1000.0,
            Output = Daftar(sop["output"]),
            Keterangan = (string?)sop["keterangan"],
            Hasil = (string?)r["hasil"] is { } hasil ? Label(hasil) : null,
            Kembali = (bool)r["dikembalikan"]!,
            KodeAlasan = (string?)r["kodeAlasan"] is { Length: > 0 } kode ? kode : null,
            Alasan = (string?)r["alasan"],
            VersiKonsep = VersiKonsep(r, berikut, (string?)sop["simbol"]),
            Petugas = (string?)r["petugas"] is { } petugas ? NamaPetugas(petugas, peran) : null,
            WaktuSelesai = (DateTimeOffset?)r["selesaiPada"],
        };
    }

    // The history tells the version at the beginning of a step: a step that is followed by a higher one made that; decisions judge the one they met.
    private static int? VersiKonsep(JsonNode r, JsonNode? berikut, string? simbol)
    {
        var (awal, akhir) = ((int?)r["versiKonsep"] ?? 0, (int?)berikut?["versiKonsep"] ?? 0);
        if (akhir > awal) return akhir;
        return awal > 0 && simbol == "belahKetupat" ? awal : null;
    }

    private static string NamaPetugas(string id, string peran)
    {
        var nama = PetugasContoh.Semua.FirstOrDefault(p => PetugasContoh.Id(p.Peran).ToString() == id).Nama ?? id;
        return peran == Pemohon ? $"melalui {nama}" : nama;
    }

    // The page of an application that has not come to the Registry yet has no number to show.
    private static async Task<string?> NomorAgendaAsync(KantorKlien klien, Guid permohonanId, CancellationToken token)
    {
        using var jawaban = await klien.KirimAsync(KantorKlien.Loket, HttpMethod.Get, $"/api/v1/registri/permohonan/{permohonanId}", token: token);
        if (!jawaban.IsSuccessStatusCode) return null;
        var registri = JsonNode.Parse(await jawaban.Content.ReadAsStringAsync(token))!;
        return (string?)registri["agenda"]!.AsArray().FirstOrDefault(a => !(bool)a!["batal"]!)?["nomorAgenda"];
    }

    private static string NamaJenis(string kode) => JenisPermohonan.TryParse(kode, out var jenis) ? jenis.Nama : kode;

    /// <summary>Outcome as people read it: <c>TidakSesuai</c> → <c>Tidak sesuai</c>.</summary>
    internal static string Label(string hasil) =>
        hasil[..1] + string.Concat(hasil[1..].Select(c => char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    private static IReadOnlyList<string> Daftar(JsonNode? butir) => butir is JsonArray array ? [.. array.Select(b => (string)b!)] : [];
}
