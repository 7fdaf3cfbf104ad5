using System.Security.Cryptography;
using System.Text;
using Dukcapil.ServiceDefaults.Auth;

namespace Dukcapil.Identity.Awal;

/// <summary>Synthetic officers of a demonstration, one per role: entering, the two parafs and the signature are different persons, as the SOP wants it.</summary>
public static class PetugasContoh
{
    /// <summary>Role and name.</summary>
    public static readonly IReadOnlyList<(string Peran, string Nama)> Semua =
    [
        (Peran.Loket, "Lina Loket"), ("KASI", "Kurnia Kasi"), ("KABID", "Bakti Kabid"), ("KADIS", "Darma Kadis"), (Peran.AdminAlur, "Adi Alur"),
        (Peran.PenyuntingAlur, "Sinta Sunting"), (Peran.PengamatAlur, "Pandu Pengamat"),
        (Peran.Ops, "Oki Ops"), (Peran.Auditor, "Aulia Auditor"), ("SUPERVISOR", "Surya Supervisor"),
    ];

    /// <summary>Opaque id of the officer of a role: the same everywhere, so that a demonstration can name who acted.</summary>
    public static Guid Id(string peran)
    {
        ArgumentNullException.ThrowIfNull(peran);
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("petugas-contoh/" + peran)).AsSpan(0, 16));
    }

    /// <summary>Login name of the officer of a role.</summary>
    public static string NamaPengguna(string peran)
    {
        ArgumentNullException.ThrowIfNull(peran);
        return "contoh-" + peran.ToLowerInvariant().Replace('_', '-');
    }
}
