using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;

namespace Dukcapil.ServiceDefaults.Kewenangan;

/// <summary>The authority with which an officer acts.</summary>
/// <param name="Petugas">The officer; the name says on whose behalf, wherever it is shown: on a paraf, in a book, on a receipt.</param>
/// <param name="AtasNama">The delegation; null when the officer acts in the own right.</param>
public sealed record Hak(Petugas Petugas, AtasNama? AtasNama)
{
    /// <summary>Acts in the own right.</summary>
    public static Hak Sendiri(Petugas petugas) => new(petugas, null);

    /// <summary>Acts under a delegation.</summary>
    public static Hak Dari(Petugas petugas, Delegasi delegasi)
    {
        ArgumentNullException.ThrowIfNull(petugas);
        ArgumentNullException.ThrowIfNull(delegasi);
        var jabatan = delegasi.NamaPemberi is { } pemberi ? $"{delegasi.Jenis}. {delegasi.Peran}, a.n. {pemberi}" : $"{delegasi.Jenis}. {delegasi.Peran}";
        return new Hak(petugas with { Nama = $"{petugas.Nama} ({jabatan})" }, AtasNama.Dari(delegasi));
    }
}
