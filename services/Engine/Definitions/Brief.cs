namespace Dukcapil.Engine.Definitions;

/// <summary>Words of a definition inside a message: short and on one line, whatever somebody wrote there.</summary>
internal static class Brief
{
    private const int Longest = 80;

    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var cut = text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? ' ' : c)) : cut;
    }
}
