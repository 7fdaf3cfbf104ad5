using System.Text.Json.Nodes;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Demo;

namespace Dukcapil.Studio.Tests.Peranti;

/// <summary>An application, driven over REST as its officers do.</summary>
internal sealed class BerkasUji(KantorKlien klien)
{
    private readonly HashSet<string> selesai = [];

    public Guid Id { get; private init; }

    /// <summary>Files one; up to its first task.</summary>
    public static async Task<BerkasUji> AjukanAsync(KantorKlien klien, string jenis = IsianUji.Jenis, string peran = "LOKET")
    {
        var isi = IsianUji.Permohonan();
        isi["jenis"] = jenis;
        var berkas = new BerkasUji(klien) { Id = (await klien.AjukanAsync(isi)).Id };
        await berkas.TugasAsync(peran);
        return berkas;
    }

    /// <summary>Steps 2, 3 and 4, everyone agreeing.</summary>
    public async Task SampaiParafKabidAsync()
    {
        await SelesaikanAsync("LOKET", "Lengkap", IsianUji.Kelengkapan());
        await SelesaikanAsync("LOKET", "Selesai", IsianUji.Keluarga(1));
        await SelesaikanAsync("KASI", "Sesuai", IsianUji.Paraf(1, pernahDikembalikan: false));
        await SelesaikanAsync("KABID", "Sesuai", IsianUji.Paraf(1, pernahDikembalikan: false));
    }

    /// <summary>The task that this application has in the list of a role, once it is there.</summary>
    public Task<TugasKlien> TugasAsync(string peran) => Tunggu.SampaiAdaAsync(
        $"tugas {peran} untuk {Id}", async () => (await klien.DaftarTugasAsync(peran, Id)).FirstOrDefault(t => !selesai.Contains(t.TugasId)));

    /// <summary>Completes it.</summary>
    public async Task SelesaikanAsync(string peran, string hasil, JsonNode? data = null)
    {
        var tugas = await TugasAsync(peran);
        await klien.SelesaikanAsync(tugas, peran, hasil, null, data);
        selesai.Add(tugas.TugasId);
    }

    /// <summary>Id of the instance that carries it.</summary>
    public async Task<string> InstansAsync() => (string)(await klien.BacaAsync("ADMIN_ALUR", $"/elsa/api/workflow-instances?correlationId={Id}"))["items"]![0]!["id"]!;
}
