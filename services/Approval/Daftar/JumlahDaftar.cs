using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Daftar;

/// <summary>Reads how much waits in an officer's queues. The numbers are kept, not counted (<see cref="JumlahAntrean"/>).</summary>
internal sealed class JumlahDaftar(ApprovalDb db)
{
    /// <summary>By role and step; queues without open tasks are left out.</summary>
    public async Task<IReadOnlyList<JumlahTugas>> BacaAsync(string kantor, IReadOnlyList<AntreanPetugas> antrean, CancellationToken cancellationToken)
    {
        var utuh = antrean.Where(a => a.Delegasi is null or { Aktivitas.Count: 0 }).DistinctBy(a => a.Peran).ToDictionary(a => a.Peran);
        var peran = utuh.Keys.ToList();
        var jumlah = await db.Antrean.Where(j => j.Kantor == kantor && peran.Contains(j.Peran)).GroupBy(j => new { j.Peran, j.Nomor })
            .Select(g => new
            {
                g.Key.Peran,
                g.Key.Nomor,
                Terbuka = g.Sum(j => j.Terbuka),
                Dipegang = g.Sum(j => j.Dipegang),
                Segera = g.Sum(j => j.Segera),
                Terlambat = g.Sum(j => j.Terlambat),
                // The first entry of an index, for each queue.
                Tertua = db.Daftar
                    .Where(t => t.Kantor == kantor && t.Peran == g.Key.Peran && t.Nomor == g.Key.Nomor && t.Status == StatusTugas.Terbuka)
                    .OrderBy(t => t.DiterbitkanPada).Select(t => (DateTimeOffset?)t.DiterbitkanPada).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var semua = jumlah.Where(j => j.Terbuka > 0)
            .Select(j => new JumlahTugas(j.Peran, j.Nomor, j.Terbuka, j.Dipegang, j.Segera, j.Terlambat, j.Tertua, AtasNama.Dari(utuh[j.Peran].Delegasi))).ToList();
        // A delegation for some activity types only has no number of its own; it is rare, and counted.
        foreach (var a in antrean.Where(a => a.Delegasi is { Aktivitas.Count: > 0 } && !utuh.ContainsKey(a.Peran)))
        {
            var melalui = AtasNama.Dari(a.Delegasi);
            semua.AddRange(await a.Tugas(db.Daftar.Where(t => t.Kantor == kantor && t.Status == StatusTugas.Terbuka)).GroupBy(t => t.Nomor)
                .Select(g => new JumlahTugas(
                    a.Peran, g.Key, g.Count(), g.Count(t => t.Pemegang != null), g.Count(t => t.Prioritas == PrioritasTugas.Segera),
                    g.Count(t => t.DieskalasiPada != null), g.Min(t => t.DiterbitkanPada), melalui))
                .ToListAsync(cancellationToken));
        }
        return [.. semua.OrderBy(j => j.Nomor, StringComparer.Ordinal).ThenBy(j => j.Peran, StringComparer.Ordinal)];
    }
}
