using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Kewenangan;

/// <summary>This service's own copy of who may act for whom in an office; a row per office.</summary>
public sealed class SalinanWewenang
{
    /// <summary>Office code.</summary>
    public required string Kantor { get; init; }

    /// <summary>Version at Approval.</summary>
    public int Versi { get; set; }

    /// <summary>Sealed <see cref="Contracts.WewenangKantor"/>.</summary>
    public required string IsiTersegel { get; set; }

    /// <summary>When it was last known to be true (UTC, Approval's clock).</summary>
    public DateTimeOffset DikuatkanPada { get; set; }
}

/// <summary>The table of the copy.</summary>
internal static class SalinanWewenangModel
{
    public static void AddSalinanWewenang(this ModelBuilder model) => model.Entity<SalinanWewenang>().ToTable("SalinanWewenang").HasKey(s => s.Kantor);
}
