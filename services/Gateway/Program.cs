using Dukcapil.Gateway;
using Dukcapil.Gateway.Layar;
using Dukcapil.Studio;
using Microsoft.AspNetCore.HttpOverrides;

// One origin for callers: the table of public paths, and where each service is (Services:{name} = http://host:port).
var builder = WebApplication.CreateBuilder(args);
// Each service limits its own bodies; the server's 30 MB would cut off filings that intake takes.
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
builder.Services.AddReverseProxy().LoadFromMemory(ProxyRoutes.Routes(builder.Configuration), ProxyRoutes.Clusters(builder.Configuration));
builder.Services.AddHealthChecks();
builder.AddJejak();
// Of a proxy with TLS before the gateway, Jaringan:ProksiDipercaya (CIDR, comma between): then callers keep their own addresses.
var proksi = (builder.Configuration["Jaringan:ProksiDipercaya"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
builder.Services.Configure<ForwardedHeadersOptions>(options =>
{
    options.ForwardedHeaders = proksi.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor;
    options.KnownProxies.Clear();
    options.KnownIPNetworks.Clear();
    foreach (var cidr in proksi) options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(cidr));
});
var app = builder.Build();
app.UseForwardedHeaders();
app.MapHealthChecks("/health/live");
app.MapHealthChecks("/health/ready");
app.MapFrontPage();
app.MapLayar();
app.MapStudio();
app.MapReverseProxy();
await app.RunAsync();
