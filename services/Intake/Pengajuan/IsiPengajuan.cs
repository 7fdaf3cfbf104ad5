using Dukcapil.Kependudukan;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>Request: file an application (part <c>permohonan</c> of the multipart body, or the JSON body).</summary>
public record IsiPengajuan
{
    /// <summary>One of the 13 types, for example <c>KK_BARU_KELUARGA_BARU</c>.</summary>
    public required string Jenis { get; init; }

    /// <summary>The applicant.</summary>
    public required Pemohon Pemohon { get; init; }

    /// <summary>Circumstances on which requirements depend; all false when left out.</summary>
    public Keadaan Keadaan { get; init; } = new();

    /// <summary>Family data of F-1.01, when already known in digital form.</summary>
    public KartuKeluarga? KartuKeluarga { get; init; }

    // Whoever names a representative is represented.
    internal Keadaan KeadaanLengkap => Keadaan with { Diwakilkan = Keadaan.Diwakilkan || Pemohon.Wakil is not null };
}

/// <summary>Request: complete a returned application. What is left out stays as it was.</summary>
public sealed record IsiPengajuanUlang
{
    /// <summary>The applicant.</summary>
    public Pemohon? Pemohon { get; init; }

    /// <summary>Circumstances.</summary>
    public Keadaan? Keadaan { get; init; }

    /// <summary>Family data.</summary>
    public KartuKeluarga? KartuKeluarga { get; init; }
}

/// <summary>Answer: the application was filed.</summary>
/// <param name="Id">Its id; address <c>/api/v1/permohonan/{id}</c>.</param>
/// <param name="KodeLacak">Public tracking code for the applicant.</param>
/// <param name="Jenis">Application type.</param>
/// <param name="DiajukanPada">When (UTC).</param>
/// <param name="Kekurangan">What is still missing, in words for the applicant; Loket decides.</param>
public sealed record PengajuanDiterima(Guid Id, string KodeLacak, string Jenis, DateTimeOffset DiajukanPada, IReadOnlyList<BerkasKurang> Kekurangan);
