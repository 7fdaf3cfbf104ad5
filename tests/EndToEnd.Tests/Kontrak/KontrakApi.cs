using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.EndToEnd.Tests.Peranti;
using Dukcapil.Standalone.Commands;

namespace Dukcapil.EndToEnd.Tests.Kontrak;

/// <summary>The OpenAPI documents say what the running system does.</summary>
public sealed class KontrakApi(StandalonePemasangan pemasangan, ITestOutputHelper keluaran) : IClassFixture<StandalonePemasangan>
{
    private const int Permintaan = 12_000, Sekaligus = 6;
    private const string ElsaApi = "/elsa/api", Json = "application/json", Masalah = "application/problem+json";

    private static readonly string[] Peran =
        ["LOKET", "LOKET/2", "KASI", "KABID", "KADIS", "ADMIN", "ADMIN_ALUR", "OPS", "AUDITOR", "SUPERVISOR", "klien:kontrak", "klien:kontrak-2"];

    [Fact]
    public async Task The_documents_checked_in_are_those_of_the_running_services()
    {
        foreach (var dokumen in await DokumenApi.BacaAsync(pemasangan))
        {
            var teks = dokumen.Teks.ReplaceLineEndings("\n").TrimEnd() + "\n";
            foreach (var (berkas, isi) in ((string, string)[])[(dokumen.Layanan + ".json", teks), (dokumen.Layanan + ".http", ContohHttp.Dari(teks))])
            {
                var jalur = Path.Combine(AppContext.BaseDirectory, "openapi", berkas);
                Assert.True(
                    File.Exists(jalur) && await File.ReadAllTextAsync(jalur) == isi,
                    $"docs/openapi/{berkas} is not current: dotnet run --project services/Standalone -- openapi --tulis docs/openapi");
            }
        }
    }

    [Fact]
    public async Task The_documents_leave_nothing_open()
    {
        var temuan = new List<string>();
        foreach (var dokumen in await DokumenApi.BacaAsync(pemasangan))
        {
            Assert.StartsWith("3.1", dokumen.Akar["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
            temuan.AddRange(dokumen.Operasi.GroupBy(o => o.Isi["operationId"]?.ToString()).Where(g => g.Key is null || g.Count() > 1).Select(g => $"{dokumen.Layanan}: operationId '{g.Key}' of {string.Join(", ", g)}"));
            temuan.AddRange(dokumen.Akar["components"]!["schemas"]!.AsObject().Where(s => !s.Key.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')).Select(s => $"{dokumen.Layanan}: a schema may not be called {s.Key}"));
            foreach (var operasi in dokumen.Operasi)
            {
                if (operasi.Isi["summary"] is null) temuan.Add($"{operasi}: no summary");
                if (operasi.Isi["tags"] is not JsonArray { Count: > 0 }) temuan.Add($"{operasi}: no tag");
                if (!operasi.Jawaban.Any(j => j.Key[0] is '2' or '3')) temuan.Add($"{operasi}: no answer of success");
                if (operasi.Jawaban["default"] is null) temuan.Add($"{operasi}: no refusal");
                temuan.AddRange(operasi.Parameter.Where(p => !char.IsLower(p["name"]!.GetValue<string>()[0]) && p["in"]!.GetValue<string>() != "header")
                    .Select(p => $"{operasi}: parameter {p["name"]} is not camelCase"));
                temuan.AddRange(operasi.Jalur.Split('{').Skip(1).Select(b => b[..b.IndexOf('}', StringComparison.Ordinal)])
                    .Where(nama => !operasi.Parameter.Any(p => p["name"]!.GetValue<string>() == nama)).Select(nama => $"{operasi}: path parameter {nama} is not described"));
                temuan.AddRange(operasi.Parameter.Where(p => p["example"] is null).Select(p => $"{operasi}: parameter {p["name"]} has no example"));
                foreach (var (status, jawaban) in operasi.Jawaban.Where(j => j.Key != "default"))
                {
                    if (jawaban!["content"]?[Json] is not JsonObject { } media || media["schema"] is not { } bentuk) continue;
                    if (media["example"] is not { } contohnya) temuan.Add($"{operasi} {status}: no example of its answer");
                    else if (dokumen.Tolak(bentuk, JsonSerializer.SerializeToElement(contohnya)) is { } cacat) temuan.Add($"{operasi} {status}: the example does not fit: {cacat}");
                }
                if (operasi.BadanPermintaan?[Json]?["schema"] is { } skema && skema["$ref"] is not null)
                {
                    if (dokumen.Buka(skema)["examples"] is not JsonArray { Count: > 0 } contoh) temuan.Add($"{operasi}: no example of its body");
                    else if (dokumen.Tolak(skema, JsonSerializer.SerializeToElement(contoh[0])) is { } salah) temuan.Add($"{operasi}: the example does not fit: {salah}");
                }
            }
            temuan.AddRange(dokumen.Akar["components"]!["schemas"]!.AsObject().SelectMany(s => (s.Value!["properties"] as JsonObject ?? [])
                .Where(p => TeksTanpaContoh(p.Value!) || (p.Value!["items"] is { } butir && TeksTanpaContoh(butir))).Select(p => $"{dokumen.Layanan} {s.Key}.{p.Key}: no example")));
        }
        Assert.True(temuan.Count == 0, string.Join(Environment.NewLine, temuan));
    }

    private static bool TeksTanpaContoh(JsonNode skema) =>
        skema["examples"] is null && skema["enum"] is null && (skema["type"]?.ToString() == "string" || (skema["type"] is JsonArray jenis && jenis.Any(j => (string)j! == "string")));

    [Fact]
    public async Task Every_operation_answers_as_documented_whatever_it_is_given()
    {
        var bibit = Environment.GetEnvironmentVariable("DUKCAPIL_BIBIT") is { Length: > 0 } diberi ? int.Parse(diberi, CultureInfo.InvariantCulture) : Random.Shared.Next();
        keluaran.WriteLine($"DUKCAPIL_BIBIT={bibit}");
        var operasi = (await DokumenApi.BacaAsync(pemasangan)).SelectMany(d => d.Operasi).Where(Boleh).ToList();
        await SiapkanAsync();
        var token = Peran.Select(pemasangan.TokenUntuk).Append(pemasangan.Token.Kedaluwarsa()).Append(null).ToList();
        var kolam = new Kolam();
        var (temuan, berhasil) = (new ConcurrentDictionary<string, string>(), new ConcurrentDictionary<string, int>());
        var nomor = -1;
        await Task.WhenAll(Enumerable.Range(0, Sekaligus).Select(async pekerja =>
        {
            var acak = new Random(bibit + pekerja);
            var pembangkit = new Pembangkit(acak, kolam);
            while (Interlocked.Increment(ref nomor) is var ke && ke < Permintaan)
            {
                var o = operasi[ke % operasi.Count];
                var (jalur, isi) = (Jalur(o, pembangkit), o.BadanPermintaan is null ? null : Badan(o, pembangkit));
                var peran = acak.Next(token.Count);
                // Kept before it is sent: a sent body is gone.
                var badan = isi is null ? "" : await isi.ReadAsStringAsync();
                Jawaban jawaban;
                try
                {
                    jawaban = await pemasangan.KirimAsync(
                        new HttpMethod(o.Metode), jalur, token[peran], isi,
                        pembangkit.Kadang(0.9) ? "k" + acak.Next(pembangkit.Kadang(0.1) ? 5 : int.MaxValue) : null, cocok: pembangkit.Kadang(0.7) ? $"\"{acak.Next(1, 4)}\"" : null);
                }
                catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
                {
                    temuan.TryAdd($"{o}: no answer", $"{jalur}: {e.GetBaseException().Message}");
                    continue;
                }
                if (jawaban.Status < 300) berhasil.AddOrUpdate(o.ToString(), 1, (_, n) => n + 1);
                if (jawaban.Status < 300 && jawaban.JenisIsi == Json) kolam.Catat(jawaban.Json, Terakhir(o.Jalur));
                if (Tolak(o, jalur, jawaban) is { } salah)
                    temuan.TryAdd($"{o} → {jawaban.Status}: {salah}", $"{jalur} sebagai {(peran < Peran.Length ? Peran[peran] : "-")}: {Awal(jawaban.Isi)}{Environment.NewLine}      {Awal(badan)}");
            }
        }));
        keluaran.WriteLine($"{berhasil.Count} of {operasi.Count} operations succeeded at least once; not: {string.Join(", ", operasi.Select(o => o.ToString()).Except(berhasil.Keys))}");
        Assert.True(temuan.IsEmpty, string.Join(Environment.NewLine, temuan.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => t.Key + Environment.NewLine + "      " + t.Value)));
        Assert.InRange(berhasil.Count, operasi.Count / 2, operasi.Count);
    }

    private static string Awal(string teks) => teks[..Math.Min(800, teks.Length)];

    // Applications at every step, so that random requests find tasks, versions and books.
    private async Task SiapkanAsync()
    {
        using var klien = pemasangan.Klien();
        Func<Berkas, Task>[] langkah =
        [
            b => b.PeriksaAsync(), b => b.EntriAsync(), b => b.KoreksiAsync("KASI"), b => b.KoreksiAsync("KABID"), b => b.DariKoreksiSampaiSelesaiAsync(),
        ];
        for (var sejauh = 0; sejauh <= langkah.Length; sejauh++)
        {
            var berkas = new Berkas(pemasangan, klien);
            await berkas.AjukanAsync();
            // The last one goes all the way, parafs included.
            foreach (var l in sejauh == langkah.Length ? [langkah[0], langkah[1], langkah[4]] : langkah[..sejauh]) await l(berkas);
        }
    }

    // What would take away the ground this test stands on, or never ends.
    private static bool Boleh(OperasiApi o) =>
        !(o.Jalur.StartsWith("/api/v1/identitas/kunci", StringComparison.Ordinal) && o.Metode != "GET")
        && !o.Jawaban.Any(j => j.Value?["content"]?["text/event-stream"] is not null);

    private static string? Tolak(OperasiApi o, string jalur, Jawaban jawaban)
    {
        if (jawaban.Status >= 500) return "a fault of the server";
        // The server itself refuses an address that is none, or too long.
        if (jawaban.Status == 414 || (jawaban.Status >= 400 && jalur.Contains("%00", StringComparison.Ordinal))) return null;
        var status = jawaban.Status.ToString(CultureInfo.InvariantCulture);
        var jenis = jawaban.Status >= 400 ? Masalah : Json;
        if ((o.Jawaban[status] ?? (jawaban.Status >= 400 ? o.Jawaban["default"] : null)) is not { } dijanjikan) return "a status that is not documented";
        if (jawaban.Status >= 400 && jawaban.JenisIsi != Masalah) return $"a refusal of type {jawaban.JenisIsi}";
        if (dijanjikan["content"] is not JsonObject isi) return jawaban.JenisIsi == Json && jawaban.Isi.Length > 0 && !o.Jalur.StartsWith(ElsaApi, StringComparison.Ordinal) ? "JSON that is not documented" : null;
        if (jawaban.JenisIsi is null || isi[jawaban.JenisIsi] is not { } media) return $"{jawaban.JenisIsi} is not documented";
        return jawaban.JenisIsi == jenis && media["schema"] is { } skema ? o.Dokumen.Tolak(skema, jawaban.Json) : null;
    }

    private static string Jalur(OperasiApi o, Pembangkit p)
    {
        var jalur = o.Jalur;
        var kueri = new List<string>();
        foreach (var parameter in o.Parameter)
        {
            var nama = parameter["name"]!.GetValue<string>();
            var teks = p.Parameter(o.Dokumen, nama, Sebelum(o.Jalur, nama), parameter["schema"]!);
            if (parameter["in"]!.GetValue<string>() == "path")
                jalur = jalur.Replace($"{{{nama}}}", Tersandi(teks is "" or "." or ".." ? "-" : teks), StringComparison.Ordinal);
            else if (parameter["in"]!.GetValue<string>() == "query" && p.Kadang(0.6))
                kueri.Add($"{nama}={Tersandi(teks)}");
        }
        return kueri.Count == 0 ? jalur : $"{jalur}?{string.Join('&', kueri)}";
    }

    // The word before a parameter, and the last word of a path.
    private static string? Sebelum(string jalur, string nama) => jalur.Split($"/{{{nama}}}") is [{ Length: > 0 } awal, ..] bagian && bagian.Length > 1 ? Terakhir(awal) : null;

    private static string Terakhir(string jalur) => jalur.Split('/').Last(b => b.Length > 0 && b[0] != '{');

    // A lone surrogate is no text in an address.
    private static string Tersandi(string teks) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(teks)));

    private static HttpContent Badan(OperasiApi o, Pembangkit p)
    {
        var (jenis, media) = p.Pilih([.. o.BadanPermintaan!]);
        if (p.Kadang(0.1)) return Teks(p.Sampah(), p.Kadang(0.7) ? jenis.Replace("multipart/form-data", Json, StringComparison.Ordinal) : p.Pilih(["text/plain", Json, "multipart/form-data"]));
        var skema = media!["schema"]!;
        var isi = p.Kadang(0.7) && o.Dokumen.Buka(skema)["examples"]?[0] is { } contoh ? contoh.DeepClone() : p.Nilai(o.Dokumen, skema);
        for (var i = p.Kadang(0.5) ? 0 : p.Kadang(0.7) ? 1 : 3; i > 0; i--) isi = p.Rusak(isi);
        var teks = isi?.ToJsonString() ?? "null";
        return jenis switch
        {
            "multipart/form-data" => Multipart(o, teks, p),
            "application/x-ndjson" => Teks(string.Join('\n', Enumerable.Repeat(teks, p.Kadang(0.5) ? 1 : 3)), jenis),
            _ => Teks(teks, jenis),
        };
    }

    private static ByteArrayContent Teks(string teks, string jenis)
    {
        var isi = new ByteArrayContent(Encoding.UTF8.GetBytes(teks));
        isi.Headers.ContentType = new MediaTypeHeaderValue(jenis);
        return isi;
    }

    private static MultipartFormDataContent Multipart(OperasiApi o, string teks, Pembangkit p)
    {
        var isi = new MultipartFormDataContent();
        if (!o.Jalur.EndsWith("/lampiran", StringComparison.Ordinal) || p.Kadang(0.2)) isi.Add(Teks(teks, Json), "permohonan");
        for (var i = p.Kadang(0.7) ? 1 : 3; i > 0; i--)
            isi.Add(new ByteArrayContent(p.Kadang(0.8) ? IsianUji.Pdf : "MZ bukan dokumen"u8.ToArray()), p.Kadang(0.8) ? "BUKU_NIKAH" : "x", p.Kadang(0.8) ? "berkas.pdf" : "..\\x.exe");
        return isi;
    }
}
