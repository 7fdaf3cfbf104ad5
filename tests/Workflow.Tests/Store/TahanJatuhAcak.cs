using System.Text;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Signals;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Workflow.Tests.Store;

/// <summary>
/// Random definitions, random orders of completions, time and events, with a crash at every call of the store. Every command is given twice, as a
/// caller does who never heard the first answer. What is left is what an undisturbed run leaves, byte for byte.
/// </summary>
public abstract class TahanJatuhAcak
{
    private const int Langkah = 14;

    protected abstract Task<BasisUji> BasisAsync();

    protected abstract int Banyak { get; }

    [Fact]
    public async Task Random_definitions_survive_a_crash_at_any_call_of_the_store()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis, ubah: PenyimpanRapuh.Pasang);
        var rapuh = inti.Services.GetRequiredService<PenyimpanRapuh>();
        var diuji = 0;
        for (var bibit = 1; diuji < Banyak; bibit++)
        {
            var json = AlurAcak.Buat($"acak-{bibit}", bibit);
            // A circle without a wait runs into the limit of steps: an incident, tested elsewhere, and slow.
            if (inti.Services.GetRequiredService<CompiledDefinitions>().Compile(json).Validate().Any(f => f.Code == "putaran-tanpa-tunggu")) continue;
            diuji++;
            await SimpanAsync(inti, $"acak-{bibit}", json);
            var (tanpaGangguan, panggilan) = await TempuhAsync(inti, rapuh, bibit, jatuhPada: 0);
            for (var jatuh = 1; jatuh <= panggilan; jatuh++)
            {
                var (potret, _) = await TempuhAsync(inti, rapuh, bibit, jatuh);
                Assert.True(tanpaGangguan == potret, $"Bibit {bibit}, jatuh pada panggilan {jatuh}:\n{tanpaGangguan}\n---\n{potret}");
            }
        }
    }

    private static async Task<(string Potret, int Panggilan)> TempuhAsync(IntiAlur inti, PenyimpanRapuh rapuh, int bibit, int jatuhPada)
    {
        var (acak, mulai, id) = (new Random(bibit), rapuh.Panggilan, Guid.CreateVersion7());
        rapuh.JatuhPada = jatuhPada == 0 ? 0 : mulai + jatuhPada;
        inti.Jam.Atur(0);
        await DuaKaliAsync(() => MulaiAsync(inti, id, $"acak-{bibit}"));
        for (var langkah = 0; langkah < Langkah; langkah++)
        {
            var row = await BarisAsync(inti, id);
            if (row.FinishedAt is not null) break;
            inti.Jam.Maju(TimeSpan.FromSeconds(1));
            var tugas = InstanceState.Read(row.State).Bookmarks.Where(b => b.TaskId is not null).OrderBy(b => b.TaskId, StringComparer.Ordinal).ToList();
            switch (acak.Next(4))
            {
                case 0:
                    inti.Jam.Maju(TimeSpan.FromMinutes(1));
                    await DuaKaliAsync(inti.PompaAsync);
                    break;
                case 1:
                    await inti.KatakanAsync(new EventSignal("kabar", null, id, null));
                    await DuaKaliAsync(inti.PompaAsync);
                    break;
                default:
                    if (tugas.Count == 0) break;
                    var pilihan = tugas[acak.Next(tugas.Count)].TaskId!;
                    await DuaKaliAsync(() => SelesaikanAsync(inti, id, pilihan));
                    break;
            }
        }
        return (await PotretAsync(inti, id), rapuh.Panggilan - mulai);
    }

    private static async Task DuaKaliAsync<T>(Func<Task<T>> perintah)
    {
        for (var kali = 0; kali < 2; kali++)
        {
            try
            {
                await perintah();
            }
            catch (ProsesMatiException)
            {
                // The process is gone; its caller tries once more.
                await perintah();
            }
        }
    }

    private static Task<bool> MulaiAsync(IntiAlur inti, Guid id, string definisi) => inti.KerjakanAsync(async services =>
    {
        var session = services.GetRequiredService<InstanceSession>();
        if (await session.FindAsync(id, default) is not null || await session.FindFinishedAsync(id, default) is not null) return false;
        await services.GetRequiredService<InstanceRunner>().StartAsync(new() { Id = id, DefinitionId = definisi }, default);
        return true;
    });

    private static Task<bool> SelesaikanAsync(IntiAlur inti, Guid id, string tugas) => inti.KerjakanAsync(async services =>
    {
        var work = await services.GetRequiredService<InstanceSession>().FindAsync(id, default);
        return work is not null && await services.GetRequiredService<InstanceRunner>().ResumeAsync(work, new TaskCompleted(tugas), null, default) == BurstOutcome.Applied;
    });

    private static async Task<InstanceRow> BarisAsync(IntiAlur inti, Guid id) =>
        await inti.DbAsync(db => db.Instances.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id)) ?? (InstanceRow)await inti.DbAsync(db => db.FinishedInstances.AsNoTracking().SingleAsync(i => i.Id == id));

    private static async Task<string> PotretAsync(IntiAlur inti, Guid id)
    {
        var row = await BarisAsync(inti, id);
        var journal = await inti.DbAsync(db => db.Journal.AsNoTracking().Where(j => j.InstanceId == id).OrderBy(j => j.Burst).ToListAsync());
        var waits = await inti.DbAsync(db => db.Waits.AsNoTracking().Where(w => w.InstanceId == id).OrderBy(w => w.BookmarkId).Select(w => w.BookmarkId).ToListAsync());
        return string.Join('\n', [$"{row.SubStatus} {row.Revision} {row.IncidentCount}", Encoding.UTF8.GetString(row.State), .. journal.Select(j => $"{j.Burst} {Encoding.UTF8.GetString(j.Records)}"), .. waits])
            .Replace(id.ToString("N"), "(instans)", StringComparison.Ordinal);
    }

    // Not every random definition could be published; how it runs is the question here.
    private static Task SimpanAsync(IntiAlur inti, string id, string json) => inti.DbAsync(async db =>
    {
        db.Definitions.Add(new DefinitionVersion
        {
            Id = id,
            DefinitionId = id,
            Version = 1,
            Json = json,
            IsLatest = true,
            IsPublished = true,
            CreatedAt = inti.Jam.GetUtcNow(),
            SavedBy = "uji",
        });
        await db.SaveChangesAsync();
    });
}

public sealed class TahanJatuhAcakSqlite : TahanJatuhAcak
{
    protected override int Banyak => 5;

    protected override Task<BasisUji> BasisAsync() => Task.FromResult(BasisUji.Sqlite());
}

public sealed class TahanJatuhAcakPostgres(PostgresBersama postgres) : TahanJatuhAcak
{
    protected override int Banyak => 15;

    protected override Task<BasisUji> BasisAsync() => postgres.BuatAsync();
}
