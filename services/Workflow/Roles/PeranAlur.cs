using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Roles;

/// <summary>A role that definitions may give tasks to. Identity says who holds it.</summary>
public sealed class PeranAlur
{
    /// <summary>Code as in tokens and definitions, for example KASI.</summary>
    public required string Kode { get; init; }

    /// <summary>Name that people read.</summary>
    public required string Nama { get; set; }

    internal static void Configure(ModelBuilder model) => model.Entity<PeranAlur>(p => p.ToTable("Peran").HasKey(x => x.Kode));
}
