using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>
/// What every answer and every request has for safety: headers, the address of the caller behind our own proxies, body size and duration. There is no
/// CORS: no other origin may read an answer.
/// </summary>
internal static class Pengaman
{
    private static readonly TimeSpan Lazim = TimeSpan.FromSeconds(60);

    public static void AddPengaman(this WebApplicationBuilder builder)
    {
        builder.Services.AddRequestTimeouts(options => options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = Lazim });
        // X-Forwarded-For is believed from these networks only (CIDR, comma between), else anybody could take on any address.
        var jaringan = (builder.Configuration["Jaringan:ProksiDipercaya"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            // The middleware believes everybody when it is given no network; so without one it reads no header.
            options.ForwardedHeaders = jaringan.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor;
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var cidr in jaringan) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(cidr));
        });
    }

    public static void UseKepalaAman(this WebApplication app)
    {
        var https = app.Services.GetRequiredService<PenerbitToken>().Https;
        app.UseForwardedHeaders();
        app.Use((http, next) =>
        {
            // Written last, so that an answer to an unexpected fault, which begins anew, has them too; what an endpoint has set stays.
            http.Response.OnStarting(Lengkapi, (http.Response.Headers, https));
            return next(http);
        });
    }

    private static Task Lengkapi(object keadaan)
    {
        var (kepala, https) = ((IHeaderDictionary, bool))keadaan;
        kepala.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");
        kepala.TryAdd(HeaderNames.ContentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'");
        kepala.TryAdd("Referrer-Policy", "no-referrer");
        // Answers carry personal data: no cache between, and none in the browser.
        kepala.TryAdd(HeaderNames.CacheControl, "no-cache, no-store");
        if (https) kepala.TryAdd(HeaderNames.StrictTransportSecurity, "max-age=31536000; includeSubDomains");
        return Task.CompletedTask;
    }

    /// <summary>A body may be as large as its endpoint says; one that says nothing takes JSON.</summary>
    public static void UseBatasIsi(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is null
            && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } batas)
        {
            batas.MaxRequestBodySize = RequestLimits.Json;
        }
        return next(http);
    });
}
