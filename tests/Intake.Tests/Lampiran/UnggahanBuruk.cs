using System.IO.Compression;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Dukcapil.Intake.Tests.Lampiran;

/// <summary>Uploads that are not what they say, or do not arrive whole: refused by name, and nothing is left of them, neither rows nor files.</summary>
public sealed class UnggahanBuruk(LayananLoket layanan) : IClassFixture<LayananLoket>
{
    private const string Jalur = "/api/v1/permohonan";
    private static readonly byte[] Pdf = "%PDF-1.7\n% berkas uji\n"u8.ToArray();

    public static TheoryData<string, byte[]> BukanBerkasLampiran => new()
    {
        { "a Windows program called a PDF", [.. "MZ"u8, .. new byte[200]] },
        { "an ELF program", [0x7F, .. "ELF"u8, .. new byte[200]] },
        { "a script", "#!/bin/sh\nrm -rf /\n"u8.ToArray() },
        { "a zip archive", Zip() },
        { "a PDF that begins after something else", [.. "MZ"u8, .. Pdf] },
        { "an image of an unknown kind", "GIF89a"u8.ToArray() },
        { "an SVG with a script", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray() },
        { "nothing", [] },
    };

    [Theory]
    [MemberData(nameof(BukanBerkasLampiran))]
    public async Task What_is_no_document_is_refused_by_its_content(string apa, byte[] isi)
    {
        var sebelum = (await layanan.TersimpanAsync(), layanan.Berkas.Count);
        using var permintaan = Multipart(isi);
        var jawaban = (await layanan.Loket.KirimAsync(HttpMethod.Post, Jalur, permintaan)).HarusMasalah(422, "isian-tidak-sah");
        Assert.True(jawaban.Json.GetProperty("errors").TryGetProperty("KK_LAMA", out _), $"{apa}: {jawaban.Isi}");
        Assert.Equal(sebelum, (await layanan.TersimpanAsync(), layanan.Berkas.Count));
    }

    [Fact]
    public async Task A_compressed_body_is_not_unpacked()
    {
        // 100 MB of spaces in 100 KB.
        using var bom = new MemoryStream();
        await using (var gzip = new GZipStream(bom, CompressionLevel.SmallestSize, leaveOpen: true)) await gzip.WriteAsync(Enumerable.Repeat((byte)' ', 100_000_000).ToArray());
        using var isi = new ByteArrayContent(bom.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json"), ContentEncoding = { "gzip" } } };
        var sebelum = GC.GetTotalAllocatedBytes();
        var jawaban = await layanan.Loket.KirimAsync(HttpMethod.Post, Jalur, isi);
        Assert.InRange(jawaban.Status, 400, 499);
        Assert.InRange(GC.GetTotalAllocatedBytes() - sebelum, 0, 20_000_000);
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        var sebelum = (await layanan.TersimpanAsync(), layanan.Berkas.Count);
        using var permintaan = Multipart([.. Pdf, .. new byte[1_000_000]]);
        var badan = await permintaan.ReadAsByteArrayAsync();
        var alamat = layanan.Loket.Alamat;
        using (var soket = new TcpClient())
        {
            await soket.ConnectAsync(alamat.Host, alamat.Port);
            await using var aliran = soket.GetStream();
            await aliran.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {Jalur} HTTP/1.1\r\nHost: {alamat.Authority}\r\nAuthorization: Bearer {layanan.Loket.Token}\r\nIdempotency-Key: {Guid.NewGuid()}\r\n" +
                $"Content-Type: {permintaan.Headers.ContentType}\r\nContent-Length: {badan.Length}\r\n\r\n"));
            await aliran.WriteAsync(badan.AsMemory(0, 700_000));
            await Tunggu.SampaiAsync("isi yang pertama tiba", () => Task.FromResult(layanan.Berkas.Count > sebelum.Item2));
        }
        await Tunggu.SampaiAsync("sisanya dibuang", () => Task.FromResult(layanan.Berkas.Count == sebelum.Item2));
        Assert.Equal(sebelum.Item1, await layanan.TersimpanAsync());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("KK_LAMA\r\nX-Jahat: 1")]
    [InlineData("kk_lama")]
    [InlineData("")]
    public async Task A_name_of_a_part_is_a_code_and_nothing_else(string nama)
    {
        var sebelum = (await layanan.TersimpanAsync(), layanan.Berkas.Count);
        using var permintaan = new MultipartFormDataContent("batas-uji") { { Json(), "permohonan" } };
        var bagian = new ByteArrayContent(Pdf);
        bagian.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{nama.ReplaceLineEndings(" ")}\"; filename=\"{nama.ReplaceLineEndings(" ")}\"");
        permintaan.Add(bagian);
        Assert.InRange((await layanan.Loket.KirimAsync(HttpMethod.Post, Jalur, permintaan)).Status, 400, 499);
        Assert.Equal(sebelum, (await layanan.TersimpanAsync(), layanan.Berkas.Count));
    }

    [Fact]
    public async Task What_is_a_document_is_stored_sealed_and_comes_back_as_it_was()
    {
        using var permintaan = Multipart([.. Pdf, .. "RAHASIA"u8]);
        var id = (await layanan.Loket.KirimAsync(HttpMethod.Post, Jalur, permintaan)).Harus(201).Json.GetProperty("id").GetString();
        var lampiran = Assert.Single((await layanan.Loket.BacaAsync($"{Jalur}/{id}")).Harus(200).Json.GetProperty("lampiran").EnumerateArray());
        Assert.EndsWith("RAHASIA", (await layanan.Loket.BacaAsync($"{Jalur}/{id}/lampiran/{lampiran.GetProperty("id").GetString()}")).Harus(200).Isi, StringComparison.Ordinal);
    }

    private static StringContent Json() => new(JsonSerializer.Serialize(LayananLoket.Permohonan()), Encoding.UTF8, "application/json");

    private static MultipartFormDataContent Multipart(byte[] berkas) => new() { { Json(), "permohonan" }, { new ByteArrayContent(berkas), "KK_LAMA", "kk.pdf" } };

    private static byte[] Zip()
    {
        using var isi = new MemoryStream();
        using (var zip = new ZipArchive(isi, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var nol = zip.CreateEntry("bom").Open();
            nol.Write(new byte[1_000_000]);
        }
        return isi.ToArray();
    }
}
