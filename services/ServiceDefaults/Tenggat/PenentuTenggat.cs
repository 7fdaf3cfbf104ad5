using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.ServiceDefaults.Tenggat;

/// <summary>Says when a new task is due and when its officers are reminded, by the calendar that its office has published.</summary>
/// <remarks>Section <c>Tenggat</c>: <c>PengingatPersen</c>, the share of the time after which is reminded; 75 when left out, 0: never.</remarks>
public sealed class PenentuTenggat(ServiceDb db, Pelindung pelindung, IConfiguration configuration)
{
    private const int PersenLazim = 75;

    /// <summary>Sets both; nothing when the step is never due.</summary>
    public async Task TetapkanAsync(Tugas tugas, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tugas);
        if (tugas.Langkah.TenggatMenit is not { } menit) return;
        var jam = await JamAsync(tugas.Kantor, cancellationToken);
        tugas.TenggatPada = jam.Tambah(tugas.DiterbitkanPada, menit);
        var persen = configuration.GetValue("Tenggat:PengingatPersen", PersenLazim);
        tugas.PengingatPada = persen is > 0 and < 100 ? jam.Tambah(tugas.DiterbitkanPada, menit * persen / 100) : null;
        tugas.PeriksaPada = tugas.PengingatPada ?? tugas.TenggatPada;
    }

    // Before the first word of Approval: the office of the settings, and the usual hours.
    private async Task<JamKantor> JamAsync(string kantor, CancellationToken cancellationToken) =>
        await db.Set<SalinanWewenang>().AsNoTracking().SingleOrDefaultAsync(s => s.Kantor == kantor, cancellationToken) is { } salinan
            ? JamKantor.Dari(pelindung.BukaKolom<WewenangKantor>(salinan.IsiTersegel).Kantor)
            : new JamKantor(configuration.Kantor(), KalenderKerja.Lazim);
}
