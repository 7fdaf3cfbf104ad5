using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.HumanTasks;

namespace Dukcapil.Intake.Langkah;

/// <summary>
/// SOP step 1. The applicant has filed before the workflow asks, so the first task of an application is done at once; after a return it waits
/// until the application is completed and filed again.
/// </summary>
internal sealed class PengajuanPermohonan(IntakeDb db, IsiPermohonan fakta) : ILangkah
{
    public const string Jenis = "Dukcapil.PengajuanPermohonan";
    public const string Diajukan = "Diajukan";

    public string Aktivitas => Jenis;

    public async Task<SudahDilakukan?> DiterbitkanAsync(Tugas tugas, CancellationToken cancellationToken)
    {
        var permohonan = await db.Permohonan.FindAsync([tugas.PermohonanId], cancellationToken)
            ?? throw new InvalidOperationException("A task for an application that is not here.");
        if (!permohonan.PengajuanMenunggu) return null;
        var pengaju = new Petugas(permohonan.DiajukanOleh, permohonan.DiajukanOleh, permohonan.Kantor, new HashSet<string>(), new HashSet<string>());
        return new SudahDilakukan(new SelesaikanTugas(Diajukan), pengaju);
    }

    public async Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken)
    {
        var permohonan = (await db.Permohonan.FindAsync([penyelesaian.Tugas.PermohonanId], cancellationToken))!;
        permohonan.PengajuanMenunggu = false;
        return HasilLangkah.Selesai(fakta.Dari(permohonan));
    }
}
