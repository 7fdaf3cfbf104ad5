using System.Text.Json;
using Dukcapil.Contracts;

namespace Dukcapil.Tte.Tests;

/// <summary>Many files with one authentication, each with its own result.</summary>
public sealed class MassalTests(Persetujuan persetujuan) : IClassFixture<Persetujuan>, IDisposable
{
    private const string Jalur = "/api/v1/persetujuan/tanda-tangan";

    [Fact]
    public async Task One_that_fails_does_not_stop_the_others()
    {
        List<TugasUji> tugas = [];
        for (var i = 0; i < 5; i++) tugas.Add(await persetujuan.TugasAsync());
        tugas.Add(await persetujuan.TugasAsync(paraf: 1));
        persetujuan.Esign.TabiatBerkas = pdf => pdf.AsSpan().SequenceEqual(tugas[0].Pdf) ? Tabiat.BerkasLain : pdf.AsSpan().SequenceEqual(tugas[3].Pdf) ? Tabiat.Rusak : null;
        var jawaban = (await KirimAsync(tugas)).Harus(200).Json;
        Assert.Equal(3, jawaban.GetProperty("ditandatangani").GetInt32());
        Assert.Equal(
            ["tanda-tangan-tidak-sah", "Ditandatangani", "Ditandatangani", "hasil-tidak-diketahui", "Ditandatangani", "paraf-belum-lengkap"],
            jawaban.GetProperty("hasil").EnumerateArray().Select(h => h.TryGetProperty("selesai", out var s) && s.ValueKind != JsonValueKind.Null
                ? s.GetProperty("hasil").GetString()!
                : h.GetProperty("masalah").GetProperty("type").GetString()!.Split(':')[^1]));
        Assert.Equal(tugas.Select(t => t.Id), jawaban.GetProperty("hasil").EnumerateArray().Select(h => h.GetProperty("tugasId").GetString()!));
        for (var i = 0; i < tugas.Count; i++)
            Assert.Equal(i is 0 or 3 or 5 ? StatusTugas.Terbuka : StatusTugas.Selesai, (await persetujuan.KeadaanAsync(tugas[i])).Tugas);

        // The same batch again finishes what is left and signs nothing twice.
        persetujuan.Esign.TabiatBerkas = null;
        var dibuat = persetujuan.Esign.Dibuat;
        Assert.Equal(5, (await KirimAsync(tugas)).Harus(200).Json.GetProperty("ditandatangani").GetInt32());
        Assert.Equal(dibuat + 2, persetujuan.Esign.Dibuat);
    }

    [Fact]
    public async Task A_refused_passphrase_is_tried_once_and_not_for_every_file()
    {
        List<TugasUji> tugas = [await persetujuan.TugasAsync(), await persetujuan.TugasAsync(), await persetujuan.TugasAsync()];
        var sebelum = persetujuan.Esign.Masuk.Count(p => p.Jalur.EndsWith("sign/pdf", StringComparison.Ordinal));
        var hasil = (await KirimAsync(tugas, "salah")).Harus(200).Json.GetProperty("hasil").EnumerateArray().ToList();
        Assert.Equal(
            ["passphrase-salah", "tidak-dicoba", "tidak-dicoba"], hasil.Select(h => h.GetProperty("masalah").GetProperty("type").GetString()!.Split(':')[^1]));
        Assert.Equal(sebelum + 1, persetujuan.Esign.Masuk.Count(p => p.Jalur.EndsWith("sign/pdf", StringComparison.Ordinal)));
        Assert.Empty((await persetujuan.KeadaanAsync(tugas[1])).Percobaan);
    }

    [Fact]
    public async Task A_list_that_is_empty_too_long_or_names_a_task_twice_is_refused()
    {
        var tugas = await persetujuan.TugasAsync();
        (await KirimAsync([])).HarusMasalah(422, "isian-tidak-sah");
        (await KirimAsync([tugas, tugas])).HarusMasalah(422, "isian-tidak-sah");
        (await KirimAsync([.. Enumerable.Range(0, 51).Select(i => tugas with { Id = $"t{i}" })])).HarusMasalah(422, "isian-tidak-sah");
        var hasil = (await KirimAsync([tugas with { Id = "tidak-ada" }])).Harus(200).Json.GetProperty("hasil")[0];
        Assert.Equal("urn:dukcapil:masalah:tidak-ditemukan", hasil.GetProperty("masalah").GetProperty("type").GetString());
    }

    /// <summary>Every test leaves the service as it should be.</summary>
    public void Dispose() => persetujuan.Esign.TabiatBerkas = null;

    private Task<Jawaban> KirimAsync(IReadOnlyList<TugasUji> tugas, string passphrase = PeladenEsign.Passphrase) =>
        persetujuan.KirimAsync(Jalur, Persetujuan.Kadis, new { tugas = tugas.Select(t => new { tugasId = t.Id, versiKonsep = 1 }), passphrase });
}
