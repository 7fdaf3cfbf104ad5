using Microsoft.Extensions.Configuration;

namespace Dukcapil.ServiceDefaults.Books;

/// <summary>
/// What the QR of a receipt or proof holds: the address of the page that verifies it, with the code behind <c>#</c>, which no browser sends and no server
/// logs. Setting <c>Verifikasi:Alamat</c>, for example <c>https://kk.contoh.go.id/periksa</c>; without it the code alone.
/// </summary>
public static class TautanPeriksa
{
    /// <summary>Writes it.</summary>
    public static string Dari(IConfiguration configuration, string kode)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["Verifikasi:Alamat"] is { Length: > 0 } alamat ? $"{alamat.TrimEnd('/')}#{kode}" : kode;
    }
}
