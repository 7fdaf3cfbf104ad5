namespace Dukcapil.Identity.Masuk;

/// <summary>Where a login may lead to: our own pages and the authorization endpoint, nothing else, whatever the address bar said.</summary>
internal static class AlamatKembali
{
    private static readonly string[] Boleh = ["/connect/authorize", "/akun", "/kelola"];

    /// <summary>The wish when it is one of ours, else the user's own page.</summary>
    public static string Aman(string? wish)
    {
        // A path of ours, exactly or with something that belongs to it behind: no host, no other scheme, no backslash that a browser reads as a slash.
        var aman = wish is { Length: < 4000 } && !wish.Contains('\\', StringComparison.Ordinal) && !wish.Any(char.IsControl)
            && Boleh.Any(b => wish == b || (wish.StartsWith(b, StringComparison.Ordinal) && wish[b.Length] is '/' or '?'));
        return aman ? wish! : "/akun";
    }
}
