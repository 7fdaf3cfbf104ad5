using System.Net;
using System.Text.Json;
using Dukcapil.Identity.Tests.Peranti;

namespace Dukcapil.Identity.Tests.Kelola;

/// <summary>Users over REST.</summary>
public sealed class PenggunaTests(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private const string Jalur = "/api/v1/identitas/pengguna";

    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task A_user_is_made_given_a_password_once_and_logs_in_with_it()
    {
        var (peramban, token) = await AdminAsync();
        using var _ = peramban;
        var (status, isi, jawaban) = await BuatAsync(peramban, token, "sari.dewi", "k-sari");
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal($"{Jalur}/{isi.GetProperty("id").GetString()}", jawaban.Headers.Location!.OriginalString);
        var (_, ulang, _) = await BuatAsync(peramban, token, "sari.dewi", "k-sari");
        Assert.Equal(isi.GetProperty("id").GetString(), ulang.GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await BuatAsync(peramban, token, "lain", "k-sari")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await BuatAsync(peramban, token, "lain", null)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await BuatAsync(peramban, token, "sari.dewi", "k-sari-2")).Status);

        var (_, sandi, _) = await peramban.RestAsync(HttpMethod.Post, $"{Jalur}/{isi.GetProperty("id").GetString()}/sandi-sekali", token);
        using var petugas = Penerbit.Peramban();
        var halaman = await petugas.IsiAsync(await petugas.BukaAsync("/masuk"), ("nama", "sari.dewi"), ("sandi", sandi.GetProperty("sandi").GetString()!));
        Assert.StartsWith("/masuk/sandi", halaman.Lanjut, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_names_the_version_it_was_made_on()
    {
        var (peramban, token) = await AdminAsync();
        using var _ = peramban;
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        var alamat = $"{Jalur}/{petugas.Id}";
        var (_, _, dibaca) = await peramban.RestAsync(HttpMethod.Get, alamat, token);
        var etag = dibaca.Headers.ETag!.Tag;
        var isi = new { nama = "Nama Baru", kantor = "9901", peran = new[] { "KASI" }, aktif = true };
        Assert.Equal((HttpStatusCode)428, (await peramban.RestAsync(HttpMethod.Put, alamat, token, isi)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await peramban.RestAsync(HttpMethod.Put, alamat, token, isi, ("If-Match", "\"99\""))).Status);
        var (status, diubah, _) = await peramban.RestAsync(HttpMethod.Put, alamat, token, isi, ("If-Match", etag));
        Assert.Equal((HttpStatusCode.OK, "Nama Baru"), (status, diubah.GetProperty("nama").GetString()));
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await peramban.RestAsync(HttpMethod.Put, alamat, token, isi, ("If-Match", etag))).Status);
    }

    [Theory]
    [InlineData("\"contoh\": true")]
    [InlineData("\"sandiHash\": \"x\"")]
    [InlineData("\"totpAktif\": false")]
    [InlineData("\"id\": \"00000000-0000-0000-0000-000000000001\"")]
    [InlineData("\"versi\": 9")]
    public async Task What_a_request_must_not_set_it_cannot_name(string anggota)
    {
        var (peramban, token) = await AdminAsync();
        using var _ = peramban;
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        var isi = $$"""{ "nama": "X", "kantor": "9901", "peran": ["LOKET"], "aktif": true, {{anggota}} }""";
        Assert.Equal(HttpStatusCode.BadRequest, (await peramban.RestAsync(HttpMethod.Put, $"{Jalur}/{petugas.Id}", token, isi, ("If-Match", "\"1\""))).Status);
    }

    [Fact]
    public async Task Nobody_gives_himself_a_role_or_takes_the_own_office_away()
    {
        var admin = await Penerbit.PemakaiAsync("ADMIN_IDENTITAS");
        using var peramban = Penerbit.Peramban();
        var token = (await peramban.TokenAsync(admin)).GetProperty("access_token").GetString()!;
        foreach (var (peran, aktif) in ((string[], bool)[])[(["ADMIN_IDENTITAS", "KADIS"], true), (["ADMIN_IDENTITAS"], false), ([], true)])
        {
            var (status, _, _) = await peramban.RestAsync(
                HttpMethod.Put, $"{Jalur}/{admin.Id}", token, new { nama = "X", kantor = "9901", peran, aktif }, ("If-Match", "\"1\""));
            Assert.Equal(HttpStatusCode.Forbidden, status);
        }
        // Nor by the page.
        var halaman = await peramban.BukaAsync($"/kelola/pengguna/{admin.Id}");
        var ditolak = await peramban.IsiAsync(halaman, ("nama", "X"), ("kantor", "9901"), ("peran", "ADMIN_IDENTITAS"), ("peran", "KADIS"), ("aktif", "ya"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, ditolak.Status);
    }

    [Theory]
    [InlineData("LOKET")]
    [InlineData("KADIS")]
    [InlineData("OPS")]
    [InlineData("ADMIN_ALUR")]
    [InlineData("AUDITOR")]
    [InlineData("SUPERVISOR")]
    public async Task Nobody_else_manages(string peran)
    {
        var token = await Penerbit.TokenAsync(peran);
        using var peramban = Penerbit.Peramban();
        foreach (var jalur in (string[])["pengguna", $"pengguna/{Guid.NewGuid()}", "kantor", "klien", "kunci"])
            Assert.Equal(HttpStatusCode.Forbidden, (await peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/" + jalur, token)).Status);
        await peramban.MasukAsync(await Penerbit.PemakaiAsync(peran));
        foreach (var jalur in (string[])["/kelola", "/kelola/kantor", "/kelola/klien", "/kelola/pengguna/baru"])
            Assert.Equal(HttpStatusCode.Forbidden, (await peramban.BukaAsync(jalur)).Status);
    }

    [Fact]
    public async Task A_lost_telephone_is_replaced_and_a_locked_account_opened()
    {
        var (peramban, token) = await AdminAsync();
        using var _ = peramban;
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var loket = Penerbit.Peramban();
        for (var i = 0; i < 5; i++) await loket.MasukAsync(petugas, "salah");
        Assert.Equal(HttpStatusCode.NoContent, (await peramban.RestAsync(HttpMethod.Post, $"{Jalur}/{petugas.Id}/buka-kunci", token)).Status);
        Assert.Equal("/akun", (await loket.MasukAsync(petugas)).Lanjut);
        Assert.Equal(HttpStatusCode.NoContent, (await peramban.RestAsync(HttpMethod.Delete, $"{Jalur}/{petugas.Id}/faktor-kedua", token)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await loket.BukaAsync("/akun")).Status);
        Assert.StartsWith("/masuk/faktor-kedua", (await loket.MasukAsync(petugas)).Lanjut, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AB", "Nama", "LOKET")]
    [InlineData("9901010107900001", "Nama", "LOKET")]
    [InlineData("spasi di dalam", "Nama", "LOKET")]
    [InlineData("nama.baik", "", "LOKET")]
    [InlineData("nama.baik", "Nama", "loket")]
    [InlineData("nama.baik", "Nama", "PEMOHON")]
    public async Task What_is_not_acceptable_names_its_field(string namaPengguna, string nama, string peran)
    {
        var (peramban, token) = await AdminAsync();
        using var _ = peramban;
        var (status, isi, _) = await peramban.RestAsync(
            HttpMethod.Post, Jalur, token, new { namaPengguna, nama, kantor = "9901", peran = new[] { peran } }, ("Idempotency-Key", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.NotEqual(default, isi.GetProperty("errors"));
    }

    [Fact]
    public async Task A_list_with_nothing_in_it_is_refused_and_not_stumbled_over()
    {
        var (peramban, token) = await AdminAsync();
        using var _ = peramban;
        const string Isi = """{ "namaPengguna": "nama.baik", "nama": "Nama", "kantor": "9901", "peran": [null] }""";
        var (status, isi, _) = await peramban.RestAsync(HttpMethod.Post, Jalur, token, Isi, ("Idempotency-Key", "k-null"));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(isi.GetProperty("errors").TryGetProperty("peran[0]", out JsonElement _));
    }

    private async Task<(Peramban Peramban, string Token)> AdminAsync() => (Penerbit.Peramban(), await Penerbit.TokenAsync("ADMIN_IDENTITAS"));

    private static Task<(HttpStatusCode Status, JsonElement Isi, HttpResponseMessage Jawaban)> BuatAsync(Peramban peramban, string token, string namaPengguna, string? kunci) =>
        peramban.RestAsync(
            HttpMethod.Post, Jalur, token, new { namaPengguna, nama = "Sari Dewi", kantor = "9901", peran = new[] { "LOKET" } },
            kunci is null ? [] : [("Idempotency-Key", kunci)]);
}
