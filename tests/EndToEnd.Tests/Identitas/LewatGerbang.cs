using Dukcapil.EndToEnd.Tests.Peranti;

namespace Dukcapil.EndToEnd.Tests.Identitas;

/// <summary>Our own issuer behind the gateway: under the one origin, with the public addresses.</summary>
[Collection(KumpulanTerdistribusi.Nama)]
public sealed class LewatGerbang(TerdistribusiPemasangan pemasangan)
{
    [Fact]
    public async Task Discovery_and_login_stand_under_the_public_origin()
    {
        var penemuan = (await pemasangan.KirimAsync(HttpMethod.Get, "/.well-known/openid-configuration")).Harus(200);
        Assert.Equal(pemasangan.Alamat.AbsoluteUri, penemuan.Teks("issuer"));
        foreach (var titik in (string[])["authorization_endpoint", "token_endpoint", "jwks_uri"])
            Assert.StartsWith(pemasangan.Alamat.AbsoluteUri, penemuan.Teks(titik), StringComparison.Ordinal);
        (await pemasangan.KirimAsync(HttpMethod.Get, new Uri(penemuan.Teks("jwks_uri")).PathAndQuery)).Harus(200);
        Assert.Contains("Nama pengguna", (await pemasangan.KirimAsync(HttpMethod.Get, "/masuk")).Harus(200).Isi, StringComparison.Ordinal);
        (await pemasangan.KirimAsync(HttpMethod.Get, "/openapi/identity.json")).Harus(200);
    }

    [Fact]
    public async Task A_token_that_was_issued_while_the_services_ran_is_accepted_by_all_of_them()
    {
        foreach (var (jalur, peran) in ((string, string)[])
            [("/api/v1/loket/tugas/x", "LOKET"), ("/api/v1/tugas", "LOKET"), ("/api/v1/registri/buku-agenda", "LOKET"), ("/elsa/api/workflow-definitions", "ADMIN_ALUR"),
                ("/api/v1/identitas/pengguna", "ADMIN_IDENTITAS")])
        {
            var jawaban = await pemasangan.BacaAsync(jalur, pemasangan.TokenUntuk(peran));
            Assert.True(jawaban.Status is 200 or 404, $"{jalur}: {jawaban.Status}");
        }
    }
}
