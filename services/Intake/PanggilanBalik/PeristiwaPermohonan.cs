namespace Dukcapil.Intake.PanggilanBalik;

/// <summary>What can be subscribed to.</summary>
public static class PeristiwaPermohonan
{
    /// <summary>It came to a step of the SOP.</summary>
    public const string Langkah = "permohonan.langkah";

    /// <summary>It was returned to the applicant: something has to be completed.</summary>
    public const string Dikembalikan = "permohonan.dikembalikan";

    /// <summary>It is in the Buku Register.</summary>
    public const string Terdaftar = "permohonan.terdaftar";

    /// <summary>A step is overdue, and the role of escalation was told.</summary>
    public const string Terlambat = "permohonan.terlambat";

    /// <summary>The card was handed over.</summary>
    public const string Selesai = "permohonan.selesai";

    /// <summary>It was withdrawn.</summary>
    public const string Dibatalkan = "permohonan.dibatalkan";

    /// <summary>A trial, asked for by the subscriber.</summary>
    public const string Uji = "uji";

    /// <summary>All that can be subscribed to.</summary>
    public static readonly IReadOnlyList<string> Semua = [Langkah, Dikembalikan, Terdaftar, Terlambat, Selesai, Dibatalkan];
}

/// <summary>Body of a call (Standard Webhooks: <c>type</c>, <c>timestamp</c>, <c>data</c>).</summary>
public sealed record IsiPanggilan(string Type, DateTimeOffset Timestamp, DataPanggilan? Data);

/// <summary>What is told of an application: nothing personal.</summary>
/// <param name="PermohonanId">The application.</param>
/// <param name="Jenis">Its type.</param>
/// <param name="NomorRegister">Number in the Buku Register, once it has one.</param>
/// <param name="Langkah">SOP number of the step it came to.</param>
/// <param name="Pelaksana">Role of that step.</param>
/// <param name="KodeAlasan">Why it was returned.</param>
public sealed record DataPanggilan(
    Guid PermohonanId, string Jenis, string? NomorRegister, string? Langkah = null, string? Pelaksana = null, string? KodeAlasan = null);
