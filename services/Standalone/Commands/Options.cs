namespace Dukcapil.Standalone.Commands;

/// <summary>Options of a command: <c>--name value</c> or <c>--flag</c>.</summary>
internal static class Options
{
    /// <summary>Value of an option, or null.</summary>
    public static string? Value(this string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    /// <summary>Whether a flag is given.</summary>
    public static bool Has(this string[] args, string name) => args.Contains(name);
}
