using Dukcapil.Contracts;
using Dukcapil.Standalone.Rekonsiliasi;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>Whether all services say the same of applications that have ended.</summary>
internal static class Kesepakatan
{
    private const int Halaman = 1000;
    private static readonly TimeSpan Tenggang = TimeSpan.FromSeconds(2);

    /// <summary>Waits until no message is on its way; then nothing of these applications may be open anywhere, and reconciliation finds nothing.</summary>
    public static async Task HarusSepakatAsync(this Pemasangan pemasangan, params Guid[] permohonan)
    {
        await pemasangan.TungguPesanHabisAsync();
        var ops = pemasangan.TokenUntuk("OPS");
        var terbuka = new List<string>();
        var jalur = new List<string> { "intake/permohonan-terbuka", "workflow/alur-terbuka" };
        foreach (var layanan in ServiceNames.All.Where(l => l != ServiceNames.Workflow)) jalur.Add($"{layanan}/tugas-terbuka?batas={Halaman}");
        foreach (var daftar in jalur)
        {
            var isi = (await pemasangan.BacaAsync("/api/v1/ops/" + daftar, ops)).Harus(200).Isi;
            terbuka.AddRange(permohonan.Where(id => isi.Contains(id.ToString(), StringComparison.Ordinal)).Select(id => $"{daftar}: {id}"));
        }
        foreach (var peran in new[] { "LOKET", "KASI", "KABID", "KADIS" })
        {
            foreach (var id in permohonan)
            {
                var daftar = (await pemasangan.BacaAsync($"/api/v1/tugas?permohonanId={id}", pemasangan.TokenUntuk(peran))).Harus(200);
                if (daftar.Json.GetProperty("tugas").GetArrayLength() > 0) terbuka.Add($"daftar tugas {peran}: {id}");
            }
        }
        Assert.Empty(terbuka);
        using var rekonsiliasi = new Rekonsiliasi(pemasangan.Alamat, ops);
        Assert.Empty(await rekonsiliasi.PeriksaAsync(Tenggang));
    }
}
