using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Pemindahan;

/// <summary>From which version to which, and what becomes of what.</summary>
/// <param name="Definisi">Definition.</param>
/// <param name="DariVersi">Version the instances run on.</param>
/// <param name="KeVersi">Version they are to run on; published, now or once.</param>
/// <param name="Simpul">Nodes old → new, by path or activity id, where they are not the same.</param>
/// <param name="UkuranKelompok">Instances in a batch.</param>
/// <param name="JedaDetik">Pause between batches, seconds.</param>
public sealed record PermintaanPemindahan(
    string Definisi, int DariVersi, int KeVersi, IReadOnlyDictionary<string, string>? Simpul = null, int? UkuranKelompok = null, int? JedaDetik = null);

/// <summary>Which node becomes which.</summary>
/// <param name="Simpul">Node of the old version.</param>
/// <param name="Jenis">Its type.</param>
/// <param name="Judul">What people call it.</param>
/// <param name="Menjadi">Node of the new version; null when there is none: an instance that stands there stays.</param>
public sealed record PasanganSimpul(string Simpul, string Jenis, string Judul, string? Menjadi);

/// <summary>The plan, before any instance is looked at.</summary>
/// <param name="Simpul">Every node of the old version.</param>
/// <param name="Kesalahan">What is wrong with the mapping given.</param>
/// <param name="JumlahInstans">Instances that run on the old version.</param>
public sealed record RencanaPemindahan(IReadOnlyList<PasanganSimpul> Simpul, IReadOnlyList<string> Kesalahan, int JumlahInstans);

/// <summary>An instance that cannot be moved as it stands.</summary>
/// <param name="InstanceId">Instance.</param>
/// <param name="PermohonanId">Its application.</param>
/// <param name="Sebab">Why.</param>
public sealed record TidakDapatDipindahkan(string InstanceId, Guid? PermohonanId, IReadOnlyList<string> Sebab);

/// <summary>What moving would do; nothing has changed.</summary>
/// <param name="Dapat">Instances that can be moved.</param>
/// <param name="TidakDapat">Instances that cannot.</param>
/// <param name="TugasDiterbitkanUlang">Open tasks that would be closed and asked for anew.</param>
/// <param name="Daftar">Those that cannot, the first ones.</param>
/// <param name="VariabelBaru">Variables they get.</param>
/// <param name="VariabelHilang">Variables they lose.</param>
public sealed record UjiPemindahan(
    int Dapat, int TidakDapat, int TugasDiterbitkanUlang, IReadOnlyList<TidakDapatDipindahkan> Daftar, IReadOnlyList<string> VariabelBaru,
    IReadOnlyList<string> VariabelHilang);

/// <summary>Plans a move and tries it without changing anything.</summary>
internal sealed class MovePlans(WorkflowDb db, CompiledDefinitions definitions)
{
    private const int Chunk = 500, MostListed = 200;

    /// <summary>The two versions, or why there is nothing to be moved.</summary>
    public async Task<(Versions? Versions, ProblemHttpResult? Refusal)> FindAsync(PermintaanPemindahan request, CancellationToken cancellationToken)
    {
        var rows = await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == request.Definisi)
            .Select(d => new { d.Id, d.Version, d.PublishedAt }).ToListAsync(cancellationToken);
        var (from, to) = (rows.Find(r => r.Version == request.DariVersi), rows.Find(r => r.Version == request.KeVersi));
        if (from is null) return (null, Masalah.TidakSah("Versi asal tidak ada.", ("dariVersi", "Tidak ada.")));
        if (to is null || to.Version == from.Version) return (null, Masalah.TidakSah("Versi tujuan tidak ada, atau sama dengan versi asal.", ("keVersi", "Pilih versi lain.")));
        // A draft changes: what runs on it would stand on nothing.
        if (to.PublishedAt is null) return (null, Masalah.TidakSah("Versi tujuan belum pernah diterbitkan.", ("keVersi", "Terbitkan lebih dahulu.")));
        var workflows = new Versions(
            await definitions.GetAsync(db, from.Id, cancellationToken), await definitions.GetAsync(db, to.Id, cancellationToken), to.Id);
        return (workflows, null);
    }

    public async Task<RencanaPemindahan> PlanAsync(PermintaanPemindahan request, Versions versions, CancellationToken cancellationToken)
    {
        var matches = WorkflowMigration.Match(versions.From, versions.To, request.Simpul, out var mistakes);
        return new([.. matches.Select(m => new PasanganSimpul(m.Node, m.Type, m.Title, m.NewNode))], mistakes, await CountAsync(request, cancellationToken));
    }

    public Task<int> CountAsync(PermintaanPemindahan request, CancellationToken cancellationToken) =>
        db.Instances.CountAsync(i => i.DefinitionId == request.Definisi && i.Version == request.DariVersi, cancellationToken);

    public async Task<UjiPemindahan> TryAsync(PermintaanPemindahan request, Versions versions, CancellationToken cancellationToken)
    {
        var (possible, impossible, reissued) = (0, 0, 0);
        var listed = new List<TidakDapatDipindahkan>();
        MigrationPlan? any = null;
        await foreach (var row in RunningAsync(request, cancellationToken))
        {
            var plan = any = WorkflowMigration.Plan(versions.From, versions.To, InstanceState.Read(row.State), request.Simpul);
            if (plan.Obstacles.Count == 0)
            {
                possible++;
                reissued += plan.ReissuedTasks.Count;
                continue;
            }
            impossible++;
            if (listed.Count < MostListed) listed.Add(new(InstanceIds.Text(row.Id), row.PermohonanId, plan.Obstacles));
        }
        return new(possible, impossible, reissued, listed, any?.NewVariables ?? [], any?.LostVariables ?? []);
    }

    private async IAsyncEnumerable<Instance> RunningAsync(
        PermintaanPemindahan request, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            var last = after;
            var rows = await db.Instances.AsNoTracking().Where(i => i.DefinitionId == request.Definisi && i.Version == request.DariVersi && i.Id > last)
                .OrderBy(i => i.Id).Take(Chunk).ToListAsync(cancellationToken);
            foreach (var row in rows) yield return row;
            if (rows.Count < Chunk) yield break;
            after = rows[^1].Id;
        }
    }

    /// <summary>Two versions of one definition.</summary>
    internal sealed record Versions(CompiledWorkflow From, CompiledWorkflow To, string ToVersionId);
}
