using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Dukcapil.Approval.Daftar;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Kewenangan;

namespace Dukcapil.Approval.Aliran;

/// <summary>
/// What one client gets. <c>mulai</c>: read the list now, then changes follow; <c>tugas</c>: a task has changed; <c>muat-ulang</c>: read the whole list
/// again; <c>detak</c>: nothing happened; <c>berakhir</c>: the token is no longer valid. The id of an event is the place to go on from. A change may come
/// twice; the version of the task says so.
/// </summary>
internal sealed class PengikutTugas(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const string Mulai = "mulai", Tugas = "tugas", MuatUlang = "muat-ulang", Detak = "detak", Berakhir = "berakhir";
    private static readonly TimeSpan SelangDetak = TimeSpan.FromSeconds(15), UlangiSetelah = TimeSpan.FromSeconds(2);

    public async IAsyncEnumerable<SseItem<PeristiwaTugas>> IkutiAsync(
        Petugas petugas, PapanTugas.Pelanggan pelanggan, string? sejak, DateTimeOffset habis, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var berhenti = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var (susulan, delegasi) = await SusulAsync(petugas, sejak, berhenti.Token);
        var antrean = AntreanPetugas.Dari(petugas, delegasi);
        var letak = susulan.Penanda;
        if (sejak is null || susulan.TerlaluBanyak) yield return Peristiwa(sejak is null ? Mulai : MuatUlang, letak, new(Sebab: sejak is null ? null : "TERLALU_BANYAK"));
        foreach (var item in Tugasnya(susulan, petugas, antrean)) yield return item;
        // Something goes out at once in any case: the client knows that it is connected, and where it stands.
        if (sejak is not null && !susulan.TerlaluBanyak) yield return Peristiwa(Detak, letak, new());

        while (time.GetUtcNow() < habis)
        {
            if (pelanggan.Tertinggal()) yield return Peristiwa(MuatUlang, letak, new(Sebab: "TERTINGGAL"));
            if (!await AdaKabarAsync(pelanggan, habis, berhenti.Token))
            {
                if (berhenti.IsCancellationRequested) yield break;
                yield return Peristiwa(Detak, letak, new());
                continue;
            }
            while (pelanggan.Kabar.TryRead(out var kabar))
            {
                var perubahan = kabar.Perubahan ?? (await SusulAsync(petugas, letak, berhenti.Token)).Perubahan;
                letak = perubahan.Penanda;
                var kini = AntreanPetugas.Dari(petugas, kabar.Delegasi);
                // By a delegation that began or ended, other queues are seen than a moment ago.
                var lain = !kini.Select(a => a.Delegasi?.Id).SequenceEqual(antrean.Select(a => a.Delegasi?.Id));
                antrean = kini;
                if (lain || perubahan.TerlaluBanyak) yield return Peristiwa(MuatUlang, letak, new(Sebab: lain ? "WEWENANG_BERUBAH" : "TERLALU_BANYAK"));
                foreach (var item in Tugasnya(perubahan, petugas, antrean)) yield return item;
            }
        }
        yield return Peristiwa(Berakhir, letak, new(Sebab: "TOKEN_HABIS"));
    }

    private async Task<(Perubahan Perubahan, IReadOnlyList<Delegasi> Delegasi)> SusulAsync(Petugas petugas, string? sejak, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ApprovalDb>();
        var perubahan = sejak is null
            ? new Perubahan(await db.PenandaKiniAsync(petugas.Kantor, cancellationToken), [], false)
            : await db.PerubahanAsync(petugas.Kantor, sejak, cancellationToken);
        return (perubahan, await scope.ServiceProvider.GetRequiredService<PemeriksaWewenang>().BerlakuDiAsync(petugas.Kantor, cancellationToken));
    }

    private async Task<bool> AdaKabarAsync(PapanTugas.Pelanggan pelanggan, DateTimeOffset habis, CancellationToken cancellationToken)
    {
        var sisa = habis - time.GetUtcNow();
        using var batas = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        batas.CancelAfter(sisa < TimeSpan.Zero ? TimeSpan.Zero : sisa < SelangDetak ? sisa : SelangDetak);
        try
        {
            return await pelanggan.Kabar.WaitToReadAsync(batas.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static IEnumerable<SseItem<PeristiwaTugas>> Tugasnya(Perubahan perubahan, Petugas petugas, IReadOnlyList<AntreanPetugas> antrean) => perubahan.Baris
        .Where(b => b.Pemegang == petugas.Id || antrean.Any(a => a.Memuat(b.Peran, b.Aktivitas) || (b.Terlambat && a.Peran == b.PeranEskalasi)))
        .Select(b => Peristiwa(Tugas, perubahan.Penanda, new(new PeristiwaTugas.Butir(
            b.TugasId, b.PermohonanId, b.Nomor, b.Peran, b.Versi, b.Status, b.Pemegang, b.Prioritas, b.Terlambat, b.JumlahCatatan))));

    private static SseItem<PeristiwaTugas> Peristiwa(string jenis, string letak, PeristiwaTugas isi) =>
        new(isi, jenis) { EventId = letak, ReconnectionInterval = UlangiSetelah };
}
