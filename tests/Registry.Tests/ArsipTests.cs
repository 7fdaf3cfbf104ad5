using Dukcapil.Registry.Arsip;
using Dukcapil.ServiceDefaults.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Registry.Tests;

/// <summary>An office that keeps files for two years.</summary>
public sealed class LayananRetensi : LayananRegistri
{
    private protected override IEnumerable<KeyValuePair<string, string?>> Tambahan => [new("Registry:RetensiTahun", "2")];
}

/// <summary>Archive of files: content-addressed, encrypted, checked.</summary>
public sealed class ArsipTests(LayananRetensi layanan) : IClassFixture<LayananRetensi>
{
    private static byte[] Png(byte isi) => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, isi, 2, 3];

    [Theory]
    [InlineData("bit")]
    [InlineData("panjang")]
    [InlineData("terpotong")]
    [InlineData("hilang")]
    [InlineData("ditukar")]
    public async Task A_file_altered_on_disk_is_not_given_out_and_the_check_reports_it(string cara)
    {
        var (berkas, id, jalur) = await UnggahAsync((byte)cara.Length);
        var bita = await File.ReadAllBytesAsync(jalur);
        switch (cara)
        {
            case "bit": bita[^1] ^= 1; break;
            case "panjang": bita[3] = 0x7f; break;
            case "terpotong": bita = bita[..^3]; break;
            case "ditukar": bita = await File.ReadAllBytesAsync((await UnggahAsync(99)).Jalur); break;
            default: break;
        }
        if (cara == "hilang") File.Delete(jalur);
        else await File.WriteAllBytesAsync(jalur, bita);

        var unduh = await berkas.Loket.KirimJsonAsync($"/api/v1/registri/permohonan/{berkas.Id}/berkas-arsip/{id}/unduh", new { alasan = "Sengketa penerimaan kartu." });
        unduh.HarusMasalah(500, "arsip-rusak");
        var laporan = await PeriksaAsync();
        Assert.Equal(cara == "hilang" ? KeadaanBerkas.Hilang : KeadaanBerkas.Berubah, Assert.Single(laporan.Temuan, t => t.BerkasId == id).Keadaan);
        var ops = (await layanan.Sebagai("ops", "OPS").BacaAsync("/api/v1/ops/registry/arsip")).Harus(200).Json;
        Assert.Contains(ops[0].GetProperty("temuan").EnumerateArray(), t => t.GetProperty("berkasId").GetGuid() == id);
        (await berkas.Loket.BacaAsync("/api/v1/ops/registry/arsip")).Harus(403);

        // The same content again is the same file, whole again.
        await UnggahAsync((byte)cara.Length);
        Assert.DoesNotContain((await PeriksaAsync()).Temuan, t => t.BerkasId == id);
    }

    [Fact]
    public async Task A_file_that_opens_and_is_not_what_its_row_says_is_not_given_out()
    {
        var toko = layanan.Services.GetRequiredService<FileStore>();
        var satu = await toko.WriteOnceAsync(Png(77), CancellationToken.None);
        var lain = await toko.WriteOnceAsync(Png(78), CancellationToken.None);
        Assert.Equal(Png(77), await toko.ReadAsync(satu.Name, satu.Sha256, CancellationToken.None));
        await Assert.ThrowsAsync<FileDamagedException>(() => toko.ReadAsync(satu.Name, lain.Sha256, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_of_a_picture_is_readable_on_disk()
    {
        var (_, _, jalur) = await UnggahAsync(200);
        Assert.Equal(-1, (await File.ReadAllBytesAsync(jalur)).AsSpan().IndexOf(Png(200).AsSpan(1, 6)));
    }

    [Fact]
    public async Task What_no_step_used_goes_after_a_month_and_the_rest_after_the_time_of_keeping()
    {
        var (berkas, pakai, jalurPakai) = await UnggahAsync(101);
        var (_, tidak, jalurTidak) = await UnggahAsync(102);
        (await berkas.SelesaikanAsync(berkas.TugasSerah!, berkas.Serah(citra: pakai), "Diserahkan")).Harus(200);

        layanan.Jam.Maju(TimeSpan.FromDays(31));
        await PeriksaAsync();
        Assert.True(File.Exists(jalurPakai), "Yang dipakai masih dalam masa simpan.");
        Assert.False(File.Exists(jalurTidak), "Yang tidak dipakai sudah dimusnahkan.");

        layanan.Jam.Maju(TimeSpan.FromDays(2 * 366));
        await PeriksaAsync();
        Assert.False(File.Exists(jalurPakai), "Masa simpan sudah lewat.");
        Assert.Equal(2, await layanan.DbAsync(db => db.BerkasArsip.CountAsync(b => (b.Id == pakai || b.Id == tidak) && b.DimusnahkanPada != null)));
    }

    [Fact]
    public async Task A_content_of_two_applications_is_stored_once_and_stays_as_long_as_one_of_them_needs_it()
    {
        var (satu, idSatu, jalur) = await UnggahAsync(150);
        var (_, idDua, jalurDua) = await UnggahAsync(150);
        Assert.Equal(jalur, jalurDua);
        (await satu.SelesaikanAsync(satu.TugasSerah!, satu.Serah(citra: idSatu), "Diserahkan")).Harus(200);
        layanan.Jam.Maju(TimeSpan.FromDays(31));
        await PeriksaAsync();
        Assert.NotNull(await layanan.DbAsync(db => db.BerkasArsip.Where(b => b.Id == idDua).Select(b => b.DimusnahkanPada).SingleAsync()));
        Assert.True(File.Exists(jalur));
    }

    [Fact]
    public async Task A_disk_that_is_full_in_the_middle_of_a_file_leaves_nothing_behind_and_is_told_apart()
    {
        var penuh = Assert.ThrowsAny<IOException>(() =>
        {
            using var berkas = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
            berkas.Write(new byte[64 * 1024]);
            berkas.Flush();
        });
        Assert.True(FileStore.IsFull(penuh));
        Assert.False(FileStore.IsFull(new IOException("lain")));

        var toko = layanan.Services.GetRequiredService<FileStore>();
        var sebelum = Directory.EnumerateFiles(layanan.FolderBerkas, "*", SearchOption.AllDirectories).Count();
        await Assert.ThrowsAnyAsync<IOException>(() => toko.WriteAsync(new AliranPutus(), 1024 * 1024, CancellationToken.None));
        Assert.Equal(sebelum, Directory.EnumerateFiles(layanan.FolderBerkas, "*", SearchOption.AllDirectories).Count());
    }

    private async Task<(BerkasUji Berkas, Guid Id, string Jalur)> UnggahAsync(byte isi)
    {
        var berkas = new BerkasUji(layanan);
        berkas.TugasSerah = await berkas.SiapSerahTerimaAsync();
        var jawaban = (await berkas.Loket.KirimBerkasAsync($"/api/v1/registri/tugas/{berkas.TugasSerah}/berkas-arsip?jenis=capJempolPenerima", Png(isi), "image/png")).Harus(201).Json;
        var sha = jawaban.GetProperty("sha256").GetString()!;
        return (berkas, jawaban.GetProperty("berkasId").GetGuid(), Path.Combine(layanan.FolderBerkas, sha[^2..], sha));
    }

    private async Task<PemeriksaanArsip> PeriksaAsync()
    {
        await using var lingkup = layanan.Services.CreateAsyncScope();
        return await lingkup.ServiceProvider.GetRequiredService<PemeriksaArsip>().JalankanAsync(null, CancellationToken.None);
    }

    private sealed class AliranPutus : MemoryStream
    {
        public AliranPutus()
            : base(new byte[200 * 1024])
        {
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 100 * 1024 ? throw new IOException("putus") : await base.ReadAsync(buffer, cancellationToken);
    }
}
