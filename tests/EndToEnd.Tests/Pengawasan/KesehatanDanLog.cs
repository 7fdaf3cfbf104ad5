using System.Text.Json;
using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Pengawasan;

/// <summary>What a service says of itself: its health, and its log, whose levels change while it runs.</summary>
/// <param name="terawasi">The installation.</param>
[Collection(KumpulanTerawasi.Nama)]
public sealed class KesehatanDanLog(PemasanganTerawasi terawasi)
{
    [Fact]
    public async Task Health_names_what_it_has_looked_at()
    {
        using var klien = new HttpClient();
        foreach (var layanan in terawasi.Pemasangan.Layanan)
        {
            var isi = JsonDocument.Parse(await klien.GetStringAsync(new Uri(layanan.BaseAddress, "/health/ready"))).RootElement;
            Assert.Equal("Healthy", isi.GetProperty("status").GetString());
            Assert.Equal(["broker", "database"], isi.GetProperty("periksa").EnumerateObject().Select(p => p.Name).Order());
        }
    }

    [Fact]
    public async Task Levels_of_the_log_change_at_run_time_and_its_lines_are_json_with_the_trace()
    {
        var baris = await Tunggu.SampaiAdaAsync("permintaan ada di log", () => DicatatAsync());
        Assert.Contains(baris.GetProperty("Scopes").EnumerateArray(), s => s.TryGetProperty("TraceId", out _));
        try
        {
            await File.WriteAllTextAsync(terawasi.BerkasSetelan, """{ "Logging": { "LogLevel": { "Microsoft.AspNetCore.Hosting": "Critical" } } }""");
            await Tunggu.SampaiAsync("tidak ada lagi di log", async () => await DicatatAsync() is null);
        }
        finally
        {
            File.Delete(terawasi.BerkasSetelan);
        }
        await Tunggu.SampaiAdaAsync("ada lagi di log", () => DicatatAsync());
    }

    // A request to an address that only this call knows, and the line of the log that names it, if there is one; the answer comes after the line.
    private async Task<Wadah?> DicatatAsync()
    {
        using var klien = new HttpClient();
        var (layanan, alamat) = (terawasi.Pemasangan.Layanan[0], "/tidak-ada/" + Guid.NewGuid().ToString("N"));
        using var jawaban = await klien.GetAsync(new Uri(layanan.BaseAddress, alamat));
        using var penanda = await klien.GetAsync(new Uri(layanan.BaseAddress, alamat + "-lagi"));
        var teks = layanan.RecentOutput.FirstOrDefault(b => b.Contains(alamat, StringComparison.Ordinal) && b.StartsWith('{') && b.Contains("Request starting", StringComparison.Ordinal));
        return teks is null ? null : new Wadah(JsonDocument.Parse(teks).RootElement);
    }

    private sealed record Wadah(JsonElement Isi)
    {
        public JsonElement GetProperty(string nama) => Isi.GetProperty(nama);
    }
}
