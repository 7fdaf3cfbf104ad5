using Dukcapil.Contracts;
using Microsoft.AspNetCore.Builder;

namespace Dukcapil.Approval.Tests.Peranti;

/// <summary>The Approval service alone.</summary>
public abstract class LayananPersetujuan() : LayananUji(ServiceNames.Approval)
{
    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, string?>> Setelan => [new("Aliran:PerPetugas", "3")];

    /// <inheritdoc/>
    protected override WebApplication Bangun(WebApplicationBuilder builder) => ApprovalService.Build(builder);
}

/// <summary>On SQLite, as Standalone has it.</summary>
public sealed class PersetujuanSqlite : LayananPersetujuan;

/// <summary>Two replicas on PostgreSQL.</summary>
public sealed class PersetujuanPostgres(PostgresBersama postgres) : LayananPersetujuan
{
    /// <inheritdoc/>
    protected override int Banyak => 2;

    /// <inheritdoc/>
    protected override Task<Basis> BasisAsync() => postgres.BuatAsync(ServiceNames.Approval);
}
