using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Xunit;

namespace Dukcapil.Standalone.Tests.Operasi;

/// <summary>
/// Messages between two releases: what the release before has sent (<c>pesan-rilis-1.json</c>, one of each type with every member it knew) is read without
/// loss, and what this one sends is read there, because it says at least as much.
/// </summary>
public sealed class PesanLama
{
    private static readonly JsonObject Lama = JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "pesan-rilis-1.json")))!.AsObject();

    /// <summary>Names of the types.</summary>
    public static TheoryData<string> Jenis => [.. Lama.Select(p => p.Key)];

    [Theory]
    [MemberData(nameof(Jenis))]
    public void A_message_of_the_release_before_is_read_and_nothing_in_it_is_lost(string jenis)
    {
        var tipe = Routing.TypeOf(jenis);
        Assert.NotNull(tipe);
        var kini = JsonSerializer.SerializeToNode(Lama[jenis].Deserialize(tipe, MessageJson.Options), tipe, MessageJson.Options);
        Assert.Empty(Hilang(Lama[jenis], kini, jenis));
    }

    [Fact]
    public void A_member_that_a_newer_release_adds_stops_no_receiver()
    {
        foreach (var (jenis, isi) in Lama)
        {
            var baru = isi!.DeepClone().AsObject();
            baru["anggotaYangBelumAda"] = new JsonObject { ["a"] = 1 };
            Assert.NotNull(baru.Deserialize(Routing.TypeOf(jenis)!, MessageJson.Options));
        }
    }

    // Everything the old one says must be said again, with the same value.
    private static IEnumerable<string> Hilang(JsonNode? lama, JsonNode? kini, string letak) => (lama, kini) switch
    {
        (JsonObject o, JsonObject k) => o.SelectMany(p => Hilang(p.Value, k[p.Key], $"{letak}.{p.Key}")),
        (JsonArray o, JsonArray k) when o.Count == k.Count => o.SelectMany((b, i) => Hilang(b, k[i], $"{letak}[{i}]")),
        _ => JsonNode.DeepEquals(lama, kini) ? [] : [$"{letak}: {lama?.ToJsonString()} → {kini?.ToJsonString()}"],
    };
}
