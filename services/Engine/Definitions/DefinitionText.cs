using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Dukcapil.Engine.Definitions;

/// <summary>
/// Looks at a text before anything is built from it: size, UTF-8, JSON, depth, properties named twice, text that is no text (half a
/// surrogate pair). One pass, and what is wrong is named with its place.
/// </summary>
public static class DefinitionText
{
    /// <summary>Levels of nesting a definition may have as JSON; a nested activity takes two.</summary>
    public const int MaxDepth = 256;

    /// <summary>The first thing wrong with a text, null when it can be read.</summary>
    /// <param name="utf8">JSON, UTF-8, without byte order mark.</param>
    public static LoadProblem? Check(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > WorkflowCompiler.MaxBytes)
            return new(null, "definisi-terlalu-besar", $"Definisi lebih besar dari {WorkflowCompiler.MaxBytes / 1024 / 1024} MB.");
        if (!Utf8.IsValid(utf8))
            return new(null, "bukan-utf8", $"Teks bukan UTF-8 yang benar pada baris {FirstBadLine(utf8)}.");
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
        var place = new Place();
        try
        {
            while (reader.Read())
            {
                if (Look(ref reader, place) is { } problem)
                    return problem;
            }
            return null;
        }
        catch (JsonException error)
        {
            return reader.CurrentDepth >= MaxDepth
                ? new(null, "terlalu-dalam", $"JSON bersarang lebih dari {MaxDepth} tingkat pada '{place}'.")
                : new(null, "bukan-json", $"Bukan JSON yang benar: baris {error.LineNumber + 1}, kolom {error.BytePositionInLine + 1}.");
        }
    }

    private static LoadProblem? Look(ref Utf8JsonReader reader, Place place)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                place.Value();
                place.Open(reader.TokenType == JsonTokenType.StartObject);
                return null;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                place.Close();
                return null;
            case JsonTokenType.PropertyName:
                return Text(ref reader) is not { } name ? Broken(place)
                    : place.Name(name) ? null
                    : new(null, "properti-ganda", $"Properti '{place}' ditulis dua kali.");
            case JsonTokenType.String when reader.ValueIsEscaped:
                place.Value();
                return Text(ref reader) is null ? Broken(place) : null;
            default:
                place.Value();
                return null;
        }
    }

    private static LoadProblem Broken(Place place) => new(null, "teks-rusak", $"Teks pada '{place}' berisi karakter Unicode yang tidak lengkap.");

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // The only sign the reader gives of an unpaired surrogate.
        }
    }

    private static int FirstBadLine(ReadOnlySpan<byte> utf8)
    {
        var line = 1;
        while (Rune.DecodeFromUtf8(utf8, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            if (rune.Value == '\n')
                line++;
            utf8 = utf8[length..];
        }
        return line;
    }

    /// <summary>Where in the text the reader stands, as <c>root.activities[3].name</c>.</summary>
    private sealed class Place
    {
        private readonly List<Level> _levels = [];

        public void Open(bool isObject) => _levels.Add(new() { Names = isObject ? new(StringComparer.Ordinal) : null });

        public void Close() => _levels.RemoveAt(_levels.Count - 1);

        public bool Name(string name)
        {
            _levels[^1].Current = name;
            return _levels[^1].Names!.Add(name);
        }

        public void Value()
        {
            if (_levels is [.., { Names: null } array])
                array.Index++;
        }

        public override string ToString()
        {
            var path = new StringBuilder();
            foreach (var level in _levels)
            {
                if (level.Names is null)
                    path.Append(CultureInfo.InvariantCulture, $"[{Math.Max(level.Index, 0)}]");
                else if (level.Current is { } name)
                    path.Append(path.Length > 0 ? "." : "").Append(Brief.Of(name));
            }
            return path.ToString();
        }

        private sealed class Level
        {
            public HashSet<string>? Names { get; init; }

            public string? Current { get; set; }

            public int Index { get; set; } = -1;
        }
    }
}
