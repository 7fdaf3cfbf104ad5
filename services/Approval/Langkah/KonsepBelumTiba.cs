using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Approval.Langkah;

/// <summary>The task came over another way than the konsep and was faster.</summary>
internal static class KonsepBelumTiba
{
    public static ProblemHttpResult Masalah => ServiceDefaults.Problems.Masalah.Bentrok(
        "konsep-belum-tiba", "Konsep yang dimaksud tugas ini sedang dalam perjalanan dari Loket. Coba lagi beberapa saat lagi.");
}
