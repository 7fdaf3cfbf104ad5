using System.Net;
using Dukcapil.Intake.PanggilanBalik;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.Intake.Tests.PanggilanBalik;

/// <summary>Where call-backs may go, and where not (OWASP API 7: server side request forgery).</summary>
public sealed class TujuanPanggilanTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("198.18.0.1")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void Inner_and_special_addresses_are_closed(string ip) => Assert.False(Tujuan().Boleh(IPAddress.Parse(ip)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("103.10.20.30")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:4700::1111")]
    public void Public_addresses_are_open(string ip) => Assert.True(Tujuan().Boleh(IPAddress.Parse(ip)));

    [Fact]
    public void What_the_office_allows_is_open_and_no_more()
    {
        var tujuan = Tujuan(("PanggilanBalik:Jaringan:0", "10.20.0.0/16"));
        Assert.True(tujuan.Boleh(IPAddress.Parse("10.20.30.40")));
        Assert.True(tujuan.Boleh(IPAddress.Parse("::ffff:10.20.30.40")));
        Assert.False(tujuan.Boleh(IPAddress.Parse("10.21.0.1")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bukan alamat")]
    [InlineData("/jalur")]
    [InlineData("http://contoh.go.id/")]
    [InlineData("ftp://contoh.go.id/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://nama:sandi@contoh.go.id/")]
    [InlineData("https://contoh.go.id/#bagian")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:169.254.169.254]/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    public void An_address_that_cannot_be_called_is_refused_when_subscribing(string? alamat) => Assert.NotNull(Tujuan().Tolak(alamat));

    [Fact]
    public void An_ordinary_address_is_accepted() => Assert.Null(Tujuan().Tolak("https://sistem.contoh.go.id/panggilan?kanal=kk"));

    [Theory]
    [InlineData("http://localhost:1/")]
    public async Task A_name_that_leads_inside_is_not_connected_to(string alamat)
    {
        using var klien = new HttpClient(Tujuan().Penghubung());
        var galat = await Assert.ThrowsAsync<HttpRequestException>(() => klien.GetAsync(new Uri(alamat), TestContext.Current.CancellationToken));
        Assert.IsType<TujuanDilarangException>(galat.InnerException);
    }

    private static TujuanPanggilan Tujuan(params (string Nama, string Nilai)[] setelan) => new(
        new ConfigurationBuilder().AddInMemoryCollection(setelan.Select(s => KeyValuePair.Create(s.Nama, (string?)s.Nilai))).Build());
}
