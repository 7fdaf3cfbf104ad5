namespace Dukcapil.Standalone.Rekonsiliasi;

/// <summary>What the services said at one look. They were asked one after another, so what is on its way between two of them looks like a difference.</summary>
/// <param name="Permohonan">Open applications (intake).</param>
/// <param name="Alur">Running workflows.</param>
/// <param name="Tugas">Open tasks by owning service.</param>
/// <param name="Pesan">Messages by service.</param>
internal sealed record Potret(
    IReadOnlySet<Guid> Permohonan,
    IReadOnlyList<AlurTerbuka> Alur,
    IReadOnlyDictionary<string, IReadOnlyList<TugasTerbuka>> Tugas,
    IReadOnlyDictionary<string, KeadaanPesan> Pesan);

/// <summary>A running workflow as <c>/api/v1/ops/workflow/alur-terbuka</c> tells it.</summary>
internal sealed record AlurTerbuka(Guid PermohonanId, int JumlahInsiden, IReadOnlyList<TugasDiLuar> Tugas, int Menunggu = 0);

/// <summary>A task that a workflow waits for.</summary>
/// <param name="TugasId">The task.</param>
/// <param name="Pelayan">Its owner.</param>
internal sealed record TugasDiLuar(string TugasId, string Pelayan);

/// <summary>An open task as its owner tells it (<c>/api/v1/ops/{service}/tugas-terbuka</c>).</summary>
internal sealed record TugasTerbuka(string TugasId, Guid PermohonanId);

/// <summary>Messages of a service (<c>/api/v1/ops/{service}/pesan</c>).</summary>
/// <param name="Outbox">Not yet taken by their receivers.</param>
/// <param name="Tertahan">Waiting for their predecessor.</param>
/// <param name="Galat">Parked.</param>
/// <param name="OutboxTertua">The oldest not yet taken.</param>
/// <param name="TertahanTertua">The oldest held.</param>
internal sealed record KeadaanPesan(long Outbox, long Tertahan, long Galat, Guid? OutboxTertua = null, Guid? TertahanTertua = null);
