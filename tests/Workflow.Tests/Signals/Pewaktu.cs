using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Signals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Dukcapil.Workflow.Tests.Peranti.Definisi;

namespace Dukcapil.Workflow.Tests.Signals;

/// <summary>Timers: they survive restarts and fire once, whatever the number of replicas.</summary>
public abstract class Pewaktu
{
    private const int Instans = 20;

    protected abstract Task<BasisUji> BasisAsync();

    private static string Tunda(string id, string menit) => Alur(
        id,
        [Langkah("mulai", "Elsa.Start"), Langkah("tunda", "Elsa.Delay", Isi("timeSpan", menit, "Literal", "TimeSpan")), Langkah("akhir", "Elsa.WriteLine", Isi("text", "selesai"))],
        ["mulai→tunda", "tunda→akhir"]);

    internal static string Berkala(string id) => Alur(
        id,
        [
            Langkah("jam", "Elsa.Timer", Isi("interval", "01:00:00", "Literal", "TimeSpan") + ",\"customProperties\":{\"canStartWorkflow\":true}"),
            Langkah("akhir", "Elsa.WriteLine", Isi("text", "x")),
        ],
        ["jam→akhir"]);

    [Fact]
    public async Task A_delay_ends_at_its_time_and_not_before()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        await inti.TerbitkanAsync(Tunda("tunda", "00:10:00"));
        await MulaiAsync(inti, "tunda");
        Assert.Equal(0, await inti.MajuAsync(TimeSpan.FromMinutes(9)));
        Assert.Equal("Suspended", Assert.Single(await inti.InstansAsync("tunda")).SubStatus);
        Assert.Equal(1, await inti.MajuAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal("Finished", Assert.Single(await inti.InstansAsync("tunda")).SubStatus);
        Assert.Equal(0, await inti.DbAsync(db => db.Waits.CountAsync()));
    }

    [Fact]
    public async Task A_timer_set_before_a_restart_fires_after_it()
    {
        using var basis = await BasisAsync();
        var jam = new JamUji();
        await using (var dulu = await IntiAlur.BukaAsync(basis, jam))
        {
            await dulu.TerbitkanAsync(Tunda("tunda", "00:10:00"));
            await MulaiAsync(dulu, "tunda");
        }
        await using var kini = await IntiAlur.BukaAsync(basis, jam);
        Assert.Equal(1, await kini.MajuAsync(TimeSpan.FromHours(3)));
        Assert.Equal("Finished", Assert.Single(await kini.InstansAsync("tunda")).SubStatus);
    }

    [Fact]
    public async Task Two_replicas_fire_each_timer_once()
    {
        using var basis = await BasisAsync();
        await using var satu = await IntiAlur.BukaAsync(basis);
        await satu.TerbitkanAsync(Tunda("tunda", "00:10:00"));
        for (var i = 0; i < Instans; i++) await MulaiAsync(satu, "tunda");
        satu.Jam.Maju(TimeSpan.FromMinutes(11));
        await using var dua = await IntiAlur.BukaAsync(basis, satu.Jam);
        var fired = basis.Provider == "Sqlite" ? [await satu.PompaAsync(), await dua.PompaAsync()] : await Task.WhenAll(satu.PompaAsync(), dua.PompaAsync());
        Assert.Equal(Instans, fired.Sum());
        Assert.All(await satu.InstansAsync("tunda"), row => Assert.Equal(("Finished", 2), (row.SubStatus, row.Revision)));
    }

    [Fact]
    public async Task A_cancelled_instance_is_not_woken()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        await inti.TerbitkanAsync(Tunda("tunda", "00:10:00"));
        var id = await MulaiAsync(inti, "tunda");
        await inti.KerjakanAsync(async services =>
        {
            var work = await services.GetRequiredService<Workflow.Store.InstanceSession>().FindAsync(id, default);
            await services.GetRequiredService<InstanceRunner>().CancelAsync(work!, null, default);
            return true;
        });
        Assert.Equal(0, await inti.MajuAsync(TimeSpan.FromHours(1)));
        Assert.Equal("Cancelled", Assert.Single(await inti.InstansAsync("tunda")).SubStatus);
    }

    [Fact]
    public async Task A_timer_that_starts_instances_starts_one_each_time_and_makes_up_for_none()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        await inti.TerbitkanAsync(Berkala("berkala"));
        await inti.MajuAsync(TimeSpan.FromMinutes(59));
        Assert.Empty(await inti.InstansAsync("berkala"));
        await inti.MajuAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("Finished", Assert.Single(await inti.InstansAsync("berkala")).SubStatus);
        await inti.MajuAsync(TimeSpan.FromHours(5));
        Assert.Equal(2, (await inti.InstansAsync("berkala")).Count);
        await inti.MajuAsync(TimeSpan.FromHours(1));
        Assert.Equal(3, (await inti.InstansAsync("berkala")).Count);
    }

    [Fact]
    public async Task A_cron_expression_starts_at_its_times_until_the_definition_is_retracted()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        await inti.TerbitkanAsync(Alur(
            "malam",
            [
                Langkah("jam", "Elsa.Cron", Isi("cronExpression", "0 2 * * *") + ",\"customProperties\":{\"canStartWorkflow\":true}"),
                Langkah("akhir", "Elsa.WriteLine", Isi("text", "x")),
            ],
            ["jam→akhir"]));
        // The clock of the test stands at 01:00 UTC.
        await inti.MajuAsync(TimeSpan.FromMinutes(61));
        Assert.Single(await inti.InstansAsync("malam"));
        await inti.MajuAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, (await inti.InstansAsync("malam")).Count);
        await using (var scope = inti.Services.CreateAsyncScope())
            Assert.Empty((await scope.ServiceProvider.GetRequiredService<Workflow.Definitions.DefinitionPublisher>().RetractAsync("malam", default)).Refused);
        await inti.MajuAsync(TimeSpan.FromDays(1));
        Assert.Equal(2, (await inti.InstansAsync("malam")).Count);
    }

    internal static async Task<Guid> MulaiAsync(IntiAlur inti, string definisi) =>
        (await inti.KerjakanAsync(services => services.GetRequiredService<InstanceRunner>().StartAsync(new() { DefinitionId = definisi }, default))).Row.Id;
}

public sealed class PewaktuSqlite : Pewaktu
{
    protected override Task<BasisUji> BasisAsync() => Task.FromResult(BasisUji.Sqlite());
}

public sealed class PewaktuPostgres(PostgresBersama postgres) : Pewaktu
{
    protected override Task<BasisUji> BasisAsync() => postgres.BuatAsync();

    [Fact]
    public async Task A_replica_leaves_a_trigger_alone_that_another_is_firing()
    {
        using var basis = await BasisAsync();
        await using var satu = await IntiAlur.BukaAsync(basis);
        await satu.TerbitkanAsync(Berkala("berkala"));
        satu.Jam.Maju(TimeSpan.FromMinutes(61));
        await using var dua = await IntiAlur.BukaAsync(basis, satu.Jam);
        await using var penahan = new NpgsqlConnection(basis.ConnectionString);
        await penahan.OpenAsync();
        await using var tahan = await penahan.BeginTransactionAsync();
        // Nobody gets further than having claimed the trigger.
        var skema = await NilaiAsync(penahan, "SELECT table_schema FROM information_schema.tables WHERE table_name = 'signal'");
        await NilaiAsync(penahan, $"LOCK TABLE {skema}.signal IN SHARE ROW EXCLUSIVE MODE");
        var pertama = satu.PompaAsync();
        await TertahanAsync(penahan, 1, pertama);
        var kedua = dua.PompaAsync();
        await TertahanAsync(penahan, 2, kedua);
        await tahan.CommitAsync();
        await Task.WhenAll(pertama, kedua);
        await satu.PompaAsync();
        Assert.Single(await satu.InstansAsync("berkala"));
    }

    // Until so many wait for a lock, or the one looked at has finished without.
    private static async Task TertahanAsync(NpgsqlConnection koneksi, long jumlah, Task kerja)
    {
        while (!kerja.IsCompleted && (long)(await NilaiAsync(koneksi, "SELECT count(*) FROM pg_locks WHERE NOT granted"))! < jumlah) await Task.Yield();
    }

    private static async Task<object?> NilaiAsync(NpgsqlConnection koneksi, string sql)
    {
        await using var perintah = new NpgsqlCommand(sql, koneksi);
        return await perintah.ExecuteScalarAsync();
    }
}
