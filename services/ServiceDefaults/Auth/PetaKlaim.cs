using System.Security.Claims;
using System.Text.Json;

namespace Dukcapil.ServiceDefaults.Auth;

/// <summary>The claims of any issuer under the names that our services read. What they do not read is left behind.</summary>
internal static class PetaKlaim
{
    /// <summary>Null when the token does not say whose it is.</summary>
    public static ClaimsPrincipal? Petakan(ClaimsPrincipal asal, NamaKlaim nama)
    {
        if (Nilai(asal, nama.Id).FirstOrDefault(v => v.Length > 0) is not { } id) return null;
        List<Claim> klaim = [new(ClaimNames.Subject, id)];
        foreach (var (ke, dari) in ((string, string)[])
            [(ClaimNames.Name, nama.Nama), (ClaimNames.Kantor, nama.Kantor), (ClaimNames.Peran, nama.Peran), (ClaimNames.Scope, nama.Lingkup), (ClaimNames.Sesi, ClaimNames.Sesi)])
        {
            klaim.AddRange(Nilai(asal, dari).Select(v => new Claim(ke, v)));
        }
        return new ClaimsPrincipal(new ClaimsIdentity(klaim, asal.Identity!.AuthenticationType, ClaimNames.Name, ClaimNames.Peran));
    }

    // A name with dots, for example a URL, may be the name of a claim itself; only otherwise it leads into an object.
    private static IEnumerable<string> Nilai(ClaimsPrincipal asal, string nama)
    {
        var langsung = asal.FindAll(nama).Select(c => c.Value).ToList();
        var titik = nama.IndexOf('.', StringComparison.Ordinal);
        if (langsung.Count > 0 || titik < 0) return langsung;
        return asal.FindAll(nama[..titik]).SelectMany(c => DariObjek(c.Value, nama[(titik + 1)..].Split('.')));
    }

    private static IEnumerable<string> DariObjek(string json, string[] jalur)
    {
        if (!json.StartsWith('{')) return [];
        using var dokumen = JsonDocument.Parse(json);
        var isi = dokumen.RootElement;
        foreach (var langkah in jalur)
        {
            if (isi.ValueKind != JsonValueKind.Object || !isi.TryGetProperty(langkah, out isi)) return [];
        }
        return isi.ValueKind switch
        {
            JsonValueKind.Array => [.. isi.EnumerateArray().Select(v => v.ToString())],
            JsonValueKind.String or JsonValueKind.Number => [isi.ToString()],
            _ => [],
        };
    }
}
