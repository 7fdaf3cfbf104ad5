using Dukcapil.Kependudukan;
using Microsoft.Extensions.Configuration;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>The office this installation serves: section <c>Kantor</c> with Kode, Nama, Wilayah (<c>99.01</c>) and Zona (IANA name).</summary>
public static class KantorSetting
{
    /// <summary>Reads the office.</summary>
    public static Kantor Kantor(this IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetRequiredSection("Kantor");
        return new Kantor(Required("Kode"), Required("Nama"), KodeWilayah.Dari(Required("Wilayah")), Required("Zona"));

        string Required(string key) => section[key] ?? throw new InvalidOperationException($"Setting Kantor:{key} is missing.");
    }
}
