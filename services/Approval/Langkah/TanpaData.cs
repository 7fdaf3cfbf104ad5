using System.Text.Json;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Problems;

namespace Dukcapil.Approval.Langkah;

/// <summary>Steps whose outcome says everything refuse data, instead of dropping what an officer believes to have been stored.</summary>
internal static class TanpaData
{
    public static HasilLangkah? TolakData(this Penyelesaian penyelesaian) =>
        penyelesaian.Data is null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined }
            ? null
            : HasilLangkah.Ditolak(Masalah.TidakSah("Hasil ini tidak menerima data.", ("data", "Hapus bagian ini.")));
}
