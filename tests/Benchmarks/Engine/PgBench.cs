using System.Diagnostics;
using System.Globalization;
using Dukcapil.TestServers;
using Npgsql;

namespace Dukcapil.Benchmarks.Engine;

/// <summary>The reference of every run: single-row inserts, one commit each, by PostgreSQL's own load program.</summary>
internal static class PgBench
{
    private const string Script = "INSERT INTO bench_reference (v) VALUES (1);\n";

    public static async Task PrintAsync(PostgresServer server)
    {
        if (PostgresServer.ProgramFolder is not { } folder)
        {
            Console.WriteLine("pgbench is not installed; no reference.");
            return;
        }
        var database = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync("pgbench"));
        await using (var connection = new NpgsqlConnection(database.ConnectionString))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand("CREATE TABLE bench_reference (id bigserial PRIMARY KEY, v int)", connection);
            await create.ExecuteNonQueryAsync();
        }
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Script);
        foreach (var clients in (int[])[1, 4, 16, 64])
            Console.WriteLine($"pgbench, single-row inserts, {clients,3} clients: {await RunAsync(folder, database, file, clients),9:N0} /s");
        File.Delete(file);
    }

    private static async Task<double> RunAsync(string folder, NpgsqlConnectionStringBuilder database, string file, int clients)
    {
        var start = new ProcessStartInfo(Path.Combine(folder, "pgbench")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            ["-n", "-M", "prepared", "-T", "5", "-c", Text(clients), "-j", "2", "-f", file, "-h", database.Host!, "-p", Text(database.Port), "-U", database.Username!, database.Database!])
            start.ArgumentList.Add(argument);
        start.Environment["PGPASSWORD"] = database.Password;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(l => l.StartsWith("tps = ", StringComparison.Ordinal)) ?? throw new InvalidOperationException(await errors);
        return double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
