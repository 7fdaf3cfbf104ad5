using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dukcapil.Workflow.Running;

/// <summary>Ids of instances and of what is in them.</summary>
internal static class InstanceIds
{
    /// <summary>As Elsa's API shows an instance id.</summary>
    public static string Text(Guid id) => id.ToString("N");

    /// <summary>A public id of something within an instance: <c>{instance}.{local id}</c>. Opaque to others.</summary>
    public static string Public(Guid instance, string local) => $"{Text(instance)}.{local}";

    /// <summary>Takes a public id apart; false for anything else.</summary>
    public static bool TryParse(string? text, out Guid instance, out string local)
    {
        (instance, local) = (default, "");
        if (text is null || text.Length < 34 || text[32] != '.' || !Guid.TryParseExact(text.AsSpan(0, 32), "N", out instance)) return false;
        local = text[33..];
        return true;
    }

    /// <summary>
    /// Ids of executions, bookmarks and tasks: number of the burst and number within it. Short, because a state holds many; the state tells of which
    /// instance they are.
    /// </summary>
    public static Func<string> Local(int burst)
    {
        var number = 0;
        return () => string.Create(CultureInfo.InvariantCulture, $"{burst}.{++number}");
    }

    /// <summary>
    /// The id of what a key within an instance stands for: always the same (UUID v8, RFC 9562, from SHA-256), so that it can be made once only.
    /// </summary>
    public static Guid Derived(Guid instance, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(Public(instance, key)), hash);
        var bytes = hash[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
