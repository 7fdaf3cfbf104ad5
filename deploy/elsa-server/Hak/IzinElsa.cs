using System.Security.Claims;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Authentication;

namespace Dukcapil.ElsaServer.Hak;

/// <summary>
/// Elsa's permissions from the roles of our tokens. Saving with <c>publish</c> asks Elsa for no more than saving, so who may save may publish: on this
/// host an editor without the right to publish only reads.
/// </summary>
internal sealed class IzinElsa : IClaimsTransformation
{
    private const string Klaim = "permissions";

    private static readonly string[] Melihat =
    [
        "read:workflow-definitions", "read:workflow-instances", "read:activity-execution", "read:activity-descriptors", "read:activity-descriptors-options",
        "read:expression-descriptors", "read:variable-descriptors", "read:storage-drivers", "read:installed-features", "read:commit-strategies",
        "read:incident-strategies", "read:workflow-activation-strategies", "read:javascript-type-definitions", "read:log-persistence-strategies",
        "read:resilience:strategies", "read:resilience:retries", "read:*",
    ];

    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.HasClaim(c => c.Type == Klaim)) return Task.FromResult(principal);
        string[] izin =
            principal.IsInRole(Peran.AdminAlur) ? ["*"]
            : principal.IsInRole(Peran.PenyuntingAlur) || principal.IsInRole(Peran.PengamatAlur) ? Melihat
            : [];
        // A second identity: the token's own is left as it was validated.
        if (izin.Length > 0) principal.AddIdentity(new ClaimsIdentity(izin.Select(i => new Claim(Klaim, i))));
        return Task.FromResult(principal);
    }
}
