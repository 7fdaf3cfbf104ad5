using Elsa.Workflows;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>What is wrong with an instance of Elsa that somebody has to look at. It is told and kept, and never ends an application.</summary>
/// <param name="Kode">Stable code.</param>
/// <param name="Keterangan">For the operator; nothing personal.</param>
internal sealed record Temuan(string Kode, string Keterangan)
{
    /// <summary>Elsa has no instance of an application that has begun: its database is older than the services', or a row was deleted.</summary>
    public const string InstansHilang = "INSTANS_HILANG";

    /// <summary>A step failed; Elsa waits for it to be retried.</summary>
    public const string LangkahGagal = "LANGKAH_GAGAL";

    /// <summary>Elsa ended the instance by a fault.</summary>
    public const string AlurGagal = "ALUR_GAGAL";

    /// <summary>Cancelled in Elsa, past the withdrawal: owners, books and the applicant know nothing of it.</summary>
    public const string DibatalkanDiElsa = "DIBATALKAN_DI_ELSA";

    /// <summary>The instance runs and waits for nothing: torn when its process died, or a join that can never be.</summary>
    public const string MenungguTanpaPenanda = "MENUNGGU_TANPA_PENANDA";

    /// <summary>A message cannot be carried out.</summary>
    public const string PerintahGagal = "PERINTAH_GAGAL";

    /// <summary>An owner ended a task that this host has never had: its database was set back.</summary>
    public const string TugasTidakDikenal = "TUGAS_TIDAK_DIKENAL";

    // A step that runs without waiting is at work; the same a while later is not.
    private static readonly TimeSpan Tenggang = TimeSpan.FromMinutes(1);

    /// <summary>The finding about an instance, or null.</summary>
    public static Temuan? Pada(Permohonan permohonan, Keadaan? instans, DateTimeOffset kini)
    {
        if (permohonan.BerakhirPada is not null) return null;
        if (instans is null) return new(InstansHilang, "Elsa tidak mempunyai instans permohonan ini.");
        if (instans.SubStatus == WorkflowSubStatus.Faulted) return new(AlurGagal, Sebab(instans));
        if (instans.SubStatus == WorkflowSubStatus.Cancelled)
            return new(DibatalkanDiElsa, "Instans dibatalkan di Elsa, bukan lewat pencabutan permohonan. Cabut permohonannya, atau pulihkan instansnya.");
        if (instans.Status == WorkflowStatus.Running && instans.Insiden.Count > 0) return new(LangkahGagal, Sebab(instans));
        if (instans.Status != WorkflowStatus.Running || instans.Penanda.Count > 0) return null;
        return instans.SubStatus == WorkflowSubStatus.Suspended || instans.DiubahPada < kini - Tenggang
            ? new(MenungguTanpaPenanda, "Instans berjalan tetapi tidak menunggu apa pun; tidak ada yang akan melanjutkannya.")
            : null;
    }

    private static string Sebab(Keadaan instans) =>
        instans.Insiden.LastOrDefault() is { } insiden ? $"{insiden.ActivityId} ({insiden.ActivityType}): {insiden.Message}" : "Elsa mengakhiri instans karena galat.";
}
