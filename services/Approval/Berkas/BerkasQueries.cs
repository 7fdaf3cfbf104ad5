using Dukcapil.Approval.Database;
using Dukcapil.Approval.Langkah;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Berkas;

/// <summary>What several steps ask about a file.</summary>
internal static class BerkasQueries
{
    /// <summary>The current version, or null before the first has arrived.</summary>
    public static Task<VersiKonsep?> KonsepKiniAsync(this ApprovalDb db, Guid permohonanId, CancellationToken cancellationToken) =>
        db.Konsep.AsNoTracking().Where(k => k.PermohonanId == permohonanId).OrderByDescending(k => k.Versi).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Parafs that count for a version.</summary>
    public static IQueryable<ParafPejabat> ParafBerlaku(this ApprovalDb db, VersiKonsep konsep) => db.Paraf.Where(p =>
        p.PermohonanId == konsep.PermohonanId && p.VersiKonsep == konsep.Versi && p.Hash == konsep.Hash && p.GugurPada == null);

    /// <summary>The version that may be signed, or why it may not yet.</summary>
    public static async Task<(VersiKonsep? Konsep, ProblemHttpResult? Masalah)> SiapDitandatanganiAsync(
        this ApprovalDb db, Tugas tugas, SetelanParaf setelan, CancellationToken cancellationToken)
    {
        var konsep = await db.KonsepKiniAsync(tugas.PermohonanId, cancellationToken);
        if (konsep is null || konsep.Versi < tugas.Fakta.VersiKonsep) return (null, KonsepBelumTiba.Masalah);
        var paraf = await db.ParafBerlaku(konsep).Select(p => p.Peran).Distinct().CountAsync(cancellationToken);
        return paraf >= setelan.ParafMinimal
            ? (konsep, null)
            : (null, Masalah.Bentrok("paraf-belum-lengkap", $"Konsep versi {konsep.Versi} baru diparaf {paraf} dari {setelan.ParafMinimal} pejabat."));
    }

    /// <summary>Lets parafs lapse at once, before anything that this unit of work adds.</summary>
    public static Task GugurkanAsync(this IQueryable<ParafPejabat> paraf, SebabGugur sebab, DateTimeOffset pada, CancellationToken cancellationToken) =>
        paraf.Where(p => p.GugurPada == null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.GugurPada, pada).SetProperty(p => p.SebabGugur, sebab), cancellationToken);
}
