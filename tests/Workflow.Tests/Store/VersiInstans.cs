using Dukcapil.Workflow.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Workflow.Tests.Store;

/// <summary>Who read an instance before somebody else ran it does not write it.</summary>
public abstract class VersiInstans
{
    protected abstract Task<BasisUji> BasisAsync();

    [Fact]
    public async Task A_write_that_starts_from_an_old_state_is_refused_by_the_store()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        var permohonan = Guid.CreateVersion7();
        await inti.TerimaAsync("intake", 1, TahanJatuh.Diajukan(permohonan));
        var tugas = Assert.Single(await inti.TugasAsync(permohonan));
        await using var lambat = inti.Services.CreateAsyncScope();
        var work = Assert.Single(await lambat.ServiceProvider.GetRequiredService<InstanceSession>().OfApplicationAsync(permohonan, default));
        // Somebody else is faster.
        await inti.TerimaAsync("intake", 2, TahanJatuh.Selesai(tugas.Message, "Diajukan"));
        // Without a burst of its own, so that only the version of the row can tell.
        work.Row.Name = "usang";
        work.Touch();
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => lambat.ServiceProvider.GetRequiredService<Workflow.Database.WorkflowDb>().SaveChangesAsync());
        Assert.Null(Assert.Single(await inti.InstansAsync("kartu-keluarga")).Name);
    }
}

public sealed class VersiInstansSqlite : VersiInstans
{
    protected override Task<BasisUji> BasisAsync() => Task.FromResult(BasisUji.Sqlite());
}

public sealed class VersiInstansPostgres(PostgresBersama postgres) : VersiInstans
{
    protected override Task<BasisUji> BasisAsync() => postgres.BuatAsync();
}
