using Dukcapil.EndToEnd.Tests.Kontrak;
using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Owasp;

/// <summary>
/// OWASP API1:2023, broken object level authorization: every operation on applications, tasks and papers, with the ids of real ones, by officers of another
/// office in every role and by another client system with every scope. One installation serves one office; a token of another sees nothing.
/// </summary>
[Collection(KumpulanStandalone.Nama)]
public sealed class Api1ObjekOrangLain(StandalonePemasangan pemasangan, ITestOutputHelper keluaran)
{
    private static readonly string[] Wilayah = ["/api/v1/permohonan", "/api/v1/loket", "/api/v1/persetujuan", "/api/v1/registri", "/api/v1/tugas", "/api/v1/wewenang"];

    [Fact]
    public async Task Nothing_of_an_application_is_shown_or_changed_to_another_office_or_another_client_system()
    {
        using var klien = pemasangan.Klien();
        var (selesai, terbuka) = (new Berkas(pemasangan, klien), new Berkas(pemasangan, klien));
        await selesai.SampaiSelesaiAsync();
        await terbuka.AjukanAsync(new Dictionary<string, byte[]> { ["BUKU_NIKAH"] = IsianUji.Pdf });
        var tugas = await terbuka.TugasAsync("Dukcapil.PeriksaKelengkapan", "LOKET");
        var lampiran = (await pemasangan.BacaAsync($"/api/v1/permohonan/{terbuka.Id}", pemasangan.TokenUntuk("LOKET"))).Harus(200).Json.GetProperty("lampiran")[0].GetProperty("id").GetString()!;
        string[] rahasia = [selesai.Id.ToString(), terbuka.Id.ToString(), selesai.KodeLacak, terbuka.KodeLacak, selesai.NomorRegister, selesai.NomorAgenda, tugas.TugasId];
        var keadaan = await KeadaanAsync(terbuka, tugas.Alamat);

        var operasi = (await DokumenApi.BacaAsync(pemasangan)).SelectMany(d => d.Operasi)
            .Where(o => Wilayah.Any(w => o.Jalur.StartsWith(w, StringComparison.Ordinal)) && !o.Jawaban.Any(j => j.Value?["content"]?["text/event-stream"] is not null)).ToList();
        (string Siapa, string Token)[] penyusup =
        [
            ("kantor lain", pemasangan.Token.PetugasKantorLain("petugas-9902", "LOKET", "KASI", "KABID", "KADIS", "SUPERVISOR")),
            ("sistem lain", pemasangan.Token.SistemDengan("sistem-lain-" + Guid.NewGuid().ToString("N")[..8], "permohonan", "dokumen", "buku")),
        ];
        var masuk = new List<string>();
        var dicoba = 0;
        foreach (var o in operasi)
        {
            foreach (var (siapa, token) in penyusup)
            {
                foreach (var permohonan in o.Jalur.Contains('{', StringComparison.Ordinal) ? new[] { selesai.Id, terbuka.Id } : [terbuka.Id])
                {
                    dicoba++;
                    var alamat = string.Join('/', o.Jalur.Split('/').Select(b => b is not ['{', .., '}'] ? b : Nilai(o.Jalur, b[1..^1], permohonan, tugas.TugasId, lampiran)));
                    using var isi = Badan(o);
                    var jawaban = await pemasangan.KirimAsync(new HttpMethod(o.Metode), alamat, token, isi, Guid.NewGuid().ToString(), cocok: "\"1\"");
                    // Without an id in the path the answer is theirs, and may be empty; with one there is nothing.
                    if (o.Jalur.Contains('{', StringComparison.Ordinal) && jawaban.Status < 300) masuk.Add($"{o} sebagai {siapa}: {jawaban.Status}");
                    if (rahasia.FirstOrDefault(r => r.Length > 0 && jawaban.Isi.Contains(r, StringComparison.OrdinalIgnoreCase) && !alamat.Contains(r, StringComparison.OrdinalIgnoreCase)) is { } bocor)
                        masuk.Add($"{o} sebagai {siapa}: menyebut {bocor}");
                }
            }
        }
        keluaran.WriteLine($"{dicoba} attempts on {operasi.Count} operations");
        Assert.True(operasi.Count > 60, $"{operasi.Count} operations");
        Assert.True(masuk.Count == 0, string.Join(Environment.NewLine, masuk));
        Assert.Equal(keadaan, await KeadaanAsync(terbuka, tugas.Alamat));
    }

    private async Task<string> KeadaanAsync(Berkas berkas, string tugas)
    {
        var permohonan = (await pemasangan.BacaAsync($"/api/v1/permohonan/{berkas.Id}", pemasangan.TokenUntuk("LOKET"))).Harus(200).Json;
        // Looking at a task claims it; its register of steps does not.
        return $"{permohonan.GetProperty("status")} {permohonan.GetProperty("lampiran").GetArrayLength()} {permohonan.GetProperty("posisi")[0].GetProperty("tugasId")} {tugas}";
    }

    private static string Nilai(string jalur, string nama, Guid permohonan, string tugas, string lampiran) => nama switch
    {
        "versi" => "1",
        "lampiran" => lampiran,
        "tugas" or "tugasId" => tugas,
        "id" when jalur.Contains("/tugas/", StringComparison.Ordinal) => tugas,
        _ => permohonan.ToString(),
    };

    private static HttpContent? Badan(OperasiApi o)
    {
        if (o.BadanPermintaan is not { } badan) return null;
        if (badan["application/json"]?["schema"] is { } skema)
            return Pemasangan.IsiJson(o.Dokumen.Buka(skema)["examples"]?[0]?.ToJsonString() ?? "{}");
        var isi = new ByteArrayContent(IsianUji.Pdf);
        isi.Headers.ContentType = new(badan.First().Key == "multipart/form-data" ? "application/pdf" : badan.First().Key);
        return isi;
    }
}
