using System.Net.Sockets;
using System.Text;

namespace Dukcapil.Intake.Tests.Serangan;

/// <summary>OWASP API4:2023, unrestricted resource consumption: bodies that are too large, too deep or never come, pages without end.</summary>
public sealed class Api4Sumber(LayananLoket layanan) : IClassFixture<LayananLoket>
{
    private const string Jalur = "/api/v1/permohonan";

    [Theory]
    [InlineData("?batas=0")]
    [InlineData("?batas=-1")]
    [InlineData("?batas=201")]
    [InlineData("?batas=2147483647")]
    [InlineData("?batas=99999999999999999999")]
    public async Task A_page_is_as_long_as_allowed(string kueri) => (await layanan.Loket.BacaAsync(Jalur + kueri)).Harus(400);

    [Fact]
    public async Task A_body_that_is_deep_or_large_is_refused_before_it_is_understood()
    {
        var sebelum = await layanan.TersimpanAsync();
        var dalam = new string('[', 100_000) + new string(']', 100_000);
        Assert.InRange((await KirimAsync($$"""{ "jenis": "KK_HILANG", "pemohon": {{dalam}} }""")).Status, 400, 499);
        Assert.Equal(413, (await KirimAsync($$"""{ "jenis": "KK_HILANG", "pemohon": { "nama": "{{new string('A', 2_000_000)}}" } }""")).Status);
        Assert.InRange((await KirimAsync($$"""{ "jenis": "KK_HILANG", "pemohon": { "nama": "{{new string('A', 100_000)}}" } }""")).Status, 400, 499);
        Assert.Equal(sebelum, await layanan.TersimpanAsync());
    }

    [Fact]
    public async Task Senders_that_begin_a_body_and_let_it_stand_are_cut_off_while_others_are_served()
    {
        var alamat = layanan.Loket.Alamat;
        var lambat = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 30; i++)
            {
                var soket = new TcpClient();
                lambat.Add(soket);
                await soket.ConnectAsync(alamat.Host, alamat.Port);
                await soket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                    $"POST {Jalur} HTTP/1.1\r\nHost: {alamat.Authority}\r\nAuthorization: Bearer {layanan.Loket.Token}\r\nIdempotency-Key: {Guid.NewGuid()}\r\n" +
                    "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"));
            }
            (await layanan.Loket.BacaAsync(Jalur)).Harus(200);
            // Kestrel's least rate of a body, 240 bytes a second after five seconds' grace: the connection ends, whatever it says before.
            await Task.WhenAll(lambat.Select(HabisAsync)).WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            foreach (var soket in lambat) soket.Dispose();
        }
    }

    private async Task<Jawaban> KirimAsync(string isi)
    {
        using var badan = new StringContent(isi, Encoding.UTF8, "application/json");
        return await layanan.Loket.KirimAsync(HttpMethod.Post, Jalur, badan);
    }

    private static async Task HabisAsync(TcpClient soket)
    {
        var penampung = new byte[4096];
        try
        {
            while (await soket.GetStream().ReadAsync(penampung) > 0)
            {
                // An answer before the end.
            }
        }
        catch (IOException)
        {
            // Reset: ended too.
        }
    }
}
