using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>Length of a page, query <c>batas</c>.</summary>
public static class BatasHalaman
{
    /// <summary>When the caller says nothing.</summary>
    public const int Bawaan = 50;

    /// <summary>At most.</summary>
    public const int Terbesar = 200;

    /// <summary>A refusal, or null when the length can be served.</summary>
    public static ProblemHttpResult? Tolak(int? batas, int terbesar = Terbesar) =>
        batas < 1 || batas > terbesar ? Masalah.TidakTerbaca($"Nilai batas harus 1 sampai {terbesar}.", "batas") : null;
}
