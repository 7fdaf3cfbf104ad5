using System.Collections;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Dukcapil.ServiceDefaults.Problems;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>JSON of the public API: camelCase, enums as text, and strict: a member we do not know is a mistake of the caller, not noise.</summary>
public static class ApiJson
{
    /// <summary>The options, shared.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    /// <summary>Fingerprint of a request body: the same again, or another.</summary>
    public static string Sidik<T>(T isi) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(isi, Options)));

    internal static void Apply(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.Converters.Add(new EnumSebagaiTeks());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(TanpaNullDalamDaftar);
    }

    // What lists may hold is not checked by RespectNullableAnnotations, and no list in a request of ours has gaps.
    private static void TanpaNullDalamDaftar(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Enumerable || type.ElementType is not { IsValueType: false } element || element == typeof(object)) return;
        type.OnDeserialized = daftar =>
        {
            var ke = 0;
            foreach (var butir in (IEnumerable)daftar)
            {
                if (butir is null) throw new JsonException(MasalahJson.NullDalamDaftar + ke.ToString(CultureInfo.InvariantCulture));
                ke++;
            }
        };
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Enums as camelCase text, except those that name a spelling of their own (ERROR, KELAHIRAN).</summary>
    private sealed class EnumSebagaiTeks : JsonConverterFactory
    {
        private readonly JsonStringEnumConverter camelCase = new(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

        public override bool CanConvert(Type typeToConvert) =>
            camelCase.CanConvert(typeToConvert) && !typeToConvert.IsDefined(typeof(JsonConverterAttribute), inherit: false);

        public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => camelCase.CreateConverter(typeToConvert, options);
    }
}
