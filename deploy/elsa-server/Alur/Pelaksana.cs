using Dukcapil.ElsaServer.Database;
using Dukcapil.ServiceDefaults;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>Takes commands one after another, one application at a time in the whole cluster: Elsa loses an update when two run one instance at once.</summary>
internal sealed class Pelaksana(IServiceScopeFactory scopes, Pemicu pemicu, TimeProvider time, ILogger<Pelaksana> log) : PersistentWorker(log)
{
    /// <summary>A command that failed as often is told as an incident.</summary>
    public const int PercobaanSebelumInsiden = 3;

    private static readonly TimeSpan Lihat = TimeSpan.FromSeconds(1), JedaTerpanjang = TimeSpan.FromMinutes(1);
    private static readonly string Ambil = SqlResource.Read(typeof(Pelaksana), "AmbilPerintah.sql");

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        while (await SatuAsync(cancellationToken))
        {
        }
        await pemicu.TungguAsync(Lihat, cancellationToken);
    }

    private async Task<bool> SatuAsync(CancellationToken cancellationToken)
    {
        Perintah? perintah = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AlurDb>();
            await using var transaksi = await db.Database.BeginTransactionAsync(cancellationToken);
            perintah = await db.Perintah.FromSqlRaw(db.Sql(Ambil), time.GetUtcNow()).SingleOrDefaultAsync(cancellationToken);
            if (perintah is null) return false;
            await scope.ServiceProvider.GetRequiredService<Pekerjaan>().KerjakanAsync(perintah, cancellationToken);
            await db.SaveAndCommitAsync(cancellationToken);
            return true;
        }
        catch (Exception e) when (perintah is not null && !DatabaseFaults.IsInfrastructure(e) && !cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(e, "Command {Command} of application {PermohonanId} failed", perintah.Jenis, perintah.PermohonanId);
            await TundaAsync(perintah, e, cancellationToken);
            return true;
        }
    }

    // It stays, holding back its own application only, and is tried again: what hinders it can be mended without it. Soon somebody is told.
    private async Task TundaAsync(Perintah gagal, Exception sebab, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AlurDb>();
        await using var transaksi = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Perintah.SingleOrDefaultAsync(p => p.Id == gagal.Id, cancellationToken) is not { } perintah) return;
        perintah.Percobaan++;
        var jeda = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(perintah.Percobaan, 10)) / 4);
        perintah.CobaPada = time.GetUtcNow() + (jeda < JedaTerpanjang ? jeda : JedaTerpanjang);
        if (perintah.Percobaan >= PercobaanSebelumInsiden)
        {
            log.LogError("Command {Command} of application {PermohonanId} cannot be carried out: {Fault}", perintah.Jenis, perintah.PermohonanId, sebab.Message);
            var permohonan = await scope.ServiceProvider.GetRequiredService<Pekerjaan>().UntukInsidenAsync(perintah, cancellationToken);
            if (permohonan is not null) scope.ServiceProvider.GetRequiredService<Penyelaras>().Tandai(permohonan, new(Temuan.PerintahGagal, $"{perintah.Jenis}: {sebab.Message}"));
        }
        await db.SaveAndCommitAsync(cancellationToken);
    }
}
