using Dukcapil.Registry.Arsip;
using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.Protection;
using Dukcapil.TestServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Registry.Tests;

/// <summary>An office whose archive is a bucket.</summary>
public sealed class LayananS3 : LayananRegistri
{
    /// <summary>Where the bucket is.</summary>
    public S3Server S3 { get; private set; } = null!;

    private protected override IEnumerable<KeyValuePair<string, string?>> Tambahan => Bucket(S3.Address);

    /// <summary>Settings that lead to a bucket.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Bucket(Uri alamat) =>
    [
        new("Files:S3:Endpoint", alamat.AbsoluteUri), new("Files:S3:Bucket", S3Server.Bucket),
        new("Files:S3:AccessKey", S3Server.AccessKey), new("Files:S3:SecretKey", S3Server.SecretKey),
    ];

    /// <inheritdoc/>
    protected override async Task<Basis> BasisAsync()
    {
        S3 = await S3Server.CreateAsync();
        return await base.BasisAsync();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await S3.DisposeAsync();
    }
}

/// <summary>The archive in an S3-compatible object store: the same promises as on a disk.</summary>
public sealed class ArsipS3Tests(LayananS3 layanan) : IClassFixture<LayananS3>
{
    private static byte[] Png(byte isi) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, isi, 2, 3, 4];

    [Fact]
    public async Task An_upload_lies_sealed_in_the_bucket_and_nowhere_else_and_is_given_out_with_a_reason()
    {
        var (berkas, id, jalur) = await UnggahAsync(1);
        Assert.Equal(-1, (await File.ReadAllBytesAsync(jalur)).AsSpan().IndexOf(Png(1).AsSpan(1, 6)));
        Assert.Empty(Directory.EnumerateFiles(layanan.FolderBerkas, "*", SearchOption.AllDirectories));
        Assert.Equal(Png(1), (await UnduhAsync(berkas, id)).Harus(200).Bita);
    }

    [Theory]
    [InlineData("bit", KeadaanBerkas.Berubah)]
    [InlineData("terpotong", KeadaanBerkas.Berubah)]
    [InlineData("ditukar", KeadaanBerkas.Berubah)]
    [InlineData("hilang", KeadaanBerkas.Hilang)]
    public async Task An_object_altered_in_the_bucket_is_not_given_out_and_the_check_reports_it(string cara, KeadaanBerkas keadaan)
    {
        var (berkas, id, jalur) = await UnggahAsync((byte)(10 + cara.Length));
        var bita = await File.ReadAllBytesAsync(jalur);
        switch (cara)
        {
            case "bit": bita[^1] ^= 1; break;
            case "terpotong": bita = bita[..^3]; break;
            case "ditukar": bita = await File.ReadAllBytesAsync((await UnggahAsync(99)).Jalur); break;
            default: break;
        }
        if (cara == "hilang") File.Delete(jalur);
        else await File.WriteAllBytesAsync(jalur, bita);

        (await UnduhAsync(berkas, id)).HarusMasalah(500, "arsip-rusak");
        Assert.Equal(keadaan, Assert.Single((await PeriksaAsync()).Temuan, t => t.BerkasId == id).Keadaan);

        await UnggahAsync((byte)(10 + cara.Length));
        Assert.DoesNotContain((await PeriksaAsync()).Temuan, t => t.BerkasId == id);
    }

    [Fact]
    public async Task What_no_step_used_goes_from_the_bucket_after_a_month()
    {
        var (_, id, jalur) = await UnggahAsync(40);
        layanan.Jam.Maju(TimeSpan.FromDays(31));
        await PeriksaAsync();
        Assert.False(File.Exists(jalur));
        Assert.NotNull(await layanan.DbAsync(db => db.BerkasArsip.Where(b => b.Id == id).Select(b => b.DimusnahkanPada).SingleAsync()));
    }

    [Fact]
    public async Task After_a_rotation_of_keys_every_object_is_sealed_anew_and_reads_the_same()
    {
        await using var lama = Toko("lama");
        var toko = lama.Services.GetRequiredService<FileStore>();
        var berkas = new List<StoredFile>();
        for (byte i = 0; i < 3; i++) berkas.Add(await toko.WriteOnceAsync([.. Png(i), .. new byte[200_000]], CancellationToken.None));
        var sebelum = await File.ReadAllBytesAsync(layanan.S3.FileOf("putar/" + berkas[0].Name));

        await using var baru = Toko("baru");
        toko = baru.Services.GetRequiredService<FileStore>();
        Assert.Equal(3, await toko.SegelUlangAsync(CancellationToken.None));
        Assert.Equal(0, await toko.SegelUlangAsync(CancellationToken.None));
        Assert.NotEqual(sebelum, await File.ReadAllBytesAsync(layanan.S3.FileOf("putar/" + berkas[0].Name)));
        foreach (var (b, i) in berkas.Select((b, i) => (b, i)))
            Assert.Equal((byte)i, (await toko.ReadAsync(b.Name, b.Sha256, CancellationToken.None))[8]);
    }

    [Fact]
    public async Task While_the_store_is_away_nothing_is_recorded_and_no_file_is_called_damaged()
    {
        var (berkas, id, _) = await UnggahAsync(60);
        await layanan.S3.StopAsync();
        try
        {
            (await UnduhAsync(berkas, id)).HarusMasalah(503, "penyimpanan-berkas-tidak-terjangkau");
            var unggah = $"/api/v1/registri/tugas/{berkas.TugasSerah}/berkas-arsip?jenis=capJempolPenerima";
            (await berkas.Loket.KirimBerkasAsync(unggah, Png(61), "image/png")).HarusMasalah(503, "penyimpanan-berkas-tidak-terjangkau");
            await Assert.ThrowsAsync<StorageAwayException>(PeriksaAsync);
        }
        finally
        {
            await layanan.S3.StartAsync();
        }
        Assert.Equal(1, await layanan.DbAsync(db => db.BerkasArsip.CountAsync(b => b.PermohonanId == berkas.Id)));
        Assert.DoesNotContain((await PeriksaAsync()).Temuan, t => t.BerkasId == id);
        Assert.Equal(Png(60), (await UnduhAsync(berkas, id)).Harus(200).Bita);
    }

    [Theory]
    [InlineData("Files:S3:Endpoint")]
    [InlineData("Files:S3:Bucket")]
    [InlineData("Files:S3:AccessKey")]
    [InlineData("Files:S3:SecretKey")]
    public void A_bucket_without_address_name_or_keys_is_refused_by_name(string tanpa)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(LayananS3.Bucket(layanan.S3.Address).Where(s => s.Key != tanpa));
        builder.AddFileStore("registry");
        using var services = builder.Services.BuildServiceProvider();
        Assert.Contains(tanpa, Assert.Throws<InvalidOperationException>(services.GetRequiredService<FileStore>).Message, StringComparison.Ordinal);
    }

    // A file store of its own below another prefix, under this key.
    private WebApplication Toko(string aktif)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(LayananS3.Bucket(layanan.S3.Address));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Files:S3:Prefix"] = "putar/",
            ["Protection:Active"] = aktif,
            ["Protection:Keys:lama"] = Convert.ToBase64String(new byte[32]),
            ["Protection:Keys:baru"] = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]),
        });
        builder.Services.AddSingleton<Pelindung>();
        builder.AddFileStore("registry");
        return builder.Build();
    }

    private static Task<Jawaban> UnduhAsync(BerkasUji berkas, Guid id) =>
        berkas.Loket.KirimJsonAsync($"/api/v1/registri/permohonan/{berkas.Id}/berkas-arsip/{id}/unduh", new { alasan = "Sengketa penerimaan kartu." });

    private async Task<(BerkasUji Berkas, Guid Id, string Jalur)> UnggahAsync(byte isi)
    {
        var berkas = new BerkasUji(layanan);
        berkas.TugasSerah = await berkas.SiapSerahTerimaAsync();
        var jawaban = (await berkas.Loket.KirimBerkasAsync($"/api/v1/registri/tugas/{berkas.TugasSerah}/berkas-arsip?jenis=capJempolPenerima", Png(isi), "image/png")).Harus(201).Json;
        return (berkas, jawaban.GetProperty("berkasId").GetGuid(), layanan.S3.FileOf("registry/" + jawaban.GetProperty("sha256").GetString()));
    }

    private async Task<PemeriksaanArsip> PeriksaAsync()
    {
        await using var lingkup = layanan.Services.CreateAsyncScope();
        return await lingkup.ServiceProvider.GetRequiredService<PemeriksaArsip>().JalankanAsync(null, CancellationToken.None);
    }
}
