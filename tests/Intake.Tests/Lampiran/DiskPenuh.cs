using System.Net.Http.Headers;
using System.Text.Json;
using Dukcapil.Contracts;
using Microsoft.AspNetCore.Builder;

namespace Dukcapil.Intake.Tests.Lampiran;

/// <summary>A disk that fills up while attachments come in: 507 in words, nothing half written, and the same filing works when there is room.</summary>
public sealed class DiskPenuh(DiskPenuh.Layanan layanan) : IClassFixture<DiskPenuh.Layanan>
{
    private const int Besar = 200_000;
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. new byte[Besar]];

    [Theory]
    [InlineData(1000)]
    [InlineData(Besar + 20_000)]
    public async Task A_filing_whose_first_or_second_attachment_finds_no_room_leaves_nothing_and_can_be_repeated(long sisa)
    {
        var kunci = Guid.NewGuid().ToString();
        layanan.Disk.Sisa = sisa;
        var penuh = await AjukanAsync(kunci);
        Assert.Equal(507, penuh.Status);
        Assert.Equal("urn:dukcapil:masalah:penyimpanan-penuh", penuh.Isi.GetProperty("type").GetString());
        Assert.Contains("Tidak ada yang berubah", penuh.Isi.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(layanan.Folder.EnumerateFiles("*", SearchOption.AllDirectories));

        layanan.Disk.Sisa = null;
        var diterima = await AjukanAsync(kunci);
        Assert.Equal(201, diterima.Status);
        var rincian = (await layanan.Sebagai("loket-1", "LOKET").BacaAsync("/api/v1/permohonan/" + diterima.Isi.GetProperty("id").GetString())).Harus(200).Json;
        Assert.Equal(2, rincian.GetProperty("lampiran").GetArrayLength());
        foreach (var berkas in layanan.Folder.EnumerateFiles("*", SearchOption.AllDirectories)) berkas.Delete();
    }

    private async Task<(int Status, JsonElement Isi)> AjukanAsync(string kunci)
    {
        using var isi = new MultipartFormDataContent
        {
            { new StringContent(LayananLoket.Permohonan().ToJsonString(), new MediaTypeHeaderValue("application/json")), "permohonan" },
            { new ByteArrayContent(Pdf), "KK_LAMA", "kk.pdf" },
            { new ByteArrayContent(Pdf), "BUKU_NIKAH", "nikah.pdf" },
        };
        using var jawaban = await layanan.Sebagai("loket-1", "LOKET").BukaAsync(HttpMethod.Post, "/api/v1/permohonan", isi, ("Idempotency-Key", kunci));
        return ((int)jawaban.StatusCode, JsonSerializer.Deserialize<JsonElement>(await jawaban.Content.ReadAsByteArrayAsync()));
    }

    /// <summary>Intake with a disk that can be filled up.</summary>
    public sealed class Layanan() : LayananUji(ServiceNames.Intake)
    {
        private DiskUji? disk;

        internal DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("dukcapil-lampiran-");

        internal DiskUji Disk => disk ??= new(Folder.FullName);

        /// <inheritdoc/>
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            Folder.Delete(recursive: true);
        }

        /// <inheritdoc/>
        protected override WebApplication Bangun(WebApplicationBuilder builder)
        {
            Disk.Pasang(builder.Services);
            return IntakeService.Build(builder);
        }
    }
}
