using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Kewenangan;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Approval.Aliran;

/// <summary>
/// Reads what has changed once for all clients of this process, and tells the other replicas when this one has changed the list. The telling is outside the
/// changing transaction, which it would slow down; if it is lost, the others find the change with their next look.
/// </summary>
internal sealed class PenyiarTugas(IServiceScopeFactory scopes, PapanTugas papan, DatabaseProvider database, ILogger<PenyiarTugas> log) : PersistentWorker(log)
{
    /// <summary>Channel of <c>NOTIFY</c>.</summary>
    public const string Saluran = "dukcapil_tugas";

    private static readonly TimeSpan Sapuan = TimeSpan.FromSeconds(1), Kumpulkan = TimeSpan.FromMilliseconds(5);
    private readonly Dictionary<string, (string Penanda, string Delegasi)> letak = [];

    /// <summary>Who speaks; a replica does not listen to itself.</summary>
    public static string Diri { get; } = Guid.NewGuid().ToString("N");

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        var diubahDiSini = await papan.TungguAsync(Sapuan, cancellationToken);
        var kantor = papan.Kantor;
        foreach (var tanpaPelanggan in letak.Keys.Except(kantor).ToList()) letak.Remove(tanpaPelanggan);
        if (kantor.Count == 0 && !(diubahDiSini && database.IsPostgreSql)) return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ApprovalDb>();
        foreach (var kode in kantor) await SiarkanAsync(db, scope.ServiceProvider.GetRequiredService<PemeriksaWewenang>(), kode, cancellationToken);
        if (diubahDiSini && database.IsPostgreSql) await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Saluran}, {Diri})", cancellationToken);
        // What comes in the next moment goes together; an act and the task it leads to are further apart.
        await Task.Delay(Kumpulkan, cancellationToken);
    }

    private async Task SiarkanAsync(ApprovalDb db, PemeriksaWewenang wewenang, string kantor, CancellationToken cancellationToken)
    {
        var delegasi = await wewenang.BerlakuDiAsync(kantor, cancellationToken);
        var sidik = string.Join(',', delegasi.Select(d => d.Id));
        if (!letak.TryGetValue(kantor, out var dari))
        {
            // Whoever came before this place has one of his own, and closes the gap from there.
            letak[kantor] = (await db.PenandaKiniAsync(kantor, cancellationToken), sidik);
            papan.Siarkan(kantor, new Kabar(null, delegasi));
            return;
        }
        var perubahan = await db.PerubahanAsync(kantor, dari.Penanda, cancellationToken);
        letak[kantor] = (perubahan.Penanda, sidik);
        if (perubahan.Baris.Count > 0 || perubahan.TerlaluBanyak || sidik != dari.Delegasi) papan.Siarkan(kantor, new Kabar(perubahan, delegasi));
    }
}
