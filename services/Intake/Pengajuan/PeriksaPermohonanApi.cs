using Dukcapil.Intake.Database;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Intake.Pengajuan;

/// <summary>Request: look at a filing without filing it.</summary>
public sealed record IsiPemeriksaan : IsiPengajuan
{
    /// <summary>Requirement codes of the documents that would be attached.</summary>
    public IReadOnlyList<string> Lampiran { get; init; } = [];

    /// <summary>The other cards that would change with it; they are entered at SOP step 2.</summary>
    public IReadOnlyList<KartuTerkait> KartuTerkait { get; init; } = [];
}

/// <summary>What would be said of it.</summary>
/// <param name="Lengkap">No requirement is missing and no rule of level ERROR is broken: nothing would hold it at Loket.</param>
/// <param name="Kekurangan">What is missing, in words for the applicant.</param>
/// <param name="Temuan">Findings of the family rules; empty without family data.</param>
/// <param name="Serupa">Open applications with the same person or family, among those the caller may see.</param>
public sealed record HasilPemeriksaan(
    bool Lengkap, IReadOnlyList<BerkasKurang> Kekurangan, IReadOnlyList<Temuan> Temuan, IReadOnlyList<PermohonanSerupa> Serupa);

/// <summary>The dry run for other systems: everything that Loket and the rules would say, nothing stored.</summary>
internal static class PeriksaPermohonanApi
{
    public static void MapPeriksa(this RouteGroupBuilder permohonan) =>
        permohonan.MapPost("/periksa", async Task<Results<Ok<HasilPemeriksaan>, ProblemHttpResult>> (
            IsiPemeriksaan isi, IntakeDb db, PelayananPermohonan layanan, PemeriksaKartu pemeriksa, PencariSerupa pencari, TimeProvider time, HttpContext http,
            CancellationToken token) =>
        {
            var petugas = Petugas.Dari(http.User);
            if (layanan.Tolak(isi, petugas) is { } masalah) return masalah;
            if (isi.Lampiran.FirstOrDefault(k => !Persyaratan.Dokumen.ContainsKey(k)) is { } asing)
                return Masalah.TidakSah("Lampiran dengan kode yang tidak dikenal.", ("lampiran", $"{asing}: gunakan kode persyaratan, misalnya BUKU_NIKAH."));
            if (PemeriksaPengajuan.TolakTerkait(isi.KartuTerkait, "") is { } takSah) return takSah;
            var keadaan = isi.KeadaanLengkap;
            var kekurangan = layanan.Kekurangan(isi.Jenis, keadaan, isi.Lampiran, isi.KartuKeluarga);
            var temuan = isi.KartuKeluarga is { } kartu ? pemeriksa.Periksa(kartu, isi.KartuTerkait, isi.Jenis, keadaan, isi.Lampiran, time.GetUtcNow()) : [];
            var serupa = await pencari.TerbukaAsync(null, isi.Pemohon, isi.KartuKeluarga, petugas, token);
            if (serupa.Count > 0) await db.SaveChangesAsync(token);
            return TypedResults.Ok(new HasilPemeriksaan(
                kekurangan.Count == 0 && temuan.All(t => t.Tingkat != Tingkat.Error), kekurangan, temuan, serupa));
        })
            .RequireAuthorization(Izin.Mengajukan).WithRequestLimit(RequestLimits.Json)
            .ProducesProblem(400).ProducesProblem(422)
            .WithSummary("Periksa permohonan tanpa mengajukannya: semua temuan dan kekurangan, tidak ada yang disimpan");
}
