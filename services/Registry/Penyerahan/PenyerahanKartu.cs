namespace Dukcapil.Registry.Penyerahan;

/// <summary>The handover (SOP steps 7d and 8). Its key is the application: a card is handed over once.</summary>
public sealed class PenyerahanKartu
{
    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>Number of the proof, for example <c>BP/400.12.2.1/17/2026</c>: that of the Buku Agenda, one proof each.</summary>
    public required string NomorBukti { get; init; }

    /// <summary>Code in the QR of the proof, by which anybody can verify it; null on records older than that.</summary>
    public string? KodePeriksa { get; init; }

    /// <summary>Number in the Buku Agenda.</summary>
    public required string NomorAgenda { get; init; }

    /// <summary>Who received it and against what (<see cref="IsiPenyerahan"/>), sealed.</summary>
    public required string IsiTersegel { get; init; }

    /// <summary>Officer id.</summary>
    public required string Petugas { get; init; }

    /// <summary>Officer's name.</summary>
    public required string NamaPetugas { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset Pada { get; init; }
}

/// <summary>The part of a handover that names persons. The identity's number is masked before it is stored.</summary>
public sealed record IsiPenyerahan(
    string NomorKk, string KepalaKeluarga, string NamaPenerima, HubunganPenerima Hubungan, string JenisIdentitas, string NomorIdentitas,
    string? SuratKuasa, string? KodeTandaBukti, string? PernyataanHilang, string TandaTerima, Guid? CitraTandaTerima = null);

/// <summary>Who receives a card.</summary>
public enum HubunganPenerima
{
    /// <summary>The applicant.</summary>
    Pemohon,

    /// <summary>A representative with surat kuasa (F-1.07).</summary>
    Kuasa,
}
