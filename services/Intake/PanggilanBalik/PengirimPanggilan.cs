using System.Globalization;
using System.Net;
using System.Text;
using Dukcapil.Intake.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Protection;
using Dukcapil.ServiceDefaults.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>
/// Makes the calls. A call is claimed by counting its try, so replicas do not make it twice; one whose process died in between is due again after a minute.
/// Delivery is at least once, and the id stays the same.
/// </summary>
public sealed class PengirimPanggilan(
    IServiceScopeFactory scopes, IHttpClientFactory clients, Pelindung pelindung, TimeProvider time, ILogger<PengirimPanggilan> log) : PersistentWorker(log)
{
    /// <summary>Name of the HTTP client.</summary>
    public const string Klien = "panggilan-balik";

    private const int Sekaligus = 16;
    private static readonly TimeSpan Jeda = TimeSpan.FromSeconds(1), Batas = TimeSpan.FromSeconds(15), Sewa = TimeSpan.FromMinutes(1);

    // As Standard Webhooks advises; together three days.
    private static readonly TimeSpan[] Tunggu =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(20),
    ];

    /// <inheritdoc/>
    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (await KirimYangTibaAsync(cancellationToken) < Sekaligus) await Task.Delay(Jeda, time, cancellationToken);
    }

    /// <summary>Makes the calls that are due.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> KirimYangTibaAsync(CancellationToken cancellationToken)
    {
        List<Panggilan> tiba;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
            var kini = time.GetUtcNow();
            tiba = await db.Panggilan.AsNoTracking().Where(p => p.Status == StatusPanggilan.Menunggu && p.BerikutPada <= kini)
                .OrderBy(p => p.BerikutPada).Take(Sekaligus).ToListAsync(cancellationToken);
        }
        await Task.WhenAll(tiba.Select(p => KirimAsync(p, cancellationToken)));
        return tiba.Count;
    }

    private async Task KirimAsync(Panggilan panggilan, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        var kini = time.GetUtcNow();
        var diambil = await db.Panggilan
            .Where(p => p.Id == panggilan.Id && p.Status == StatusPanggilan.Menunggu && p.Percobaan == panggilan.Percobaan && p.BerikutPada <= kini)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Percobaan, x => x.Percobaan + 1).SetProperty(x => x.BerikutPada, kini + Sewa), cancellationToken);
        if (diambil == 0) return;
        var langganan = await db.Langganan.AsNoTracking().SingleOrDefaultAsync(l => l.Id == panggilan.LanggananId, cancellationToken);
        // Deleted in this moment, its calls with it.
        if (langganan is null) return;
        var (status, galat) = langganan.Aktif ? await PanggilAsync(langganan, panggilan, cancellationToken) : (null, "Langganan tidak aktif.");
        await CatatAsync(db, panggilan, status, galat, cancellationToken);
    }

    private async Task<(int? Status, string? Galat)> PanggilAsync(Langganan langganan, Panggilan panggilan, CancellationToken cancellationToken)
    {
        var kini = time.GetUtcNow();
        using var permintaan = new HttpRequestMessage(HttpMethod.Post, langganan.Alamat)
        {
            Content = new StringContent(panggilan.Isi, Encoding.UTF8, "application/json"),
        };
        permintaan.Headers.Add("webhook-id", panggilan.Id.ToString());
        permintaan.Headers.Add("webhook-timestamp", kini.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        permintaan.Headers.Add("webhook-signature", string.Join(' ', Rahasia(langganan, kini).Select(r => RahasiaPanggilan.TandaTangan(r, panggilan.Id, kini, panggilan.Isi))));
        using var habis = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        habis.CancelAfter(Batas);
        try
        {
            using var klien = clients.CreateClient(Klien);
            // The body of the answer is nobody's business and is not read.
            using var jawaban = await klien.SendAsync(permintaan, HttpCompletionOption.ResponseHeadersRead, habis.Token);
            return ((int)jawaban.StatusCode, jawaban.IsSuccessStatusCode ? null : "Penerima menolak.");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            for (Exception? sebab = e; sebab is not null; sebab = sebab.InnerException)
            {
                if (sebab is TujuanDilarangException) return (null, "Nama itu mengarah ke jaringan dalam atau khusus, yang tidak diizinkan.");
            }
            return (null, e is OperationCanceledException ? $"Tidak ada jawaban dalam {Batas.TotalSeconds} detik." : "Penerima tidak dapat dihubungi.");
        }
    }

    private IEnumerable<string> Rahasia(Langganan langganan, DateTimeOffset kini)
    {
        yield return pelindung.BukaKolom<string>(langganan.RahasiaTersegel);
        if (langganan.RahasiaLamaTersegel is { } lama && langganan.RahasiaLamaSampai > kini) yield return pelindung.BukaKolom<string>(lama);
    }

    private async Task CatatAsync(IntakeDb db, Panggilan panggilan, int? status, string? galat, CancellationToken cancellationToken)
    {
        var kini = time.GetUtcNow();
        var percobaan = panggilan.Percobaan + 1;
        var baru = galat is null ? StatusPanggilan.Terkirim
            : percobaan > Tunggu.Length || status == (int)HttpStatusCode.Gone ? StatusPanggilan.Gagal
            : StatusPanggilan.Menunggu;
        var hasil = baru switch { StatusPanggilan.Terkirim => "terkirim", StatusPanggilan.Gagal => "gagal", _ => "ulang" };
        Ukuran.Panggilan.Add(1, new KeyValuePair<string, object?>("hasil", hasil));
        DateTimeOffset? terkirim = baru == StatusPanggilan.Terkirim ? kini : null;
        // Spread, so that a receiver that comes back is not met by everything at once.
        var tunda = baru == StatusPanggilan.Menunggu ? Tunggu[percobaan - 1] * (1 + (Random.Shared.NextDouble() * 0.1)) : TimeSpan.Zero;
        await db.Panggilan.Where(p => p.Id == panggilan.Id && p.Percobaan == percobaan)
            .ExecuteUpdateAsync(
                p => p.SetProperty(x => x.Status, baru).SetProperty(x => x.StatusHttp, status).SetProperty(x => x.Galat, galat)
                    .SetProperty(x => x.TerkirimPada, terkirim).SetProperty(x => x.BerikutPada, kini + tunda),
                cancellationToken);
        if (status == (int)HttpStatusCode.Gone)
            await db.Langganan.Where(l => l.Id == panggilan.LanggananId).ExecuteUpdateAsync(l => l.SetProperty(x => x.Aktif, false), cancellationToken);
        if (baru == StatusPanggilan.Gagal) log.LogWarning("Call-back {Id} of subscription {Subscription} is given up after {Tries} tries", panggilan.Id, panggilan.LanggananId, percobaan);
    }
}
