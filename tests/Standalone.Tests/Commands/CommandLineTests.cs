using Xunit;

namespace Dukcapil.Standalone.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("layani")]
    [InlineData("demo")]
    [InlineData("token")]
    [InlineData("rekonsiliasi")]
    [InlineData("pesan-galat")]
    [InlineData("trace")]
    [InlineData("periksa")]
    [InlineData("izin")]
    [InlineData("audit")]
    [InlineData("kunci")]
    public async Task Help_lists_every_command(string perintah)
    {
        var (kode, keluaran, _) = await Layar.JalankanAsync("help");
        Assert.Equal(0, kode);
        Assert.Contains(keluaran.Split('\n'), baris => baris.TrimStart().TrimStart('[').StartsWith(perintah, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_command_is_refused_with_a_pointer_to_help()
    {
        var (kode, _, kesalahan) = await Layar.JalankanAsync("terbang");
        Assert.Equal(2, kode);
        Assert.Contains("'terbang' tidak dikenal", kesalahan, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("token", "LOKET")]
    [InlineData("rekonsiliasi")]
    [InlineData("pesan-galat")]
    public async Task A_mistyped_data_folder_is_refused_and_not_made(params string[] perintah)
    {
        var folder = Path.Combine(Path.GetTempPath(), "tidak-ada-" + Guid.NewGuid());
        var (kode, _, kesalahan) = await Layar.JalankanAsync([.. perintah, "--data", folder]);
        Assert.Equal(2, kode);
        Assert.Contains("tidak ditemukan", kesalahan, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_token_without_a_role_names_the_roles()
    {
        var (kode, _, kesalahan) = await Layar.JalankanAsync("token");
        Assert.Equal(2, kode);
        Assert.Contains("LOKET, KASI, KABID, KADIS", kesalahan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grace_period_that_is_no_number_is_refused()
    {
        var (kode, _, kesalahan) = await Layar.JalankanAsync("rekonsiliasi", "--tenggang", "semenit");
        Assert.Equal(2, kode);
        Assert.Contains("--tenggang", kesalahan, StringComparison.Ordinal);
    }
}
