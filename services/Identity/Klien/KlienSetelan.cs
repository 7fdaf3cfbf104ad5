using Dukcapil.Identity.Oidc;
using OpenIddict.Abstractions;

namespace Dukcapil.Identity.Klien;

/// <summary>
/// Clients named in the settings, <c>Identity:Klien:{id}</c>: <c>Nama</c>, <c>Lingkup</c> (comma between) and <c>Jwks</c> for a system that signs with its
/// own key, or <c>AlamatKembali</c> (comma between) for a program of people. They are the operator's: brought up to date at every start.
/// </summary>
internal sealed class KlienSetelan(IConfiguration configuration, IOpenIddictApplicationManager manager)
{
    public async Task TerapkanAsync(CancellationToken cancellationToken)
    {
        foreach (var section in configuration.GetSection("Identity:Klien").GetChildren())
        {
            var klien = Baca(section);
            if (await manager.FindByClientIdAsync(section.Key, cancellationToken) is { } ada) await manager.UpdateAsync(ada, klien, cancellationToken);
            else await manager.CreateAsync(klien, cancellationToken);
        }
    }

    private static OpenIddictApplicationDescriptor Baca(IConfigurationSection section)
    {
        var nama = section["Nama"] ?? section.Key;
        if (section["AlamatKembali"] is { } alamat) return BentukKlien.Aplikasi(section.Key, nama, Daftar(alamat), Daftar(section["AlamatKeluar"]));
        var klien = BentukKlien.Sistem(section.Key, nama, Daftar(section["Lingkup"]));
        klien.JsonWebKeySet = Microsoft.IdentityModel.Tokens.JsonWebKeySet.Create(
            section["Jwks"] ?? throw new InvalidOperationException($"Setting {section.Path}:Jwks is missing."));
        if (section.GetValue("PetugasContoh", false)) klien.Permissions.Add(OpenIddictConstants.Permissions.Prefixes.GrantType + PetugasContohGrant.Nama);
        return klien;
    }

    private static string[] Daftar(string? text) => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
