using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dukcapil.Registry.Tests;

/// <summary>
/// Whoever guesses the code of a receipt learns nothing from how long the answer takes: the work is the same whatever the guess has in common with the code.
/// Counted, because a clock on a busy machine tells nothing: queries of each request, by its trace.
/// </summary>
public sealed class WaktuTandaBukti(RegistriSqlite layanan)
{
    private const string HurufKode = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public async Task A_guess_costs_the_same_work_however_much_of_it_is_right()
    {
        using var penghitung = await Penghitung.MulaiAsync();
        var berkas = new BerkasUji(layanan);
        var tugas = await berkas.SiapSerahTerimaAsync();
        var kerja = new List<int>();
        // Nothing right, half of it, all but the last: each tried twice, so that caches are warm for all alike.
        foreach (var benar in new[] { 0, 0, 7, 7, 13, 13 })
        {
            var tebakan = string.Concat(berkas.Kode.Select((h, i) => i < benar || h == '-' ? h : HurufKode[(HurufKode.IndexOf(h, StringComparison.Ordinal) + 1) % HurufKode.Length]));
            kerja.Add(await penghitung.HitungAsync(berkas.Loket, $"/api/v1/registri/tugas/{tugas}/selesai", new { hasil = "Diserahkan", data = berkas.Serah(tebakan) }, 422));
        }
        Assert.True(kerja[0] > 0, "Tidak ada kueri yang terhitung.");
        Assert.Single(kerja.Skip(1).Distinct());
    }

    [Fact]
    public async Task A_public_question_costs_the_same_for_every_code_that_is_unknown()
    {
        using var penghitung = await Penghitung.MulaiAsync();
        var berkas = new BerkasUji(layanan);
        await berkas.SiapCetakAsync();
        var kerja = new List<int>();
        foreach (var benar in new[] { 0, 0, 7, 13 })
        {
            var tebakan = string.Concat(berkas.Kode.Select((h, i) => i < benar || h == '-' ? h : HurufKode[(HurufKode.IndexOf(h, StringComparison.Ordinal) + 1) % HurufKode.Length]));
            kerja.Add(await penghitung.HitungAsync(layanan.TanpaToken(), "/api/v1/verifikasi", new { kode = tebakan }, 404));
        }
        Assert.True(kerja[0] > 0, "Tidak ada kueri yang terhitung.");
        Assert.Single(kerja.Skip(1).Distinct());
    }

    // Counts the queries of one request among all of this process.
    private sealed class Penghitung : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly ConcurrentDictionary<string, int> kueri = new();
        private readonly List<IDisposable> langganan = [];

        // A context that was used before remembers for a second that nobody listened.
        private static readonly TimeSpan SampaiTerdengar = TimeSpan.FromSeconds(1.1);

        private Penghitung() => langganan.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public static async Task<Penghitung> MulaiAsync()
        {
            var penghitung = new Penghitung();
            await Task.Delay(SampaiTerdengar, TestContext.Current.CancellationToken);
            return penghitung;
        }

        public async Task<int> HitungAsync(Klien klien, string jalur, object isi, int status)
        {
            var jejak = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            using var badan = new StringContent(JsonSerializer.Serialize(isi, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
            using var jawaban = await klien.BukaAsync(HttpMethod.Post, jalur, badan, ("traceparent", $"00-{jejak}-00f067aa0ba902b7-01"), ("Idempotency-Key", Guid.NewGuid().ToString()));
            Assert.Equal(status, (int)jawaban.StatusCode);
            return kueri.GetValueOrDefault(jejak);
        }

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore") lock (langganan) langganan.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == "Microsoft.EntityFrameworkCore.Database.Command.CommandExecuted" && Activity.Current?.TraceId.ToString() is { } jejak)
                kueri.AddOrUpdate(jejak, 1, (_, n) => n + 1);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            lock (langganan) foreach (var l in langganan) l.Dispose();
        }
    }
}
