using Dukcapil.ServiceDefaults.HumanTasks;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions.Riwayat;

/// <summary>One part of a definition that is not as it was.</summary>
/// <param name="Kunci">Which part, for telling it again in the next change.</param>
/// <param name="Bagian">What people call it.</param>
/// <param name="Sebelum">How it was; null: not there.</param>
/// <param name="Sesudah">How it is; null: no longer there.</param>
public sealed record Perbedaan(string Kunci, string Bagian, string? Sebelum, string? Sesudah);

/// <summary>Who did what to a definition, and when. Written in the transaction of the change; saves of one sitting are one row.</summary>
public sealed class DefinitionChange
{
    /// <summary>A draft was saved.</summary>
    public const string Save = "SIMPAN";

    /// <summary>A file was taken over as draft.</summary>
    public const string Import = "IMPOR";

    /// <summary>An older version became the draft.</summary>
    public const string Revert = "PULIHKAN";

    /// <summary>A version was published.</summary>
    public const string Publish = "TERBIT";

    /// <summary>The published version was retracted.</summary>
    public const string Retract = "TARIK";

    /// <summary>A version was deleted.</summary>
    public const string Delete = "HAPUS";

    /// <summary>Running number: a save and its publishing are of one moment, and stay in their order.</summary>
    public long Id { get; init; }

    /// <summary>Definition; stays when the definition is gone.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version.</summary>
    public int Version { get; init; }

    /// <summary>One of the constants.</summary>
    public required string Action { get; init; }

    /// <summary>Officer id; <c>sistem</c> at first start.</summary>
    public required string By { get; init; }

    /// <summary>The officer's name at that time.</summary>
    public required string ByName { get; init; }

    /// <summary>When it was begun (UTC).</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What has changed since the version it was made from.</summary>
    public required IReadOnlyList<Perbedaan> Differences { get; set; }

    internal static void Configure(ModelBuilder model) => model.Entity<DefinitionChange>(c =>
    {
        c.ToTable("DefinitionChange");
        c.Property(x => x.Differences).AsJson();
        c.HasIndex(x => new { x.DefinitionId, x.Id });
    });
}
