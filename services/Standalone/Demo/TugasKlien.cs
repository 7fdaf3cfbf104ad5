using System.Text.Json.Nodes;

namespace Dukcapil.Standalone.Demo;

/// <summary>An open task as the list of everybody's tasks shows it to an officer.</summary>
/// <param name="TugasId">The task.</param>
/// <param name="PermohonanId">Its application.</param>
/// <param name="Langkah">SOP number.</param>
/// <param name="Kegiatan">Column Kegiatan.</param>
/// <param name="Aktivitas">Activity type.</param>
/// <param name="Peran">Role that may act.</param>
/// <param name="Alamat">Where to act: <c>{alamat}/klaim</c>, <c>/lepas</c>, <c>/selesai</c>.</param>
/// <param name="Hasil">Port names of the outcomes offered.</param>
/// <param name="Asal">The step before and why it sent the file here; null for the first.</param>
internal sealed record TugasKlien(
    string TugasId, Guid PermohonanId, string Langkah, string Kegiatan, string Aktivitas, string Peran, string Alamat,
    IReadOnlyList<string> Hasil, JsonNode? Asal)
{
    public static TugasKlien Dari(JsonNode butir) => new(
        (string)butir["tugasId"]!,
        (Guid)butir["permohonanId"]!,
        (string)butir["langkah"]!["nomor"]!,
        (string)butir["langkah"]!["kegiatan"]!,
        (string)butir["aktivitas"]!,
        (string)butir["peran"]!,
        (string)butir["alamat"]!,
        [.. butir["hasil"]!.AsArray().Select(h => (string)h!["nama"]!)],
        butir["asal"]);
}

/// <summary>What the filer of an application gets.</summary>
/// <param name="Id">Id of the application.</param>
/// <param name="KodeLacak">Public tracking code.</param>
/// <param name="Kekurangan">Documents still missing, in words.</param>
internal sealed record PengajuanKlien(Guid Id, string KodeLacak, IReadOnlyList<string> Kekurangan)
{
    public static PengajuanKlien Dari(JsonNode jawaban) => new(
        (Guid)jawaban["id"]!,
        (string)jawaban["kodeLacak"]!,
        [.. jawaban["kekurangan"]!.AsArray().Select(k => (string)k!["pesan"]!)]);
}

/// <summary>Reason of a return.</summary>
/// <param name="Kode">Code in capitals, for example <c>BERKAS_KURANG</c>.</param>
/// <param name="Teks">What is to be mended.</param>
internal sealed record AlasanKlien(string Kode, string Teks);
