using Microsoft.Extensions.Configuration;

namespace Dukcapil.Studio;

/// <summary>Section <c>Studio</c>: who signs its users in, and where its files lie.</summary>
internal sealed class SetelanStudio(IConfiguration configuration)
{
    /// <summary><c>Studio:Penerbit</c>: address of the OIDC issuer, as browsers know it; null: the origin of the page.</summary>
    public string? Penerbit { get; } = configuration["Studio:Penerbit"] is { Length: > 0 } issuer ? issuer.TrimEnd('/') : null;

    /// <summary><c>Studio:Klien</c>: client id at the issuer; a public client (PKCE) with the return address <c>/studio/masuk</c>.</summary>
    public string Klien { get; } = configuration["Studio:Klien"] ?? "studio";

    /// <summary><c>Studio:Lingkup</c>: scopes to ask for.</summary>
    public string Lingkup { get; } = configuration["Studio:Lingkup"] ?? "openid";

    /// <summary><c>Studio:Folder</c>: the package, when it lies elsewhere than the build puts it.</summary>
    public string? Folder { get; } = configuration["Studio:Folder"];

    /// <summary>The issuer's origin, for the content security policy; empty when it is the page's own.</summary>
    public string AsalPenerbit { get; } = Uri.TryCreate(configuration["Studio:Penerbit"], UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : "";
}
