using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Kewenangan;

namespace Dukcapil.Approval.Daftar;

/// <summary>A queue that an officer sees: an own role, or one by delegation.</summary>
/// <param name="Peran">The role.</param>
/// <param name="Delegasi">The delegation; null: the own role.</param>
internal sealed record AntreanPetugas(string Peran, Delegasi? Delegasi)
{
    /// <summary>All queues of an officer; an own role needs no delegation.</summary>
    public static async Task<IReadOnlyList<AntreanPetugas>> SemuaAsync(Petugas petugas, PemeriksaWewenang wewenang, CancellationToken cancellationToken) =>
        Dari(petugas, await wewenang.BerlakuAsync(petugas, cancellationToken));

    /// <summary>The same, from delegations that are known already.</summary>
    public static IReadOnlyList<AntreanPetugas> Dari(Petugas petugas, IEnumerable<Delegasi> delegasi) =>
    [
        .. petugas.Peran.Where(p => !ServiceDefaults.Auth.Peran.Sistem.Contains(p)).Order(StringComparer.Ordinal).Select(p => new AntreanPetugas(p, null)),
        .. delegasi.Where(d => d.Penerima == petugas.Id && !petugas.Peran.Contains(d.Peran)).Select(d => new AntreanPetugas(d.Peran, d)),
    ];

    /// <summary>Its tasks.</summary>
    public IQueryable<TugasKantor> Tugas(IQueryable<TugasKantor> tugas)
    {
        tugas = tugas.Where(t => t.Peran == Peran);
        return Delegasi is { Aktivitas: { Count: > 0 } aktivitas } ? tugas.Where(t => aktivitas.Contains(t.Aktivitas)) : tugas;
    }

    /// <summary>Whether a task is in it.</summary>
    public bool Memuat(string peran, string aktivitas) => Delegasi?.Mencakup(peran, aktivitas) ?? peran == Peran;
}
