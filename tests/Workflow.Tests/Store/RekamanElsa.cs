using System.Text.Json;
using Dukcapil.Engine.Catalogue;
using Dukcapil.Engine.Tracing;
using Dukcapil.Workflow.Tracing;

namespace Dukcapil.Workflow.Tests.Store;

/// <summary>The traces of real Elsa, with every burst written to a database and read back: one suite for both stores.</summary>
public abstract class RekamanElsa : IAsyncLifetime
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "golden");
    private BasisUji? basis;
    private TraceHost? store;

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    protected abstract Task<BasisUji> BasisAsync();

    public async ValueTask InitializeAsync()
    {
        basis = await BasisAsync();
        store = await TraceHost.OpenAsync(basis.Provider, basis.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        basis?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Every_trace_goes_the_same_way_over_the_store()
    {
        var differing = new List<string>();
        foreach (var name in Names.Select(row => row.Data))
        {
            var trace = JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
            var (memory, kept) = (TraceVerdict.Of(trace, ActivityCatalogue.Stock), TraceVerdict.Of(trace, ActivityCatalogue.Stock, store));
            if (kept.Agreement != memory.Agreement || kept.Agreement == TraceAgreement.Differs) differing.Add($"{name}: {string.Join("; ", kept.Differences)}");
        }
        Assert.Empty(differing);
    }
}

public sealed class RekamanElsaSqlite : RekamanElsa
{
    protected override Task<BasisUji> BasisAsync() => Task.FromResult(BasisUji.Sqlite());
}

public sealed class RekamanElsaPostgres(PostgresBersama postgres) : RekamanElsa
{
    protected override Task<BasisUji> BasisAsync() => postgres.BuatAsync();
}
