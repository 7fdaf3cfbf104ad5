using System.Net;
using System.Text.RegularExpressions;
using Dukcapil.Identity.FaktorKedua;
using Dukcapil.Identity.Tests.Peranti;

namespace Dukcapil.Identity.Tests.Masuk;

/// <summary>The second factor: RFC 6238, its setup, its one use per code, its replacement.</summary>
public sealed partial class FaktorKeduaTests(PenerbitBersama bersama) : IClassFixture<PenerbitBersama>
{
    private Penerbit Penerbit => bersama.Penerbit;

    // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long detik, string kode) =>
        Assert.Equal(kode, Totp.Kode("12345678901234567890"u8, Totp.Langkah(DateTimeOffset.FromUnixTimeSeconds(detik))));

    [Fact]
    public void The_secret_is_written_in_base32() => Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Teks("12345678901234567890"u8));

    [Fact]
    public async Task Who_has_none_must_set_one_up_before_anything_opens()
    {
        var petugas = await Penerbit.PemakaiAsync(false, "Petugas Uji", "LOKET");
        using var peramban = Penerbit.Peramban();
        var halaman = await peramban.MasukAsync(petugas);
        Assert.StartsWith("/masuk/faktor-kedua", halaman.Lanjut, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await peramban.BukaAsync("/akun")).Status);

        var pasang = await peramban.BukaAsync(halaman.Lanjut!);
        var rahasia = Dekode(Kunci().Match(pasang.Isi).Groups[1].Value);
        var salah = await peramban.IsiAsync(pasang, ("kode", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, salah.Status);
        var selesai = await peramban.IsiAsync(salah, ("kode", Totp.Kode(rahasia, Totp.Langkah(Penerbit.Jam.GetUtcNow()))));
        Assert.Equal(10, Pemulihan().Count(selesai.Isi));
        Assert.Equal(HttpStatusCode.OK, (await peramban.BukaAsync("/akun")).Status);
    }

    [Fact]
    public async Task A_password_alone_opens_nothing_when_there_is_a_second_factor()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var peramban = Penerbit.Peramban();
        var halaman = await peramban.IsiAsync(await peramban.BukaAsync("/masuk"), ("nama", petugas.NamaPengguna), ("sandi", Penerbit.SandiBaik));
        Assert.StartsWith("/masuk/kode", halaman.Lanjut, StringComparison.Ordinal);
        foreach (var jalur in (string[])["/akun", "/akun/sandi", "/kelola", Peramban.Otorisasi(Peramban.Pkce().Tantangan)])
            Assert.StartsWith("/masuk", (await peramban.BukaAsync(jalur)).Ke, StringComparison.Ordinal);
        // Nor does the page that sets one up, or the one that changes the password, out of turn.
        foreach (var jalur in (string[])["/masuk/faktor-kedua", "/masuk/sandi"])
        {
            var lain = await peramban.BukaAsync(jalur);
            var hasil = lain.Isi.Contains("name=\"baru\"", StringComparison.Ordinal)
                ? await peramban.IsiAsync(lain, ("baru", "sandi lain yang panjang"), ("ulang", "sandi lain yang panjang"))
                : lain;
            Assert.Equal(HttpStatusCode.Unauthorized, hasil.Status);
        }
    }

    [Fact]
    public async Task A_code_that_was_seen_counts_no_second_time()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        var kode = petugas.Kode();
        Assert.Equal("/akun", (await DenganKodeAsync(petugas, kode)).Lanjut);
        Assert.Equal(HttpStatusCode.Unauthorized, (await DenganKodeAsync(petugas, kode)).Status);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_once()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var peramban = Penerbit.Peramban();
        await peramban.MasukAsync(petugas);
        var kode = Pemulihan().Match((await peramban.IsiAsync(await peramban.BukaAsync("/akun"), "/akun/kode-pemulihan")).Isi).Groups[1].Value;
        Assert.Equal("/akun", (await DenganKodeAsync(petugas, kode.ToUpperInvariant())).Lanjut);
        Assert.Equal(HttpStatusCode.Unauthorized, (await DenganKodeAsync(petugas, kode)).Status);
    }

    [Fact]
    public async Task Guessing_codes_locks_the_account_as_guessing_passwords_does()
    {
        var petugas = await Penerbit.PemakaiAsync("LOKET");
        using var peramban = Penerbit.Peramban();
        var halaman = await peramban.IsiAsync(await peramban.BukaAsync("/masuk"), ("nama", petugas.NamaPengguna), ("sandi", Penerbit.SandiBaik));
        halaman = await peramban.BukaAsync(halaman.Lanjut!);
        for (var i = 0; i < 5; i++) halaman = await peramban.IsiAsync(halaman, ("kode", "000000"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await peramban.IsiAsync(halaman, ("kode", petugas.Kode()))).Status);
    }

    private async Task<Halaman> DenganKodeAsync(Pemakai petugas, string kode)
    {
        using var peramban = Penerbit.Peramban();
        var halaman = await peramban.IsiAsync(await peramban.BukaAsync("/masuk"), ("nama", petugas.NamaPengguna), ("sandi", Penerbit.SandiBaik));
        return await peramban.IsiAsync(await peramban.BukaAsync(halaman.Lanjut!), ("kode", kode));
    }

    private static byte[] Dekode(string base32)
    {
        var bita = new List<byte>();
        int sisa = 0, bit = 0;
        foreach (var huruf in base32)
        {
            sisa = ((sisa << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(huruf, StringComparison.Ordinal)) & 0xffff;
            if ((bit += 5) < 8) continue;
            bit -= 8;
            bita.Add((byte)(sisa >> bit));
        }
        return [.. bita];
    }

    [GeneratedRegex("""class="kode">([A-Z2-7]+)<""")]
    private static partial Regex Kunci();

    [GeneratedRegex("""<li>([a-z0-9-]{14})</li>""")]
    private static partial Regex Pemulihan();
}
