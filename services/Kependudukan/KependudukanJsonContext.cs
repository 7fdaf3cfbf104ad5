using System.Text.Json.Serialization;

namespace Dukcapil.Kependudukan;

/// <summary>
/// Source-generated metadata of the domain's types: no reflection at start-up. A service adds <c>Default</c> to its
/// <c>TypeInfoResolverChain</c>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(KartuKeluarga))]
[JsonSerializable(typeof(Kantor))]
[JsonSerializable(typeof(Keadaan))]
[JsonSerializable(typeof(IReadOnlyList<KartuTerkait>))]
[JsonSerializable(typeof(IReadOnlyList<Temuan>))]
[JsonSerializable(typeof(IReadOnlyList<Perbedaan>))]
[JsonSerializable(typeof(IReadOnlyList<SyaratBerkas>))]
[JsonSerializable(typeof(IReadOnlyList<BerkasKurang>))]
public sealed partial class KependudukanJsonContext : JsonSerializerContext;
