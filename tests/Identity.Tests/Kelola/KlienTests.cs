using System.Net;
using Dukcapil.Identity.Tests.Peranti;
using Dukcapil.Identity.Tests.Token;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Dukcapil.Identity.Tests.Kelola;

/// <summary>Clients are changed, limited by name, and what they get is on record.</summary>
public sealed class KlienTests(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task A_system_whose_scopes_are_changed_keeps_its_secret_and_gets_the_new_ones_only()
    {
        var rahasia = await KlienSistem.DaftarAsync(Penerbit, new { id = "ubah-a", nama = "A", lingkup = new[] { "permohonan", "dokumen" } });
        var admin = await Penerbit.TokenAsync("ADMIN_IDENTITAS");
        using var peramban = Penerbit.Peramban();
        Assert.Equal(HttpStatusCode.OK, (await UbahAsync(peramban, admin, "ubah-a", new { id = "ubah-a", nama = "A baru", lingkup = new[] { "buku" } })).Status);
        Assert.Equal("invalid_request", (await KlienSistem.MintaAsync(peramban, "ubah-a", rahasia!, "dokumen")).GetProperty("error").GetString());
        var token = new JsonWebToken((await KlienSistem.MintaAsync(peramban, "ubah-a", rahasia!, "buku")).GetProperty("access_token").GetString());
        Assert.Equal(("A baru", "buku"), (token.GetClaim("name").Value, token.GetClaim("scope").Value));
    }

    [Fact]
    public async Task What_a_change_may_not_do_is_refused_and_changes_nothing()
    {
        await KlienSistem.DaftarAsync(Penerbit, new { id = "ubah-b", nama = "B", lingkup = new[] { "permohonan" } });
        var admin = await Penerbit.TokenAsync("ADMIN_IDENTITAS");
        using var peramban = Penerbit.Peramban();
        foreach (var (isi, status) in new (object, HttpStatusCode)[]
        {
            (new { id = "ubah-c", nama = "B", lingkup = new[] { "permohonan" } }, HttpStatusCode.UnprocessableEntity),
            (new { id = "ubah-b", nama = "B", alamatKembali = new[] { "https://jahat.example/" } }, HttpStatusCode.UnprocessableEntity),
            (new { id = "ubah-b", nama = "B", lingkup = new[] { "semua" } }, HttpStatusCode.UnprocessableEntity),
            (new { id = "ubah-b", nama = " ", lingkup = new[] { "permohonan" } }, HttpStatusCode.UnprocessableEntity),
        })
            Assert.Equal(status, (await UbahAsync(peramban, admin, "ubah-b", isi)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await UbahAsync(peramban, admin, "tidak-ada", new { id = "tidak-ada", nama = "B", lingkup = new[] { "permohonan" } })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await UbahAsync(peramban, await Penerbit.TokenAsync("LOKET"), "ubah-b", new { id = "ubah-b", nama = "B", lingkup = new[] { "ops" } })).Status);
        var (_, klien, _) = await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/klien/ubah-b", admin);
        Assert.Equal(["permohonan"], klien.GetProperty("lingkup").EnumerateArray().Select(l => l.GetString()));
    }

    [Fact]
    public async Task Every_token_of_a_system_and_the_first_administrator_are_in_the_journal()
    {
        await using var penerbit = await Penerbit.MulaiAsync();
        var rahasia = await KlienSistem.DaftarAsync(penerbit, new { id = "catat-a", nama = "A", lingkup = new[] { "permohonan" } });
        using var peramban = penerbit.Peramban();
        await KlienSistem.MintaAsync(peramban, "catat-a", rahasia!, "permohonan");
        await KlienSistem.MintaAsync(peramban, "catat-a", rahasia + "x", "permohonan");
        await penerbit.DenganAsync(async layanan =>
        {
            var jurnal = await layanan.GetRequiredService<ServiceDb>().Set<CatatanAudit>().ToListAsync();
            var admin = Assert.Single(jurnal, c => c.Tindakan == "pengguna.admin-pertama");
            Assert.Equal(("sistem:identity", "ADMIN_IDENTITAS"), (admin.Pelaku, admin.Rincian));
            var token = Assert.Single(jurnal, c => c.Tindakan == "token.terbit");
            Assert.Equal(("catat-a", "lingkup:permohonan", "rahasia"), (token.Pelaku, token.Wewenang, token.Rincian));
            Assert.NotNull(token.Dari);
        });
    }

    [Fact]
    public async Task A_caller_with_a_limit_of_its_own_is_held_to_it_and_others_are_not()
    {
        await using var penerbit = await Penerbit.MulaiAsync(new Dictionary<string, string?>
        {
            ["BatasLaju:Pemanggil:sempit:Cadangan"] = "5",
            ["BatasLaju:Pemanggil:sempit:PerDetik"] = "1",
        });
        var status = new Dictionary<string, List<HttpStatusCode>>();
        foreach (var id in new[] { "sempit", "lebar" })
        {
            var rahasia = await KlienSistem.DaftarAsync(penerbit, new { id, nama = id, lingkup = new[] { "permohonan" } });
            using var peramban = penerbit.Peramban();
            var token = (await KlienSistem.MintaAsync(peramban, id, rahasia!, "permohonan")).GetProperty("access_token").GetString();
            status[id] = [.. (await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/saya", token)))).Select(j => j.Status)];
        }
        Assert.Contains(HttpStatusCode.TooManyRequests, status["sempit"]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, status["lebar"]);
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Isi, HttpResponseMessage Jawaban)> UbahAsync(Peramban peramban, string token, string id, object isi) =>
        peramban.RestAsync(HttpMethod.Put, "/api/v1/identitas/klien/" + id, token, isi);
}
