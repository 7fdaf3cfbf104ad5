using Dukcapil.Contracts;
using Dukcapil.Registry.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Dukcapil.Registry.Tests.Peranti.RegistriSqlite))]
[assembly: AssemblyFixture(typeof(Dukcapil.Registry.Tests.Peranti.RegistriPostgres))]

namespace Dukcapil.Registry.Tests.Peranti;

/// <summary>The Registry service alone.</summary>
public class LayananRegistri() : LayananUji(ServiceNames.Registry)
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dukcapil-berkas-");

    /// <summary>Where its files lie.</summary>
    public string FolderBerkas => folder.FullName;

    /// <summary>An officer at the counter.</summary>
    public Klien Loket => Sebagai("loket", "LOKET");

    /// <summary>Settings of this installation beside the usual ones.</summary>
    private protected virtual IEnumerable<KeyValuePair<string, string?>> Tambahan => [];

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, string?>> Setelan => [new("Files:Path", FolderBerkas), .. Tambahan];

    /// <summary>Looks into the database.</summary>
    public async Task<T> DbAsync<T>(Func<RegistryDb, Task<T>> kerja)
    {
        ArgumentNullException.ThrowIfNull(kerja);
        await using var lingkup = Services.CreateAsyncScope();
        return await kerja(lingkup.ServiceProvider.GetRequiredService<RegistryDb>());
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override WebApplication Bangun(WebApplicationBuilder builder) => RegistryService.Build(builder);
}

/// <summary>On SQLite, as Standalone has it.</summary>
public sealed class RegistriSqlite : LayananRegistri;

/// <summary>On PostgreSQL.</summary>
public sealed class RegistriPostgres : LayananRegistri
{
    private readonly PostgresBersama postgres = new();

    /// <inheritdoc/>
    protected override Task<Basis> BasisAsync() => postgres.BuatAsync(ServiceNames.Registry);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
