using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dukcapil.ServiceDefaults.Messaging;

/// <summary>How messages are written: camelCase, enums as text, nulls left out. Unknown members are ignored, so that a newer sender does not stop an older receiver.</summary>
public static class MessageJson
{
    /// <summary>The options, shared and frozen.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
