using System.Security.Claims;

namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>Who acts: an officer with roles in one office, or a client system with scopes.</summary>
/// <param name="Id">Claim <c>sub</c>; opaque, never a NIK.</param>
/// <param name="Nama">Claim <c>name</c>, shown on a konsep and in books.</param>
/// <param name="Kantor">Claim <c>kantor</c>: office code.</param>
/// <param name="Peran">Claims <c>peran</c>: role codes.</param>
/// <param name="Lingkup">Claim <c>scope</c>, split at blanks: what a client system may do.</param>
public sealed record Petugas(string Id, string Nama, string Kantor, IReadOnlySet<string> Peran, IReadOnlySet<string> Lingkup)
{
    /// <summary>Whether this is a client system, which sees its own applications only.</summary>
    public bool SistemLain => Peran.Count == 0 && Kantor.Length == 0;

    /// <summary>Reads it from a validated token.</summary>
    public static Petugas Dari(ClaimsPrincipal user)
    {
        ArgumentNullException.ThrowIfNull(user);
        var id = user.FindFirstValue(ClaimNames.Subject) ?? throw new InvalidOperationException("A validated token without sub.");
        return new Petugas(
            id,
            user.FindFirstValue(ClaimNames.Name) ?? id,
            user.FindFirstValue(ClaimNames.Kantor) ?? "",
            user.FindAll(ClaimNames.Peran).Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
            user.FindAll(ClaimNames.Scope).SelectMany(c => c.Value.Split(' ')).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>Claims our services read.</summary>
public static class ClaimNames
{
    /// <summary>Opaque id of officer or client.</summary>
    public const string Subject = "sub";

    /// <summary>Name of the officer.</summary>
    public const string Name = "name";

    /// <summary>Office code.</summary>
    public const string Kantor = "kantor";

    /// <summary>Role code, repeated.</summary>
    public const string Peran = "peran";

    /// <summary>Scopes of a client system.</summary>
    public const string Scope = "scope";

    /// <summary>Session in which the token was issued; for the audit of who acted from where.</summary>
    public const string Sesi = "sid";
}
