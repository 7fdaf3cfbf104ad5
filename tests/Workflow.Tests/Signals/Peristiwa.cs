using System.Text.Json;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Dukcapil.Workflow.Tests.Peranti.Definisi;

namespace Dukcapil.Workflow.Tests.Signals;

/// <summary>Events and sub-workflows: what instances say to each other arrives once.</summary>
public abstract class Peristiwa
{
    protected abstract Task<BasisUji> BasisAsync();

    private static string Menunggu(string id, string peristiwa) => Alur(
        id,
        [Langkah("mulai", "Elsa.Start"), Langkah("tunggu", "Elsa.Event", Isi("eventName", peristiwa)), Langkah("akhir", "Elsa.WriteLine", Isi("text", "x"))],
        ["mulai→tunggu", "tunggu→akhir"]);

    [Fact]
    public async Task An_event_reaches_everyone_who_waits_for_it_and_nobody_else()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        await inti.TerbitkanAsync(Menunggu("penunggu", "berkas-datang"));
        await inti.TerbitkanAsync(Menunggu("lain", "berkas-hilang"));
        for (var i = 0; i < 3; i++) await Pewaktu.MulaiAsync(inti, "penunggu");
        await Pewaktu.MulaiAsync(inti, "lain");
        await inti.KatakanAsync(new EventSignal("berkas-datang", null, null, JsonSerializer.SerializeToElement(new { n = 1 })));
        await inti.PompaAsync();
        Assert.All(await inti.InstansAsync("penunggu"), row => Assert.Equal("Finished", row.SubStatus));
        Assert.All(await inti.InstansAsync("lain"), row => Assert.Equal("Suspended", row.SubStatus));
        Assert.Equal(0, await inti.DbAsync(db => db.Signals.CountAsync()));
    }

    [Fact]
    public async Task An_event_with_a_correlation_id_reaches_only_its_own()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        await inti.TerbitkanAsync(Menunggu("penunggu", "berkas-datang"));
        foreach (var korelasi in (string[])["a", "b"])
            await inti.KerjakanAsync(s => s.GetRequiredService<InstanceRunner>().StartAsync(new() { DefinitionId = "penunggu", CorrelationId = korelasi }, default));
        await inti.KatakanAsync(new EventSignal("berkas-datang", "b", null, null));
        await inti.PompaAsync();
        Assert.Equal(["a:Suspended", "b:Finished"], (await inti.InstansAsync("penunggu")).Select(r => $"{r.CorrelationId}:{r.SubStatus}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_event_published_by_one_instance_starts_another()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        await inti.TerbitkanAsync(Alur(
            "pendengar",
            [
                Langkah("dengar", "Elsa.Event", Isi("eventName", "kabar") + ",\"customProperties\":{\"canStartWorkflow\":true}"),
                Langkah("akhir", "Elsa.WriteLine", Isi("text", "x")),
            ],
            ["dengar→akhir"]));
        await inti.TerbitkanAsync(Alur(
            "pengabar", [Langkah("mulai", "Elsa.Start"), Langkah("kabar", "Elsa.PublishEvent", Isi("eventName", "kabar"))], ["mulai→kabar"]));
        await Pewaktu.MulaiAsync(inti, "pengabar");
        await inti.PompaAsync();
        Assert.Equal("Finished", Assert.Single(await inti.InstansAsync("pendengar")).SubStatus);
    }

    [Fact]
    public async Task A_parent_waits_for_its_sub_workflow_and_gets_what_it_gives()
    {
        using var basis = await BasisAsync();
        var jam = new JamUji();
        await using (var dulu = await IntiAlur.BukaAsync(basis, jam))
        {
            await dulu.TerbitkanAsync(Alur(
                "anak",
                [
                    Langkah("mulai", "Elsa.Start"), Langkah("tunda", "Elsa.Delay", Isi("timeSpan", "00:10:00", "Literal", "TimeSpan")),
                    Langkah("hasil", "Elsa.SetOutput", Isi("outputName", "hasil") + "," + Isi("outputValue", "beres")),
                ],
                ["mulai→tunda", "tunda→hasil"]));
            await dulu.TerbitkanAsync(Induk);
            await Pewaktu.MulaiAsync(dulu, "induk");
            await dulu.PompaAsync();
        }
        // The parent waits in the database, not in a process.
        await using var kini = await IntiAlur.BukaAsync(basis, jam);
        Assert.Equal("Suspended", Assert.Single(await kini.InstansAsync("induk")).SubStatus);
        var anak = Assert.Single(await kini.InstansAsync("anak"));
        Assert.Equal(Assert.Single(await kini.InstansAsync("induk")).Id, anak.ParentId);
        await kini.MajuAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("Finished", Assert.Single(await kini.InstansAsync("anak")).SubStatus);
        var induk = Assert.Single(await kini.InstansAsync("induk"));
        Assert.Equal("Finished", induk.SubStatus);
        Assert.Contains("beres", System.Text.Encoding.UTF8.GetString(induk.State), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sub_workflow_that_is_not_published_is_an_incident_and_its_retry_goes_on()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        await inti.TerbitkanAsync(Alur("anak", [Langkah("mulai", "Elsa.Start")], []));
        await inti.TerbitkanAsync(Induk);
        await inti.DbAsync(db => db.Definitions.Where(d => d.DefinitionId == "anak").ExecuteUpdateAsync(d => d.SetProperty(x => x.IsPublished, false)));
        var id = await Pewaktu.MulaiAsync(inti, "induk");
        var induk = Assert.Single(await inti.InstansAsync("induk"));
        Assert.Equal(1, induk.IncidentCount);
        await inti.DbAsync(db => db.Definitions.Where(d => d.DefinitionId == "anak").ExecuteUpdateAsync(d => d.SetProperty(x => x.IsPublished, true)));
        await inti.KerjakanAsync(async services =>
        {
            var work = (await services.GetRequiredService<Workflow.Store.InstanceSession>().FindAsync(id, default))!;
            return await services.GetRequiredService<InstanceRunner>().ResumeAsync(
                work, new Dukcapil.Engine.Running.IncidentRetried(work.State.Incidents[0].ActivityInstanceId), null, default);
        });
        await inti.PompaAsync();
        Assert.Equal(("Finished", 0), (Assert.Single(await inti.InstansAsync("induk")).SubStatus, Assert.Single(await inti.InstansAsync("induk")).IncidentCount));
    }

    [Fact]
    public async Task Cancelling_a_parent_cancels_what_it_has_started()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        await inti.TerbitkanAsync(Menunggu("anak", "tak-pernah"));
        await inti.TerbitkanAsync(Induk);
        var id = await Pewaktu.MulaiAsync(inti, "induk");
        await inti.PompaAsync();
        await inti.KerjakanAsync(async services =>
        {
            var work = await services.GetRequiredService<Workflow.Store.InstanceSession>().FindAsync(id, default);
            await services.GetRequiredService<InstanceRunner>().CancelAsync(work!, null, default);
            return true;
        });
        await inti.PompaAsync();
        Assert.Equal("Cancelled", Assert.Single(await inti.InstansAsync("anak")).SubStatus);
        Assert.Equal("Cancelled", Assert.Single(await inti.InstansAsync("induk")).SubStatus);
        Assert.Equal(0, await inti.DbAsync(db => db.Waits.CountAsync()));
    }

    private static string Induk => Alur(
        "induk",
        [
            Langkah("mulai", "Elsa.Start"),
            Langkah(
                "jalankan", "Elsa.DispatchWorkflow",
                Isi("workflowDefinitionId", "anak") + "," + Isi("waitForCompletion", "true", "Literal", "Boolean")
                + ",\"result\":{\"typeName\":\"Object\",\"memoryReference\":{\"id\":\"hasilAnak\"}}"),
            Langkah("akhir", "Elsa.WriteLine", Isi("text", "x")),
        ],
        ["mulai→jalankan", "jalankan→akhir"], "hasilAnak");
}

public sealed class PeristiwaSqlite : Peristiwa
{
    protected override Task<BasisUji> BasisAsync() => Task.FromResult(BasisUji.Sqlite());
}

public sealed class PeristiwaPostgres(PostgresBersama postgres) : Peristiwa
{
    protected override Task<BasisUji> BasisAsync() => postgres.BuatAsync();
}
