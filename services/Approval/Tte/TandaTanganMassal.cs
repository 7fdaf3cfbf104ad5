using Dukcapil.ServiceDefaults.Problems;

namespace Dukcapil.Approval.Tte;

/// <summary>
/// Many files with one authentication. Each is an act of its own, in a unit of work of its own, and none stops the others, but for one thing: a passphrase that was
/// refused is not tried again, because a certificate is locked by a few wrong ones. So the first file goes alone.
/// </summary>
internal sealed class TandaTanganMassal(IServiceScopeFactory scopes, SetelanTte setelan)
{
    public async Task<HasilTandaTanganMassal> TandatanganiAsync(IReadOnlyList<TugasDitandatangani> tugas, PenandaTanganPermintaan oleh, CancellationToken cancellationToken)
    {
        var hasil = new HasilTte?[tugas.Count];
        var (kunciSalah, diterima) = (false, false);
        var berikut = 0;
        // Until one was signed nothing says that the passphrase is right.
        while (berikut < tugas.Count && !kunciSalah && !diterima)
        {
            hasil[berikut] = await SatuAsync(tugas[berikut], oleh, cancellationToken);
            (kunciSalah, diterima) = (hasil[berikut]!.KunciSalah, hasil[berikut]!.Jawaban is not null);
            berikut++;
        }
        var pilihan = new ParallelOptions { MaxDegreeOfParallelism = setelan.Serentak, CancellationToken = CancellationToken.None };
        await Parallel.ForAsync(berikut, tugas.Count, pilihan, async (i, _) =>
        {
            if (Volatile.Read(ref kunciSalah)) return;
            hasil[i] = await SatuAsync(tugas[i], oleh, cancellationToken);
            if (hasil[i]!.KunciSalah) Volatile.Write(ref kunciSalah, true);
        });
        return new HasilTandaTanganMassal(
            hasil.Count(h => h?.Jawaban is not null),
            [.. tugas.Select((t, i) => new HasilTandaTangan(t.TugasId, hasil[i]?.Jawaban, hasil[i] is { } h ? h.Masalah?.ProblemDetails : TidakDicoba))]);
    }

    private static Microsoft.AspNetCore.Mvc.ProblemDetails TidakDicoba => Masalah.Rincian(
        StatusCodes.Status422UnprocessableEntity, "tidak-dicoba", "Tidak dicoba", "Passphrase atau kode ditolak pada berkas lain; tugas ini tidak dikirim dan tetap terbuka.");

    private async Task<HasilTte> SatuAsync(TugasDitandatangani tugas, PenandaTanganPermintaan oleh, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var tte = scope.ServiceProvider.GetRequiredService<PenandatangananTte>();
            return await tte.TandatanganiAsync(tugas.TugasId, tugas.VersiKonsep, tugas.Kelengkapan, oleh, cancellationToken);
        }
        catch (Exception e) when (ServiceDefaults.Database.DatabaseFaults.IsInfrastructure(e) || ServiceDefaults.Database.DatabaseFaults.IsConflict(e))
        {
            return new(null, Masalah.Buat(
                StatusCodes.Status503ServiceUnavailable, "sedang-tidak-tersedia", "Layanan sedang tidak tersedia",
                "Penyimpanan data sedang tidak dapat dihubungi. Lihat keadaan tugas ini, lalu ulangi bila masih terbuka."));
        }
    }
}
