using System.Text.Json.Nodes;
using Dukcapil.EndToEnd.Tests.Pengawasan;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Esign;
using Npgsql;

namespace Dukcapil.EndToEnd.Tests.Privasi;

/// <summary>
/// NIK, Nomor KK and the signer's passphrase of a whole application, wrong inputs included, stand in clear nowhere: not in logs at level Debug, traces, metrics, messages, queue
/// names, tables, file names, or answers that nobody asked to reveal. And the search finds them where they are planted.
/// </summary>
/// <param name="terawasi">The installation, and everything that it tells.</param>
[Collection(KumpulanTerawasi.Nama)]
public sealed class KebocoranNomor(PemasanganTerawasi terawasi)
{
    private const string Nik = "9901010107900001";

    [Fact]
    public async Task A_whole_application_leaves_no_number_in_clear_and_a_planted_one_is_found()
    {
        var (jaring, pemasangan) = (terawasi.Jaring, terawasi.Pemasangan);
        using var kantor = pemasangan.Klien();
        var berkas = new Berkas(pemasangan, kantor);
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        var jawaban = await SalahIsiAsync(pemasangan, berkas);
        await berkas.EntriAsync();
        await berkas.DariKoreksiSampaiSelesaiAsync();
        await berkas.TungguBerakhirAsync("selesai");
        jawaban.AddRange(await LihatAsync(pemasangan, berkas.Id));
        jawaban.AddRange(await LihatAsync(pemasangan, await DitandatanganiAsync(pemasangan, kantor)));

        Assert.DoesNotContain(jawaban, Jaring.Ada);
        await Tunggu.SampaiAsync("telemetri tiba", () => Task.FromResult(jaring.AdaTelemetri), keadaan: () => Task.FromResult(jaring.Keadaan));
        Assert.Empty(await jaring.CariAsync(pemasangan));
        Assert.True(jaring.PesanTerbaca > 20, $"Hanya {jaring.PesanTerbaca} pesan yang terbaca.");

        await UngkapAsync(pemasangan, berkas.Id);
        Assert.Empty(await jaring.CariAsync(pemasangan));
        await TanamAsync(pemasangan, jaring);
    }

    // Electronically: a card full of numbers is uploaded, fetched and signed, with a wrong passphrase and the right one.
    private static async Task<Guid> DitandatanganiAsync(TerdistribusiPemasangan pemasangan, Standalone.Demo.KantorKlien kantor)
    {
        var berkas = new Berkas(pemasangan, kantor) { Jenis = IsianUji.JenisTte };
        await berkas.AjukanAsync();
        await berkas.PeriksaAsync();
        await berkas.EntriAsync();
        await berkas.KoreksiAsync("KASI");
        await berkas.KoreksiAsync("KABID");
        await berkas.UnggahAsync(BerkasContoh.Pdf("KARTU KELUARGA " + Nik));
        var tugas = await berkas.TugasAsync("Dukcapil.TandaTangan", "KADIS");
        (await berkas.MintaTandaTanganAsync(tugas, PeladenEsign.Passphrase + "-salah")).HarusMasalah(422, "passphrase-salah");
        await berkas.TandaTanganElektronikAsync();
        return berkas.Id;
    }

    // What an officer's program may send by mistake.
    private static async Task<List<string>> SalahIsiAsync(TerdistribusiPemasangan pemasangan, Berkas berkas)
    {
        var tugas = await berkas.TugasAsync("Dukcapil.EntriDanKonsep", "LOKET");
        var kartu = IsianUji.Keluarga(1);
        var kembar = kartu.DeepClone();
        kembar["kartuKeluarga"]!["anggota"]![1]!["nik"] = Nik;
        var asing = kartu.DeepClone();
        asing["kartuKeluarga"]![Nik] = Nik;
        List<(string Jalur, string Isi)> salah =
        [
            ("/api/v1/permohonan", $$"""{ "jenis": "{{IsianUji.Jenis}}", "pemohon": { "nama": "A", "nik": {{Nik}} } }"""),
            ("/api/v1/permohonan", $$"""{ "jenis": "{{Nik}}", "pemohon": { "nama": "A", "nik": "{{Nik}}" } }"""),
            ("/api/v1/permohonan", $$"""{ "jenis": "{{IsianUji.Jenis}}", "{{Nik}}": 1 }"""),
            ("/api/v1/permohonan", $$"""{ "jenis": "{{IsianUji.Jenis}}", "pemohon": { "nama": "{{Nik}}" """),
            ("/api/v1/permohonan", $$"""{ "jenis": "{{IsianUji.Jenis}}", "pemohon": { "nama": "A", "nik": "{{Nik}}0" } }"""),
            (tugas.Alamat + "/selesai", new JsonObject { ["hasil"] = Nik }.ToJsonString()),
            (tugas.Alamat + "/selesai", new JsonObject { ["hasil"] = "Selesai", ["data"] = kembar }.ToJsonString()),
            (tugas.Alamat + "/selesai", new JsonObject { ["hasil"] = "Selesai", ["data"] = asing }.ToJsonString()),
        ];
        var jawaban = new List<string>();
        foreach (var (jalur, isi) in salah)
        {
            var j = await pemasangan.KirimJsonAsync(jalur, pemasangan.TokenUntuk("LOKET"), isi, Guid.NewGuid().ToString());
            Assert.True(j.Status is >= 400 and < 500, $"{jalur}: {j.Status}");
            jawaban.Add(j.Isi);
        }
        return jawaban;
    }

    private static async Task<List<string>> LihatAsync(TerdistribusiPemasangan pemasangan, Guid id)
    {
        var jawaban = new List<string>();
        foreach (var (jalur, peran) in ((string, string)[])
            [
                ($"/api/v1/permohonan/{id}", "LOKET"), ($"/api/v1/permohonan/{id}/riwayat", "LOKET"), ($"/api/v1/permohonan/{id}/konsep/1", "KASI"),
                ($"/api/v1/permohonan/{id}/konsep/1/pdf", "KABID"), ($"/api/v1/permohonan/{id}/tanda-bukti", "LOKET"), ($"/api/v1/persetujuan/permohonan/{id}", "KADIS"),
                ($"/api/v1/registri/permohonan/{id}", "LOKET"), ("/api/v1/registri/buku-agenda", "LOKET"), ($"/api/v1/registri/permohonan/{id}/bukti-penyerahan", "LOKET"),
                ("/api/v1/tugas?status=selesai", "LOKET"),
            ])
            jawaban.Add((await pemasangan.BacaAsync(jalur, pemasangan.TokenUntuk(peran))).Isi);
        return jawaban;
    }

    // Revealed on request: in the answer alone, and the reason is sealed.
    private static async Task UngkapAsync(TerdistribusiPemasangan pemasangan, Guid id)
    {
        var alasan = new { alasan = $"Dicocokkan dengan KTP {Nik}." };
        (await pemasangan.KirimJsonAsync($"/api/v1/permohonan/{id}/konsep/1/ungkap", pemasangan.TokenUntuk("KASI"), new { alasan = "x" })).HarusMasalah(422, "isian-tidak-sah");
        Assert.Contains(Nik, (await pemasangan.KirimJsonAsync($"/api/v1/permohonan/{id}/konsep/1/ungkap", pemasangan.TokenUntuk("KASI"), alasan)).Harus(200).Isi, StringComparison.Ordinal);
        Assert.Contains(Nik, (await pemasangan.KirimJsonAsync($"/api/v1/permohonan/{id}/ungkap", pemasangan.TokenUntuk("LOKET"), alasan)).Harus(200).Isi, StringComparison.Ordinal);
        Assert.Contains("990101231126", (await pemasangan.KirimJsonAsync($"/api/v1/registri/permohonan/{id}/ungkap", pemasangan.TokenUntuk("LOKET"), alasan)).Harus(200).Isi, StringComparison.Ordinal);
        (await pemasangan.KirimJsonAsync($"/api/v1/permohonan/{id}/konsep/1/pdf", pemasangan.TokenUntuk("KABID"), alasan)).Harus(200);
        (await pemasangan.KirimJsonAsync($"/api/v1/permohonan/{id}/ungkap", pemasangan.TokenUntuk("OPS"), alasan)).HarusMasalah(403, "bukan-wewenang");
        (await pemasangan.KirimJsonAsync($"/api/v1/permohonan/{id}/ungkap", pemasangan.Token.PetugasKantorLain("loket-lain", "LOKET"), alasan)).HarusMasalah(404, "tidak-ditemukan");
        var serupa = (await pemasangan.KirimJsonAsync("/api/v1/permohonan/cari", pemasangan.TokenUntuk("LOKET"), new { nik = Nik })).Harus(200).Json;
        Assert.Contains(id, serupa.EnumerateArray().Select(p => p.GetProperty("permohonanId").GetGuid()));
        var catatan = (await pemasangan.KirimJsonAsync("/api/v1/audit/intake/catatan", pemasangan.TokenUntuk("AUDITOR"), new { tujuan = "Uji.", pelaku = "petugas-kasi" })).Harus(200).Json;
        Assert.Equal(alasan.alasan, catatan.GetProperty("catatan").EnumerateArray().Single(c => c.GetProperty("tindakan").GetString() == "nomor.ungkap").GetProperty("tujuan").GetString());
    }

    // The net is proven by what it catches: one number in each place.
    private static async Task TanamAsync(TerdistribusiPemasangan pemasangan, Jaring jaring)
    {
        await pemasangan.KirimAsync(HttpMethod.Get, "/api/v1/lacak/" + Nik);
        await File.WriteAllTextAsync(Path.Combine(pemasangan.Folder, Nik + ".pdf"), "");
        await File.WriteAllTextAsync(Path.Combine(pemasangan.Folder, PeladenEsign.Passphrase), "");
        await using (var sumber = NpgsqlDataSource.Create(pemasangan.BasisData))
        await using (var perintah = sumber.CreateCommand($"INSERT INTO intake.idempotency (client, key, payload_hash, status, answer, created_at) VALUES ('uji', '{Nik}', '', 200, '', now())"))
            await perintah.ExecuteNonQueryAsync();
        await Tunggu.SampaiAsync("kebocoran yang ditanam ditemukan", async () =>
        {
            var temuan = await jaring.CariAsync(pemasangan);
            return ((string[])["telemetri", "log ", "tabel intake.idempotency", "nama berkas"]).All(tempat => temuan.Any(t => t.StartsWith(tempat, StringComparison.Ordinal))) && temuan.Any(t => t.Contains(PeladenEsign.Passphrase, StringComparison.Ordinal));
        });
    }
}
