using Dukcapil.Gateway;

// One origin for callers: the table of public paths, and where each service is (Services:{name} = http://host:port).
var builder = WebApplication.CreateBuilder(args);
// Each service limits its own bodies; the server's 30 MB would cut off filings that intake takes.
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
builder.Services.AddReverseProxy().LoadFromMemory(ProxyRoutes.Routes(builder.Configuration), ProxyRoutes.Clusters(builder.Configuration));
builder.Services.AddHealthChecks();
var app = builder.Build();
app.MapHealthChecks("/health/live");
app.MapHealthChecks("/health/ready");
app.MapFrontPage();
app.MapReverseProxy();
await app.RunAsync();
