using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Registry.Tests;

/// <summary>An office whose disk can be filled up.</summary>
public sealed class LayananDisk : LayananRegistri
{
    private DiskUji? disk;

    /// <summary>Its disk.</summary>
    public DiskUji Disk => disk ??= new(FolderBerkas);

    /// <inheritdoc/>
    protected override WebApplication Bangun(WebApplicationBuilder builder)
    {
        Disk.Pasang(builder.Services);
        return base.Bangun(builder);
    }
}

/// <summary>No room for a file: told in words, nothing half written, and the same request works when there is room.</summary>
public sealed class DiskPenuhTests(LayananDisk layanan) : IClassFixture<LayananDisk>
{
    private static readonly byte[] Pindaian = [.. "%PDF-1.7 pindaian"u8, .. new byte[300_000]];

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    [InlineData(299_000)]
    public async Task A_disk_that_fills_up_in_the_middle_of_a_scan_is_507_and_leaves_nothing(long sisa)
    {
        var berkas = new BerkasUji(layanan);
        var alamat = $"/api/v1/registri/tugas/{await berkas.SiapRegistrasiAsync()}/berkas-arsip?jenis=pindaianKartu";
        var sebelum = Tersimpan();
        layanan.Disk.Sisa = sisa;
        var penuh = (await berkas.Loket.KirimBerkasAsync(alamat, Pindaian, "application/pdf")).HarusMasalah(507, "penyimpanan-penuh");
        Assert.Contains("Tidak ada yang berubah", penuh.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(sebelum, Tersimpan());
        Assert.Equal(0, await layanan.DbAsync(db => db.BerkasArsip.CountAsync(b => b.PermohonanId == berkas.Id)));

        layanan.Disk.Sisa = null;
        (await berkas.Loket.KirimBerkasAsync(alamat, Pindaian, "application/pdf")).Harus(201);
    }

    [Fact]
    public async Task The_file_of_a_card_from_SIAK_too()
    {
        var berkas = new BerkasUji(layanan);
        await berkas.SiapCetakAsync();
        var alamat = $"/api/v1/registri/tugas/{await berkas.TugasAsync("Dukcapil.UnggahBerkasSiak", "Selesai")}/berkas-siak";
        var sebelum = Tersimpan();
        layanan.Disk.Sisa = 1000;
        (await berkas.Loket.KirimBerkasAsync(alamat, Pindaian, "application/pdf")).HarusMasalah(507, "penyimpanan-penuh");
        layanan.Disk.Sisa = null;
        Assert.Equal(sebelum, Tersimpan());
        Assert.Equal(0, await layanan.DbAsync(db => db.BerkasKartu.CountAsync(b => b.PermohonanId == berkas.Id)));
    }

    [Theory]
    [InlineData(507, "InsufficientStorage", typeof(StorageFullException))]
    [InlineData(403, "QuotaExceeded", typeof(StorageFullException))]
    [InlineData(503, "SlowDown", typeof(StorageAwayException))]
    [InlineData(500, "InternalError", typeof(StorageAwayException))]
    [InlineData(403, "SignatureDoesNotMatch", typeof(Amazon.S3.AmazonS3Exception))]
    [InlineData(404, "NoSuchBucket", typeof(Amazon.S3.AmazonS3Exception))]
    public async Task A_bucket_that_refuses_says_why(int status, string kode, Type galat)
    {
        var peladen = WebApplication.CreateSlimBuilder();
        peladen.WebHost.UseUrls("http://127.0.0.1:0");
        await using var s3 = peladen.Build();
        var terlihat = new List<string>();
        s3.Run(async http =>
        {
            lock (terlihat) terlihat.Add(http.Request.Headers.Authorization.ToString());
            http.Response.StatusCode = status;
            http.Response.ContentType = "application/xml";
            await http.Response.WriteAsync($"<?xml version=\"1.0\"?><Error><Code>{kode}</Code><Message>uji</Message></Error>");
        });
        await s3.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(LayananS3.Bucket(new Uri(s3.Urls.First())));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Protection:Active"] = "k1", ["Protection:Keys:k1"] = Convert.ToBase64String(new byte[32]) });
        builder.Services.AddSingleton<Pelindung>();
        builder.AddFileStore("registry");
        await using var services = builder.Services.BuildServiceProvider();
        await Assert.ThrowsAsync(galat, () => services.GetRequiredService<FileStore>().WriteOnceAsync(Pindaian, CancellationToken.None));
        // Signed with the version that every compatible store knows, over the one body.
        Assert.All(terlihat, t => Assert.StartsWith("AWS4-HMAC-SHA256 Credential=S3RVER/", t, StringComparison.Ordinal));
        Assert.NotEmpty(terlihat);
    }

    private List<string> Tersimpan() => [.. Directory.EnumerateFiles(layanan.FolderBerkas, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
