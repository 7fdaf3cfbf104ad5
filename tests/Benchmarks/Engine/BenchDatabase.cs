using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Npgsql;

namespace Dukcapil.Benchmarks.Engine;

/// <summary>A connection beside the measured ones: reads counters, and does what other parts of the system would do meanwhile.</summary>
internal sealed class BenchDatabase(string connectionString) : IAsyncDisposable
{
    private readonly NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);

    public async Task<List<TugasDiterbitkan>> OpenTasksAsync(IReadOnlyCollection<Guid> applications)
    {
        await using var command = source.CreateCommand("SELECT message FROM workflow.open_task WHERE permohonan_id = ANY($1)");
        command.Parameters.Add(new() { Value = applications.ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        var tasks = new List<TugasDiterbitkan>();
        while (await reader.ReadAsync()) tasks.Add(JsonSerializer.Deserialize<TugasDiterbitkan>(reader.GetString(0), MessageJson.Options)!);
        return tasks;
    }

    /// <summary>The relay and the broker are not part of this measurement; what they would take away is taken away between the rounds.</summary>
    public Task ForgetOutboxAsync() => ExecuteAsync("TRUNCATE workflow.outbox");

    public Task<long> CommitsAsync() => ScalarAsync<long>("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()");

    public Task<decimal> WalAsync() => ScalarAsync<decimal>("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");

    /// <summary>Bytes of tables and indexes, and how many instances they are of.</summary>
    public async Task<(long Bytes, long Instances)> FinishedAsync()
    {
        await ExecuteAsync("VACUUM ANALYZE workflow.finished_instance, workflow.journal");
        return (
            await ScalarAsync<long>("SELECT pg_total_relation_size('workflow.finished_instance') + pg_total_relation_size('workflow.journal')"),
            await ScalarAsync<long>("SELECT count(*) FROM workflow.finished_instance"));
    }

    public Task<int> PostmasterAsync() => ScalarAsync<int>("SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int");

    public async Task ExecuteAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 3600;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The first column of all rows.</summary>
    public async Task<List<string>> TextsAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
