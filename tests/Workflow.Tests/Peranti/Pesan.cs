using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Signals;
using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Workflow.Tests.Peranti;

/// <summary>The other services, played by the test: what the workflow says to them, and what they say.</summary>
internal static class Pesan
{
    /// <summary>A message comes in.</summary>
    public static Task TerimaAsync(this LayananAlur layanan, IMessage pesan) => layanan.Services.GetRequiredService<UnitOfWork>().RunAsync(
        async layananLingkup =>
        {
            var penangan = layananLingkup.GetRequiredService<HandlerMap>();
            var db = layananLingkup.GetRequiredService<WorkflowDb>();
            var bacaan = new SqlBatch();
            if (db.Database.IsNpgsql()) penangan.Prefetch(layananLingkup, [pesan], bacaan);
            await bacaan.RunAsync(db, CancellationToken.None);
            await penangan.InvokeAsync(layananLingkup, pesan, CancellationToken.None);
            return true;
        },
        CancellationToken.None);

    /// <summary>What was sent, of one type: the other services are not there, so it stays in the outbox.</summary>
    public static async Task<List<T>> TerkirimAsync<T>(this LayananAlur layanan, Guid permohonan)
        where T : IMessage
    {
        await using var lingkup = layanan.Services.CreateAsyncScope();
        var baris = await lingkup.ServiceProvider.GetRequiredService<WorkflowDb>().Outbox.AsNoTracking()
            .Where(m => m.Stream == permohonan && m.Type == typeof(T).Name).OrderBy(m => m.Id).ToListAsync();
        return [.. baris.Select(m => JsonSerializer.Deserialize<T>(m.Body, MessageJson.Options)!)];
    }

    /// <summary>An application is filed; its first task is at its owner afterwards.</summary>
    public static async Task<Guid> AjukanAsync(this LayananAlur layanan)
    {
        var permohonan = Guid.CreateVersion7();
        await layanan.TerimaAsync(new PermohonanDiajukan
        {
            PermohonanId = permohonan,
            Kantor = "9901",
            Fakta = new Fakta { Jenis = "KK_BARU_KELUARGA_BARU" },
            Pada = DateTimeOffset.UtcNow,
        });
        return permohonan;
    }

    /// <summary>The task issued last, at its owner.</summary>
    public static async Task<TugasDiterbitkan> TugasTerakhirAsync(this LayananAlur layanan, Guid permohonan) =>
        (await layanan.TerkirimAsync<TugasDiterbitkan>(permohonan)).OrderBy(t => t.Pada).Last();

    /// <summary>Its owner completes a task.</summary>
    public static Task SelesaikanAsync(this LayananAlur layanan, TugasDiterbitkan tugas, string hasil) =>
        layanan.TerimaAsync(new TugasDiselesaikan
        {
            PermohonanId = tugas.PermohonanId,
            TugasId = tugas.TugasId,
            Hasil = hasil,
            Fakta = new() { Keputusan = hasil },
            Pada = DateTimeOffset.UtcNow,
        });

    /// <summary>Everything that is due is done, also what the service's own pump has in its hands at this moment.</summary>
    public static async Task<int> JalankanAsync(this LayananAlur layanan)
    {
        await using var lingkup = layanan.Services.CreateAsyncScope();
        var db = lingkup.ServiceProvider.GetRequiredService<WorkflowDb>();
        for (var jumlah = 0; ;)
        {
            jumlah += await layanan.Services.GetRequiredService<Pump>().RunDueAsync(CancellationToken.None);
            var kini = layanan.Jam.GetUtcNow();
            if (!await db.Signals.AnyAsync(s => s.DueAt <= kini) && !await db.Waits.AnyAsync(w => w.DueAt <= kini)) return jumlah;
        }
    }
}
