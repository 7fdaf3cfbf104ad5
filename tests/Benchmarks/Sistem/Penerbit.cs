using System.Security.Cryptography;
using Dukcapil.TestServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Dukcapil.Benchmarks.Sistem;

/// <summary>An issuer of tokens beside the system: what an office has that uses another than ours. Its part of the work is not measured.</summary>
internal sealed class Penerbit : IAsyncDisposable
{
    private readonly ECDsa kunci = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly WebApplication app;

    private Penerbit(WebApplication app) => this.app = app;

    /// <summary>Its identifier.</summary>
    public string Nama => app.Urls.First();

    public static async Task<Penerbit> MulaiAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var penerbit = new Penerbit(builder.Build());
        penerbit.app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, string> { ["issuer"] = penerbit.Nama, ["jwks_uri"] = penerbit.Nama + "/jwks" });
        penerbit.app.MapGet("/jwks", () =>
        {
            var umum = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(ECDsa.Create(penerbit.kunci.ExportParameters(includePrivateParameters: false))));
            return new { keys = new[] { new { kty = umum.Kty, crv = umum.Crv, x = umum.X, y = umum.Y, use = "sig", alg = "ES256" } } };
        });
        await penerbit.app.StartAsync();
        return penerbit;
    }

    /// <summary>A token of an officer of this role.</summary>
    public string Token(string peran) => Kunci.Token(kunci, Nama, "bench-" + peran.ToLowerInvariant(), TimeSpan.FromHours(4), [peran]);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        kunci.Dispose();
    }
}
