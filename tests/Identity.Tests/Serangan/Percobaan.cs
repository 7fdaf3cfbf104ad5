using System.Net;
using Dukcapil.Identity.Tests.Peranti;

namespace Dukcapil.Identity.Tests.Serangan;

/// <summary>Guessing passwords.</summary>
public sealed class Percobaan(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_for_a_quarter_of_an_hour()
    {
        await using var penerbit = await Penerbit.MulaiAsync();
        var petugas = await penerbit.PemakaiAsync("LOKET");
        using var peramban = penerbit.Peramban();
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await peramban.MasukAsync(petugas, "salah " + i)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await peramban.MasukAsync(petugas)).Status);
        penerbit.Jam.Maju(TimeSpan.FromMinutes(15));
        Assert.Equal("/akun", (await peramban.MasukAsync(petugas)).Lanjut);
    }

    [Fact]
    public async Task Fifty_guesses_at_once_are_counted_too()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        var jawaban = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            using var peramban = Penerbit.Peramban();
            // The right one among them: were all fifty looked at, one would open.
            return await peramban.IsiAsync(
                await peramban.BukaAsync("/masuk"), ("nama", petugas.NamaPengguna), ("sandi", i < 45 ? "salah " + i : Penerbit.SandiBaik));
        }));
        Assert.True(jawaban.Count(j => j.Lanjut is not null) <= 5, "More than five guesses were looked at.");
        using var terakhir = Penerbit.Peramban();
        Assert.Equal(HttpStatusCode.Unauthorized, (await terakhir.MasukAsync(petugas)).Status);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_there_is_such_a_user_or_whether_it_is_locked()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var peramban = Penerbit.Peramban();
        var tidakAda = await peramban.MasukAsync(petugas with { NamaPengguna = "tidak-ada" });
        var salah = await peramban.MasukAsync(petugas, "salah");
        for (var i = 0; i < 5; i++) await peramban.MasukAsync(petugas, "salah");
        var terkunci = await peramban.MasukAsync(petugas);
        Assert.Equal([HttpStatusCode.Unauthorized], new[] { tidakAda.Status, salah.Status, terkunci.Status }.Distinct());
        Assert.Single(new[] { tidakAda, salah, terkunci }.Select(h => h.Isi.Replace(h.Formulir().Tersembunyi[0].Item2, "", StringComparison.Ordinal)).Distinct());
    }

    [Fact]
    public async Task An_address_that_guesses_at_many_users_is_stopped()
    {
        await using var penerbit = await Penerbit.MulaiAsync(new Dictionary<string, string?> { ["BatasLaju:MasukPerAlamat"] = "10" });
        using var peramban = penerbit.Peramban();
        var petugas = await penerbit.PemakaiAsync("LOKET");
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await peramban.MasukAsync(petugas with { NamaPengguna = "korban-" + i })).Status);
        var ditolak = await peramban.MasukAsync(petugas);
        Assert.Equal(HttpStatusCode.TooManyRequests, ditolak.Status);
        Assert.NotNull(ditolak.Jawaban.Headers.RetryAfter);
    }

    [Fact]
    public async Task An_address_cannot_be_made_up_in_a_header()
    {
        await using var penerbit = await Penerbit.MulaiAsync(new Dictionary<string, string?> { ["BatasLaju:MasukPerAlamat"] = "3" });
        using var peramban = penerbit.Peramban();
        var halaman = await peramban.BukaAsync("/masuk");
        HttpResponseMessage? terakhir = null;
        for (var i = 0; i < 4; i++)
        {
            using var permintaan = new HttpRequestMessage(HttpMethod.Post, "/masuk")
            {
                Content = new FormUrlEncodedContent(halaman.Formulir().Tersembunyi.Append(("nama", "a")).Append(("sandi", "b")).Select(i => KeyValuePair.Create(i.Item1, i.Item2))),
            };
            permintaan.Headers.Add("X-Forwarded-For", $"203.0.113.{i}");
            terakhir = await peramban.KirimAsync(permintaan);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, terakhir!.StatusCode);
    }

    [Fact]
    public async Task A_caller_that_floods_the_api_is_told_when_to_come_back()
    {
        await using var penerbit = await Penerbit.MulaiAsync(new Dictionary<string, string?>
        {
            ["BatasLaju:TanpaToken:Cadangan"] = "20",
            ["BatasLaju:TanpaToken:PerDetik"] = "1",
        });
        using var peramban = penerbit.Peramban();
        var jawaban = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => peramban.RestAsync(HttpMethod.Get, "/api/v1/identitas/saya", null)));
        var ditolak = jawaban.Where(j => j.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(ditolak);
        Assert.All(ditolak, j => Assert.NotNull(j.Jawaban.Headers.RetryAfter));
        Assert.Equal("urn:dukcapil:masalah:terlalu-banyak-permintaan", ditolak[0].Isi.GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.OK, (await peramban.BukaAsync("/health/live")).Status);
    }
}
