using Dukcapil.Intake.PanggilanBalik;

namespace Dukcapil.Intake.Tests.PanggilanBalik;

/// <summary>Signatures of call-backs.</summary>
public sealed class RahasiaPanggilanTests
{
    [Fact]
    public void The_signature_is_that_of_Standard_Webhooks()
    {
        // Computed with: printf '%s' "$id.$time.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:… -binary | base64
        var tandaTangan = RahasiaPanggilan.TandaTangan(
            "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", Guid.Parse("0197a000-0000-7000-8000-000000000001"),
            DateTimeOffset.FromUnixTimeSeconds(1767225600), """{"type":"uji"}""");
        Assert.Equal("v1,9nfG50Ve+ENgw5uRerxF5mKe67n0+n7BlN9IyxQy+uM=", tandaTangan);
    }

    [Fact]
    public void Every_key_is_another() => Assert.NotEqual(RahasiaPanggilan.Buat(), RahasiaPanggilan.Buat());
}
