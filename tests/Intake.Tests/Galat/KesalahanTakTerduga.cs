using System.Text;
using System.Text.Json;
using Dukcapil.Contracts;
using Microsoft.AspNetCore.Builder;

namespace Dukcapil.Intake.Tests.Galat;

/// <summary>What nobody foresaw: here a folder for attachments that is no folder.</summary>
public sealed class KesalahanTakTerduga(KesalahanTakTerduga.TanpaFolder layanan) : IClassFixture<KesalahanTakTerduga.TanpaFolder>
{
    [Fact]
    public async Task The_answer_says_nothing_of_the_inside_has_a_trace_id_and_is_as_safe_as_any_other()
    {
        using var isi = new MultipartFormDataContent
        {
            { new StringContent(JsonSerializer.Serialize(LayananLoket.Permohonan()), Encoding.UTF8, "application/json"), "permohonan" },
            { new ByteArrayContent("%PDF-1.7\n"u8.ToArray()), "KK_LAMA", "kk.pdf" },
        };
        using var jawaban = await layanan.Sebagai("loket-1", "LOKET").BukaAsync(HttpMethod.Post, "/api/v1/permohonan", isi, ("Idempotency-Key", Guid.NewGuid().ToString()));
        var teks = await jawaban.Content.ReadAsStringAsync();
        Assert.Equal(500, (int)jawaban.StatusCode);
        Assert.Equal("application/problem+json", jawaban.Content.Headers.ContentType?.MediaType);
        Assert.Matches("\"traceId\":\"[0-9a-f]{32}\"", teks);
        Assert.DoesNotContain(layanan.Berkas, teks, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", teks, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(jawaban.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Assert.Single(jawaban.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("no-referrer", Assert.Single(jawaban.Headers.GetValues("Referrer-Policy")));
        Assert.True(jawaban.Headers.CacheControl?.NoStore);
    }

    /// <summary>Intake with a file where its folder should be.</summary>
    public sealed class TanpaFolder() : LayananUji(ServiceNames.Intake)
    {
        internal string Berkas { get; } = Path.GetTempFileName();

        /// <inheritdoc/>
        protected override IEnumerable<KeyValuePair<string, string?>> Setelan => [new("Files:Path", Berkas)];

        /// <inheritdoc/>
        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            File.Delete(Berkas);
        }

        /// <inheritdoc/>
        protected override WebApplication Bangun(WebApplicationBuilder builder) => IntakeService.Build(builder);
    }
}
