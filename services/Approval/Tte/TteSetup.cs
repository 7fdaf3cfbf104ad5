using Dukcapil.Approval.Tte.Pemeriksaan;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.Approval.Tte;

/// <summary>What electronic signatures need.</summary>
internal static class TteSetup
{
    public static void AddTte(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(SetelanTte.Dari(builder.Configuration));
        services.AddSingleton<KlienEsign>();
        services.AddSingleton<PengambilBerkas>();
        services.AddSingleton<PemeriksaTandaTangan>();
        services.AddScoped<TandaTanganSah>();
        services.AddScoped<AwalPercobaan>();
        services.AddScoped<AkhirPercobaan>();
        services.AddScoped<PenandatangananTte>();
        services.AddSingleton<TandaTanganMassal>();
        services.AddHostedService<PembersihPercobaan>();
        services.AddHandler<BerkasSiakDiunggah, CatatBerkas>();
        services.AddHttpClient(KlienEsign.Klien, klien => Batasi(klien, KlienEsign.JawabanTerbesar)).ConfigurePrimaryHttpMessageHandler(() => Penghubung());
        services.AddHttpClient(PengambilBerkas.Klien, klien => Batasi(klien, ServiceDefaults.Hosting.RequestLimits.BerkasSiak)).ConfigurePrimaryHttpMessageHandler(() => Penghubung());
    }

    private static void Batasi(HttpClient klien, long jawaban) => (klien.Timeout, klien.MaxResponseContentBufferSize) = (Timeout.InfiniteTimeSpan, jawaban);

    // Passphrases and tokens follow no redirect and pass no proxy of the environment. A connection is used once: the handler would send a request again by itself when
    // a kept one turns out to be closed, and whether a signature was asked for twice would be its secret.
    private static SocketsHttpHandler Penghubung() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.Zero,
    };
}
