using Microsoft.Extensions.Configuration;

namespace Dukcapil.Identity.Tests.Peranti;

/// <summary>Settings in a line.</summary>
internal static class Konfigurasi
{
    public static IConfiguration AddInMemory(this ConfigurationBuilder builder, params (string Nama, string Nilai)[] setelan) =>
        builder.AddInMemoryCollection(setelan.Select(s => KeyValuePair.Create(s.Nama, (string?)s.Nilai))).Build();
}
