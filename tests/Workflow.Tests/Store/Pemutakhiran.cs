using System.Data.Common;
using System.Text;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Instances;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Workflow.Tests.Store;

/// <summary>The database of the first release, with an application on its way and a finished one, under today's code: nothing is lost, and work goes on.</summary>
public abstract class Pemutakhiran
{
    private const string Berjalan = "019abc00000070008000000000000001", Selesai = "019abc00000070008000000000000002", Tugas = "t-2";

    // As the first release wrote it: an instance that waits for Loket's check.
    private const string Keadaan = """
        {"format":1,"id":"019abc00000070008000000000000001","definition":"kartu-keluarga","version":1,"subStatus":"Suspended","correlation":"permohonan-1","sequence":9,
        "created":"2026-01-05T01:00:00+00:00","updated":"2026-01-05T01:00:00+00:00","contexts":[
        {"id":"c-4","node":"Workflow1:Flowchart1:periksa","in":2,"started":"2026-01-05T01:00:00+00:00","outputs":["t-2",null]},
        {"id":"c-1","node":"Workflow1","started":"2026-01-05T01:00:00+00:00","values":["KK_BARU",false,3,0,0,"Diajukan",null,null,0]},
        {"id":"c-2","node":"Workflow1:Flowchart1","in":1,"started":"2026-01-05T01:00:00+00:00","tokens":[["pengajuan","Diajukan","periksa",0]]}],
        "pending":[[1,"Workflow1:Flowchart1"],[2,"Workflow1:Flowchart1:periksa"]],
        "bookmarks":[{"id":"b-2","name":"Dukcapil.PeriksaKelengkapan","activity":"periksa","node":"Workflow1:Flowchart1:periksa","execution":"c-4",
        "created":"2026-01-05T01:00:00+00:00","task":"t-2"}]}
        """;

    private readonly Guid permohonan = Guid.CreateVersion7(), lama = Guid.CreateVersion7();

    protected abstract Task<BasisUji> BasisAsync();

    [Fact]
    public async Task What_the_first_release_left_goes_on()
    {
        using var basis = await BasisAsync();
        await RilisPertamaAsync(basis);
        await using var inti = await IntiAlur.BukaAsync(basis);
        var row = await inti.DbAsync(db => db.Instances.AsNoTracking().SingleAsync());
        Assert.Equal((Guid.ParseExact(Berjalan, "N"), permohonan, 1, 2), (row.Id, row.PermohonanId, row.Version, row.ReturnCount));
        var selesai = await inti.DbAsync(db => db.FinishedInstances.AsNoTracking().SingleAsync());
        Assert.Equal((Guid.ParseExact(Selesai, "N"), lama, "Finished"), (selesai.Id, selesai.PermohonanId, selesai.SubStatus));
        await JurnalTerbacaAsync(inti, row.Id);
        var tugas = Assert.Single(await inti.TugasAsync(permohonan));
        Assert.Equal(InboxOutcome.Applied, await inti.TerimaAsync(ServiceNames.Intake, 1, TahanJatuh.Selesai(tugas.Message, "Lengkap")));
        Assert.Equal("Dukcapil.EntriDanKonsep", Assert.Single(await inti.TugasAsync(permohonan)).Message.Aktivitas);
    }

    private static async Task JurnalTerbacaAsync(IntiAlur inti, Guid id)
    {
        var bursts = await inti.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.InstanceId == id).ToListAsync());
        var definisi = await inti.DbAsync(db => db.Definitions.AsNoTracking().SingleAsync(d => d.DefinitionId == "kartu-keluarga"));
        var workflow = inti.Services.GetRequiredService<Workflow.Definitions.CompiledDefinitions>().Compile(definisi.Json);
        var journal = JournalFormat.Unpack(bursts, _ => workflow);
        Assert.Equal(
            ["1 Workflow1 Started", "2 periksa Started", "3 periksa Faulted", "4 periksa Completed"],
            journal.Records.Select(r => $"{r.Sequence} {r.ActivityId} {r.Event}"));
        Assert.Equal("ada \"kutip\", dan koma", journal.Records[2].Message);
        Assert.Equal(["Lengkap", "Lagi"], journal.Records[3].Outcomes);
        Assert.Equal(TimeSpan.FromSeconds(3), journal.Records[3].At - journal.Records[0].At);
    }

    private async Task RilisPertamaAsync(BasisUji basis)
    {
        var pg = basis.Provider == "PostgreSql";
        await using var asal = await IntiAlur.BelumDimutakhirkanAsync(basis);
        await asal.DbAsync(async db =>
        {
            var pertama = db.Database.GetMigrations().First(m => m.EndsWith("_Awal", StringComparison.Ordinal));
            await db.GetService<IMigrator>().MigrateAsync(pertama);
            await db.Database.OpenConnectionAsync();
            var s = pg ? "workflow." : "";
            var json = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "workflows", "kartu-keluarga.json"));
            await JalankanAsync(
                db, $"INSERT INTO {s}definition (id, definition_id, version, name, json, is_latest, is_published, created_at, saved_by, revision) VALUES ('v1', 'kartu-keluarga', 1, 'KK', @a, @b, @b, @c, 'sistem', 1)",
                json, true, Saat(0));
            foreach (var (id, aplikasi, berjalan) in new[] { (Berjalan, permohonan, true), (Selesai, lama, false) })
            {
                await JalankanAsync(
                    db,
                    $"INSERT INTO {s}instance (id, permohonan_id, kantor, definition_id, definition_version_id, sub_status, is_running, is_signed, return_count, incident_count, state, created_at, updated_at, finished_at, revision) VALUES (@a, @b, '9901', 'kartu-keluarga', 'v1', @d, @c, @e, 2, 0, @f, @g, @g, @h, 2)",
                    id, Id(aplikasi), berjalan, berjalan ? "Suspended" : "Finished", false, Encoding.UTF8.GetBytes(Keadaan), Saat(0), berjalan ? DBNull.Value : Saat(9));
            }
            await JalankanAsync(
                db, $"INSERT INTO {s}open_task (tugas_id, engine_task_id, instance_id, permohonan_id, message, issued_at, is_closed) VALUES (@a, @a, @b, @c, @d, @e, @f)",
                Tugas, Berjalan, Id(permohonan), Pesan(), Saat(0), false);
            (string Node, string Event, object Detail)[] records =
                [("Workflow1", "Started", DBNull.Value), ("Workflow1:Flowchart1:periksa", "Started", DBNull.Value), ("Workflow1:Flowchart1:periksa", "Faulted", "ada \"kutip\", dan koma"), ("Workflow1:Flowchart1:periksa", "Completed", "Lengkap, Lagi")];
            for (var i = 0; i < records.Length; i++)
            {
                await JalankanAsync(
                    db, $"INSERT INTO {s}journal (instance_id, sequence, node_id, activity_type, activity_instance_id, event, detail, at) VALUES (@a, @b, @c, 'x', 'c-4', @d, @e, @f)",
                    Berjalan, (long)(i + 1), records[i].Node, records[i].Event, records[i].Detail, Saat(i));
            }
        });

        object Saat(int detik) => pg ? new DateTime(2026, 1, 5, 1, 0, detik, DateTimeKind.Utc) : new DateTime(2026, 1, 5, 1, 0, detik, DateTimeKind.Utc).Ticks;
        object Id(Guid id) => pg ? id : id.ToString().ToUpperInvariant();
    }

    private string Pesan() => System.Text.Json.JsonSerializer.Serialize(
        new TugasDiterbitkan
        {
            PermohonanId = permohonan,
            TugasId = Tugas,
            Pelayan = ServiceNames.Intake,
            Kantor = "9901",
            Aktivitas = "Dukcapil.PeriksaKelengkapan",
            Simpul = "periksa",
            Langkah = new LangkahSop { Nomor = "2", Kegiatan = "x", Pelaksana = "LOKET" },
            Hasil = [new("Lengkap", "Lengkap", PerluAlasan: false)],
            Fakta = new Fakta { Jenis = "KK_BARU" },
            Pada = DateTimeOffset.UnixEpoch,
        },
        MessageJson.Options);

    private static async Task JalankanAsync(WorkflowDb db, string sql, params object[] nilai)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < nilai.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{(char)('a' + i)}", nilai[i]);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class PemutakhiranSqlite : Pemutakhiran
{
    protected override Task<BasisUji> BasisAsync() => Task.FromResult(BasisUji.Sqlite());
}

public sealed class PemutakhiranPostgres(PostgresBersama postgres) : Pemutakhiran
{
    protected override Task<BasisUji> BasisAsync() => postgres.BuatAsync();
}
