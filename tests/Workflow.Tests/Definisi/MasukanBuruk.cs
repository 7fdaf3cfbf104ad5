using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Dukcapil.Workflow.Tests.Definisi;

/// <summary>Whatever is sent, the answer is a refusal that says what is wrong and where, and nothing is stored.</summary>
public sealed class MasukanBuruk(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    private readonly Klien admin = layanan.Sebagai("ADMIN_ALUR");

    [Theory]
    [InlineData("", "Bukan JSON")]
    [InlineData("{", "Bukan JSON")]
    [InlineData("[]", "objek JSON")]
    [InlineData("null", "objek JSON")]
    [InlineData("{}", "model")]
    [InlineData("""{"model":null}""", "model")]
    [InlineData("""{"model":[]}""", "model")]
    [InlineData("""{"model":{},"publish":"ya"}""", "publish")]
    [InlineData("""{"model":{"name":"x"}}""", "bukan definisi alur kerja Elsa 3")]
    [InlineData("""{"model":{"nama":"Budi","umur":5}}""", "bukan definisi alur kerja Elsa 3")]
    [InlineData("""{"model":{"definitionId":"a","activities":[{"activityId":"1","type":"WriteLine"}],"connections":[]}}""", "Elsa 2")]
    [InlineData("""{"model":{"root":null}}""", "root")]
    [InlineData("""{"model":{"root":"Elsa.Flowchart"}}""", "root")]
    [InlineData("""{"model":{"root":{"id":"f"}}}""", "root.type")]
    [InlineData("""{"model":{"root":{"type":"Elsa.Flowchart"}}}""", "root.id")]
    [InlineData("""{"model":{"name":5,"root":{"id":"f","type":"Elsa.Flowchart"}}}""", "name harus berupa teks")]
    [InlineData("""{"model":{"variables":{},"root":{"id":"f","type":"Elsa.Flowchart"}}}""", "variables harus berupa larik")]
    [InlineData("""{"model":{"variables":[null],"root":{"id":"f","type":"Elsa.Flowchart"}}}""", "variables[0]")]
    [InlineData("""{"model":{"variables":[{"name":null}],"root":{"id":"f","type":"Elsa.Flowchart"}}}""", "variables[0].name")]
    [InlineData("""{"model":{"options":[],"root":{"id":"f","type":"Elsa.Flowchart"}}}""", "options harus berupa objek")]
    [InlineData("""{"model":{"root":{"id":"f","type":"Elsa.Flowchart","activities":[null]}}}""", "root.activities[0]")]
    [InlineData("""{"model":{"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.If","then":7}]}}}""", "root.activities[0].then")]
    [InlineData("""{"model":{"root":{"id":"f","type":"Elsa.Flowchart","activities":{}}}}""", "root.activities harus berupa larik")]
    [InlineData("""{"model":{"root":{"id":"f","type":"Elsa.Flowchart","connections":[{"source":null}]}}}""", "root.connections[0]")]
    [InlineData("""{"model":{"root":{"id":"f","type":"Elsa.Flowchart","metadata":"x"}}}""", "root.metadata")]
    [InlineData("""{"model":{"root":{"id":"a:b","type":"Elsa.Flowchart"}}}""", "root.id")]
    [InlineData("""{"model":{"definitionId":"../etc","root":{"id":"f","type":"Elsa.Flowchart"}}}""", "definitionId")]
    [InlineData("""{"model":{"name":"<script>alert(1)</script>","root":{"id":"f","type":"Elsa.Flowchart"}}}""", "name berisi karakter")]
    [InlineData("""{"model":{"name":"a\u0000b","root":{"id":"f","type":"Elsa.Flowchart"}}}""", "name berisi karakter")]
    [InlineData("""{"model":{"root":{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.WriteLine","name":"<img src=x>"}]}}}""", "root.activities[0].name")]
    [InlineData("""{"model":{"name":"\ud800","root":{"id":"f","type":"Elsa.Flowchart"}}}""", "model.name")]
    [InlineData("""{"model":{"root":{"id":"f","type":"Elsa.Flowchart","type":"Elsa.Sequence"}}}""", "model.root.type")]
    public async Task It_is_refused_with_what_and_where(string isi, string sebab) =>
        Assert.Contains((await admin.KirimJsonAsync(Contoh.Jalur, isi)).Alasan(), a => a.Contains(sebab, StringComparison.Ordinal));

    [Fact]
    public async Task Every_wrong_place_is_named()
    {
        var alasan = (await admin.KirimJsonAsync(Contoh.Jalur, """{"model":{"root":{"id":"f","type":"Elsa.Flowchart","activities":[null,{"id":"a","type":"Elsa.WriteLine"},{"id":"b"},5]}}}""")).Alasan();
        Assert.Equal(["root.activities[0]", "root.activities[2]", "root.activities[3]"], alasan.Select(a => a.Split(' ')[0]));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_with_their_line()
    {
        byte[] isi = [.. Encoding.UTF8.GetBytes("{\"model\":\n{\"name\":\""), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\"}}")];
        using var kiriman = new ByteArrayContent(isi) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        Assert.Contains("UTF-8", Assert.Single((await admin.KirimAsync(HttpMethod.Post, Contoh.Jalur, kiriman)).Alasan()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_definition_larger_than_5_MB_is_refused_unread()
    {
        var isi = "{\"model\":{\"name\":\"" + new string('x', 5 * 1024 * 1024) + "\"}}";
        Assert.Contains("5 MB", Assert.Single((await admin.KirimJsonAsync(Contoh.Jalur, isi)).Alasan()), StringComparison.Ordinal);
        Assert.Contains("5 MB", Assert.Single((await admin.KirimJsonAsync($"{Contoh.Jalur}/import", isi + new string(' ', 1024 * 1024))).Alasan()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_is_limited_before_it_costs_anything()
    {
        var isi = new StringBuilder("{\"model\":").Insert(9, "{\"a\":", 5_000).Append('1').Append('}', 5_001).ToString();
        Assert.Contains("256 tingkat", Assert.Single((await admin.KirimJsonAsync(Contoh.Jalur, isi)).Alasan()), StringComparison.Ordinal);
        var urut = string.Concat(Enumerable.Range(0, 110).Select(i => $$"""{"id":"s{{i}}","type":"Elsa.Sequence","activities":[""")) + string.Concat(Enumerable.Repeat("]}", 110));
        Assert.Contains("100 tingkat", Assert.Single((await admin.KirimJsonAsync(Contoh.Jalur, $$"""{"model":{"root":{{urut}}} }""")).Alasan()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_ids_of_nested_steps_do_not_multiply()
    {
        var id = new string('i', 99);
        var dalam = string.Concat(Enumerable.Range(0, 60).Select(i => $$"""{"id":"{{id}}{{i % 10}}","type":"Elsa.Sequence","activities":[""")) + string.Concat(Enumerable.Repeat("]}", 60));
        Assert.Contains("terlalu panjang jalurnya", (await admin.KirimJsonAsync(Contoh.Jalur, $$"""{"model":{"root":{{dalam}}} }""")).Alasan()[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_steps_are_published_and_one_more_is_refused()
    {
        static string Alur(int jumlah) => $$"""{"model":{"definitionId":"besar","name":"besar","root":{"id":"F","type":"Elsa.Sequence","activities":[{{string.Join(',', Enumerable.Range(0, jumlah).Select(i => $$"""{"id":"n{{i}}","type":"Elsa.WriteLine"}"""))}}]} },"publish":true}""";
        (await admin.KirimJsonAsync(Contoh.Jalur, Alur(9_999))).Harus(200);
        Assert.Contains("10000 langkah", Assert.Single((await admin.KirimJsonAsync(Contoh.Jalur, Alur(10_000))).Alasan()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_one_import_must_not_claim_the_same_definition()
    {
        var id = Contoh.IdBaru();
        using var kiriman = Berkas(("satu.json", Contoh.Kecil(id).ToJsonString()), ("dua.json", Contoh.Kecil(id, teks: "lain").ToJsonString()), ("tiga.json", "{"));
        var alasan = (await admin.KirimAsync(HttpMethod.Post, $"{Contoh.Jalur}/import-files", kiriman)).Alasan();
        Assert.Contains(alasan, a => a.StartsWith("dua.json:", StringComparison.Ordinal) && a.Contains("satu.json", StringComparison.Ordinal) && a.Contains(id, StringComparison.Ordinal));
        Assert.Contains(alasan, a => a.StartsWith("tiga.json:", StringComparison.Ordinal));
        (await admin.BacaAsync($"{Contoh.Jalur}/{id}")).Harus(404);
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_more_than_it_should_is_refused()
    {
        using var zip = new MemoryStream();
        using (var arsip = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var isi = await arsip.CreateEntry("bom.json").OpenAsync();
            for (var i = 0; i < 64; i++) await isi.WriteAsync(new byte[1024 * 1024]);
        }
        using var kiriman = new MultipartFormDataContent { { new ByteArrayContent(zip.ToArray()), "files", "bom.zip" } };
        Assert.Contains("5 MB", Assert.Single((await admin.KirimAsync(HttpMethod.Post, $"{Contoh.Jalur}/import-files", kiriman)).Alasan()), StringComparison.Ordinal);
        using var rusak = Berkas(("rusak.zip", "PK bukan zip"));
        Assert.Contains("ZIP", Assert.Single((await admin.KirimAsync(HttpMethod.Post, $"{Contoh.Jalur}/import-files", rusak)).Alasan()), StringComparison.Ordinal);
    }

    private static MultipartFormDataContent Berkas(params (string Nama, string Isi)[] berkas)
    {
        var kiriman = new MultipartFormDataContent();
        foreach (var (nama, isi) in berkas) kiriman.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(isi)), "files", nama);
        return kiriman;
    }
}
