using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>Reads a step's own data from the completing request, strictly: an unknown or wrongly typed member is named.</summary>
public static class DataLangkah
{
    /// <summary>Reads <c>data</c> as the step's record, or says in Indonesian what is wrong where.</summary>
    public static bool TryBaca<T>(this Penyelesaian penyelesaian, [NotNullWhen(true)] out T? data, [NotNullWhen(false)] out ProblemHttpResult? masalah)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(penyelesaian);
        (data, masalah) = (null, null);
        if (penyelesaian.Data is not { ValueKind: JsonValueKind.Object } json)
        {
            masalah = Masalah.TidakSah("Langkah ini memerlukan data.", ("data", "Wajib berupa objek JSON."));
            return false;
        }
        try
        {
            data = json.Deserialize<T>(ApiJson.Options)!;
            return true;
        }
        catch (JsonException e)
        {
            var path = "data" + (e.Path is { Length: > 1 } p ? p[1..] : "");
            masalah = Masalah.TidakSah("Data langkah tidak sesuai.", (path, "Tidak dikenal, wajib, atau jenis nilainya salah."));
            return false;
        }
    }
}
