using Microsoft.Extensions.Configuration;

namespace Dukcapil.ServiceDefaults.Kewenangan;

/// <summary>What an office may decide about authority; section <c>Wewenang</c>.</summary>
public sealed class SetelanWewenang
{
    private const int UmurLazim = 30;

    private static readonly Dictionary<string, string[]> PenyeliaLazim = new(StringComparer.Ordinal)
    {
        [Auth.Peran.Loket] = [Auth.Peran.Kasi, Auth.Peran.Kabid, Auth.Peran.Kadis],
        [Auth.Peran.Kasi] = [Auth.Peran.Kabid, Auth.Peran.Kadis],
    };

    private readonly Dictionary<string, string[]> penyelia;

    /// <summary>Reads the section.</summary>
    public SetelanWewenang(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Wewenang");
        UmurSalinan = TimeSpan.FromSeconds(section.GetValue("UmurSalinanDetik", UmurLazim));
        penyelia = new(PenyeliaLazim, StringComparer.Ordinal);
        foreach (var peran in section.GetSection("Penyelia").GetChildren())
            penyelia[peran.Key] = (peran.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary><c>UmurSalinanDetik</c>: a copy that was not confirmed for so long refuses delegated acts. 30 s when left out.</summary>
    public TimeSpan UmurSalinan { get; }

    /// <summary><c>Penyelia:LOKET</c> = <c>KASI,KABID</c> …: roles whose holders supervise the tasks of a role; KADIS when nothing is said.</summary>
    public IReadOnlyList<string> Penyelia(string peran) => penyelia.TryGetValue(peran, out var atasan) ? atasan : [Auth.Peran.Kadis];
}
