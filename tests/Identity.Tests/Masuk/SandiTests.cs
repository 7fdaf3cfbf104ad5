using System.Net;
using Dukcapil.Identity.Sandi;
using Dukcapil.Identity.Tests.Peranti;

namespace Dukcapil.Identity.Tests.Masuk;

/// <summary>Passwords: what may be one, the first one, changing it.</summary>
public sealed class SandiTests(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    [Theory]
    [InlineData("tujuh kuda melompati sungai")]
    [InlineData("xK9#qLp2vTz!")]
    [InlineData("ñandú corre lejos")]
    [InlineData("牛が坂を登って川を渡りました")]
    [InlineData("hujan turun di gunung")]
    public void A_phrase_or_random_characters_of_any_script_may_be_a_password(string sandi) =>
        Assert.Null(AturanSandi.Tolak(sandi, 12, "lina.loket", "Lina Loket", "9901"));

    [Theory]
    [InlineData("xK9#qLp2vTz")]
    [InlineData("Password1234!")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("qwertyuiop12")]
    [InlineData("bismillah1234")]
    [InlineData("Indonesia1945!")]
    [InlineData("dukcapil-loket-2026")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("9901010107900001")]
    [InlineData("123456789012")]
    [InlineData("Sulastri2026!!")]
    [InlineData("sulastri.wati99")]
    public void What_is_short_well_known_a_sequence_or_of_the_user_is_refused(string sandi) =>
        Assert.NotNull(AturanSandi.Tolak(sandi, 12, "sulastri.wati", "Sulastri Wati", "9901"));

    [Fact]
    public void A_request_cannot_make_the_hash_work_on_a_book() => Assert.NotNull(AturanSandi.Tolak(new string('x', 100_000), 12));

    [Fact]
    public async Task The_first_start_prints_one_administrator_whose_password_works_once()
    {
        await using var baru = await Penerbit.MulaiAsync();
        var sandi = baru.Cetakan.Split("Sandi sekali", 2)[1].Trim().Split(' ', '\n')[0];
        using var peramban = baru.Peramban();
        var halaman = await peramban.IsiAsync(await peramban.BukaAsync("/masuk"), ("nama", "admin"), ("sandi", sandi));
        Assert.StartsWith("/masuk/sandi", halaman.Lanjut, StringComparison.Ordinal);
        halaman = await peramban.BukaAsync(halaman.Lanjut!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await peramban.IsiAsync(halaman, ("baru", "adminadminadmin"), ("ulang", "adminadminadmin"))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await peramban.IsiAsync(halaman, ("baru", sandi), ("ulang", sandi))).Status);
        halaman = await peramban.IsiAsync(halaman, ("baru", Penerbit.SandiBaik), ("ulang", Penerbit.SandiBaik));
        Assert.StartsWith("/masuk/faktor-kedua", halaman.Lanjut, StringComparison.Ordinal);

        using var lain = baru.Peramban();
        halaman = await lain.IsiAsync(await lain.BukaAsync("/masuk"), ("nama", "admin"), ("sandi", sandi));
        Assert.Equal(HttpStatusCode.Unauthorized, halaman.Status);
        await baru.UlangAsync(new Dictionary<string, string?>());
        Assert.DoesNotContain("Sandi sekali", baru.Cetakan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_the_password_needs_the_present_one_and_ends_the_other_sessions()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var satu = Penerbit.Peramban();
        using var dua = Penerbit.Peramban();
        await satu.MasukAsync(petugas);
        await dua.MasukAsync(petugas);
        var formulir = await satu.BukaAsync("/akun/sandi");
        const string Baru = "delapan awan menutup bulan";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await satu.IsiAsync(formulir, ("lama", "salah"), ("baru", Baru), ("ulang", Baru))).Status);
        Assert.Equal(HttpStatusCode.OK, (await satu.IsiAsync(formulir, ("lama", Penerbit.SandiBaik), ("baru", Baru), ("ulang", Baru))).Status);
        Assert.Equal(HttpStatusCode.OK, (await satu.BukaAsync("/akun")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await dua.BukaAsync("/akun")).Status);
    }
}
