using System.Text.Json;

namespace Dukcapil.Tte.Tests.Peranti;

/// <summary>An HTTP answer as the caller sees it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Isi">The body.</param>
public sealed record Jawaban(int Status, string Isi)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Isi);

    /// <summary>Fails with the body when the status is another.</summary>
    public Jawaban Harus(int status)
    {
        Assert.True(Status == status, $"Diharapkan {status}, dijawab {Status}: {Isi}");
        return this;
    }

    /// <summary>A refusal of ours.</summary>
    public Jawaban HarusMasalah(int status, string type)
    {
        Harus(status);
        Assert.Equal("urn:dukcapil:masalah:" + type, Json.GetProperty("type").GetString());
        return this;
    }
}
