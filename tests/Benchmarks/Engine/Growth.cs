using System.Globalization;

namespace Dukcapil.Benchmarks.Engine;

/// <summary>Fills the database as years would: real instances are run, and their rows multiplied with ids of their own, spread over five years.</summary>
internal sealed class Growth(WorkflowLoad load)
{
    private const int Templates = 1000;

    public async Task FillAsync(int finished, int open)
    {
        await load.MeasureAsync(Templates, concurrency: 64);
        // Ids sort by time, as real ones do (UUID v7): a time of the last five years, then chance.
        var copies = finished / Templates;
        await load.Database.ExecuteAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            CREATE TEMP TABLE template AS SELECT row_number() OVER () AS number, id FROM workflow.finished_instance;
            CREATE TEMP TABLE copy AS
              SELECT t.id AS template, (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint - 157680000000 + (c * {Templates} + t.number) * 157680000000 / {Math.Max(finished, 1)}), 12, '0')
                     || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid AS id, gen_random_uuid() AS application
              FROM template t CROSS JOIN generate_series(1, {copies}) AS c;
            INSERT INTO workflow.finished_instance
              (id, permohonan_id, kantor, definition_id, definition_version_id, version, correlation_id, sub_status, is_signed, return_count, incident_count, state, created_at, updated_at, finished_at, revision)
              SELECT c.id, c.application, f.kantor, f.definition_id, f.definition_version_id, f.version, c.application::text, f.sub_status, f.is_signed, f.return_count, f.incident_count, f.state,
                     f.created_at, f.updated_at, f.finished_at, f.revision
              FROM copy c JOIN workflow.finished_instance f ON f.id = c.template ORDER BY c.id;
            INSERT INTO workflow.journal (instance_id, burst, version, at, records)
              SELECT c.id, j.burst, j.version, j.at, j.records FROM copy c JOIN workflow.journal j ON j.instance_id = c.template ORDER BY c.id, j.burst;
            """));
        if (open > 0) await load.StartAsync(open);
        await load.Database.ExecuteAsync("VACUUM ANALYZE");
        await load.Database.ExecuteAsync("CHECKPOINT");
    }
}
