using System.Buffers;
using System.Text.Json;

namespace Dukcapil.Engine.State;

/// <summary>The stored form: compact JSON with a format number, stable over restarts and releases.</summary>
public sealed partial class InstanceState
{
    /// <summary>Number of the format written; <see cref="Read"/> refuses a newer one.</summary>
    public const int Format = 1;

    /// <summary>Writes the state.</summary>
    /// <param name="output">Where to, UTF-8.</param>
    public void Write(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, new() { SkipValidation = true });
        StateWriter.Write(writer, this);
    }

    /// <summary>The state as UTF-8 JSON.</summary>
    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="utf8">UTF-8 JSON.</param>
    /// <exception cref="JsonException">It is not a state, or of a newer format.</exception>
    public static InstanceState Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return StateReader.Read(JsonElement.Parse(utf8, Expressions.JsonValues.Deep));
        }
        catch (Exception error) when (error is KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or IndexOutOfRangeException)
        {
            throw new JsonException("Not an instance state.", error);
        }
    }
}
