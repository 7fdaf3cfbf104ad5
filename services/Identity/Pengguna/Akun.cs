namespace Dukcapil.Identity.Pengguna;

/// <summary>A user. Its id is the <c>sub</c> of tokens: opaque, never a NIK.</summary>
public sealed class Akun
{
    /// <summary>Opaque id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Login name, lower case.</summary>
    public required string NamaPengguna { get; init; }

    /// <summary>Name as printed in books and on the konsep.</summary>
    public required string Nama { get; set; }

    /// <summary>Office code.</summary>
    public required string Kantor { get; set; }

    /// <summary>False: may not log in, and refresh tokens are refused.</summary>
    public bool Aktif { get; set; } = true;

    /// <summary>An officer of the demonstration: refused as soon as the system can be reached from other machines.</summary>
    public bool Contoh { get; init; }

    /// <summary>Roles.</summary>
    public List<PeranAkun> Peran { get; init; } = [];

    /// <summary>PBKDF2 hash; null until an administrator has issued a one-time password.</summary>
    public string? SandiHash { get; set; }

    /// <summary>The password was given by somebody else and must be changed at the next login.</summary>
    public bool HarusGantiSandi { get; set; }

    /// <summary>Secret of the second factor, sealed.</summary>
    public string? TotpTersegel { get; set; }

    /// <summary>Whether the second factor was confirmed with a first code.</summary>
    public bool TotpAktif { get; set; }

    /// <summary>Time step of the last accepted code: no code counts twice (RFC 6238 section 5.2).</summary>
    public long TotpTerakhir { get; set; }

    /// <summary>Attempts since the last complete login.</summary>
    public int Gagal { get; set; }

    /// <summary>No attempt counts before this moment (UTC).</summary>
    public DateTimeOffset? TerkunciSampai { get; set; }

    /// <summary>When it was made (UTC).</summary>
    public required DateTimeOffset DibuatPada { get; init; }

    /// <summary>Version for ETag and If-Match.</summary>
    public int Versi { get; set; } = 1;
}

/// <summary>A role that a user holds.</summary>
public sealed class PeranAkun
{
    /// <summary>User.</summary>
    public required Guid AkunId { get; init; }

    /// <summary>Role code, for example <c>LOKET</c>.</summary>
    public required string Kode { get; init; }
}
