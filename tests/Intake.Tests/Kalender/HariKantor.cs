using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dukcapil.Intake.Tests.Kalender;

/// <summary>The server's clock is UTC, the office lives in Jayapura (WIT, UTC+9): its day and year count, not the server's.</summary>
public sealed class HariKantor(LayananLoket layanan) : IClassFixture<LayananLoket>
{
    [Fact]
    public async Task The_book_of_the_new_year_begins_at_midnight_of_the_office()
    {
        // 23:59:30 and, a minute later, 00:00:30 in Jayapura; in UTC both are the afternoon of 31 December.
        layanan.Jam.Setel(new DateTimeOffset(2027, 12, 31, 14, 59, 30, TimeSpan.Zero));
        var lama = (await layanan.DaftarkanAsync()).GetProperty("nomorRegister").GetString();
        layanan.Jam.Maju(TimeSpan.FromMinutes(1));
        var baru = (await layanan.DaftarkanAsync()).GetProperty("nomorRegister").GetString();

        Assert.Equal(("KK/2027/000001", "KK/2028/000001"), (lama, baru));
        Assert.Equal([baru], await BukuAsync("tanggal=2028-01-01"));
        Assert.Equal([lama], await BukuAsync("tanggal=2027-12-31"));
        // Left out, it is the year of the office.
        Assert.Equal([baru], await BukuAsync("batas=10"));
        Assert.Contains("01-01-2028 00:00", (await layanan.Loket.BacaAsync("/api/v1/loket/buku-register/csv")).Harus(200).Isi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_and_statistics_of_a_day_are_of_the_day_of_the_office()
    {
        layanan.Jam.Setel(new DateTimeOffset(2029, 6, 14, 14, 59, 30, TimeSpan.Zero));
        var sebelum = await AjukanAsync();
        layanan.Jam.Maju(TimeSpan.FromMinutes(1));
        var sesudah = await AjukanAsync();

        Assert.Equal([sesudah], await DaftarAsync("dari=2029-06-15&sampai=2029-06-15"));
        Assert.Equal([sebelum], await DaftarAsync("dari=2029-06-14&sampai=2029-06-14"));
        var statistik = (await layanan.Loket.BacaAsync("/api/v1/permohonan/statistik?dari=2029-06-15&sampai=2029-06-15")).Harus(200).Json;
        Assert.Equal(1, statistik.GetProperty("diterima").GetInt32());
    }

    [Theory]
    // Registered on 28 November at 07:00 in Jayapura, which is 22:00 on 27 November in UTC.
    [InlineData("2029-11-28", false)]
    [InlineData("2029-11-29", true)]
    public async Task A_newborn_registered_in_the_morning_is_not_from_the_future(string lahir, bool dariMasaDepan)
    {
        layanan.Jam.Setel(new DateTimeOffset(2029, 11, 27, 22, 0, 0, TimeSpan.Zero));
        var isi = LayananLoket.Permohonan("KK_BARU_KELUARGA_BARU");
        isi["kartuKeluarga"] = new JsonObject
        {
            ["anggota"] = new JsonArray(new JsonObject { ["nama"] = "BAYI CONTOH", ["jenisKelamin"] = 1, ["tanggalLahir"] = lahir, ["shdk"] = 4, ["kewarganegaraan"] = "WNI" }),
        };
        var temuan = (await layanan.Loket.KirimJsonAsync("/api/v1/permohonan/periksa", isi)).Harus(200).Json.GetProperty("temuan");
        Assert.Equal(dariMasaDepan, temuan.EnumerateArray().Any(t => t.GetProperty("kode").GetString() == "D02"));
    }

    private async Task<string> AjukanAsync() =>
        (await layanan.Loket.KirimJsonAsync("/api/v1/permohonan", LayananLoket.Permohonan())).Harus(201).Json.GetProperty("id").GetString()!;

    private async Task<List<string?>> BukuAsync(string kueri) => Daftar((await layanan.Loket.BacaAsync("/api/v1/loket/buku-register?" + kueri)).Harus(200).Json, "entri", "nomorRegister");

    private async Task<List<string?>> DaftarAsync(string kueri) => Daftar((await layanan.Loket.BacaAsync("/api/v1/permohonan?" + kueri)).Harus(200).Json, "permohonan", "id");

    private static List<string?> Daftar(JsonElement isi, string daftar, string nama) => [.. isi.GetProperty(daftar).EnumerateArray().Select(e => e.GetProperty(nama).GetString())];
}
