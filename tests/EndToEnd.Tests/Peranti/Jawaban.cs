using System.Text.Json;

namespace Dukcapil.EndToEnd.Tests.Peranti;

/// <summary>An HTTP answer as the caller sees it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="JenisIsi">Media type of the body.</param>
/// <param name="Isi">The body.</param>
/// <param name="Alamat">Header Location.</param>
internal sealed record Jawaban(int Status, string? JenisIsi, string Isi, string? Alamat)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Isi);

    /// <summary>A member of the body as text, at any depth: <c>jawaban.nomorAgenda</c>.</summary>
    public string Teks(string jalur) => jalur.Split('.').Aggregate(Json, (isi, nama) => isi.GetProperty(nama)).ToString();

    /// <summary>Fails with the body when the status is another.</summary>
    public Jawaban Harus(int status)
    {
        Assert.True(Status == status, $"Diharapkan {status}, dijawab {Status}: {Isi}");
        return this;
    }

    /// <summary>
    /// A refusal as problem details (RFC 9457): the type of ours, title and detail for a person, and the trace id.
    /// </summary>
    public Jawaban HarusMasalah(int status, string type)
    {
        Harus(status);
        Assert.Equal("application/problem+json", JenisIsi);
        Assert.Equal("urn:dukcapil:masalah:" + type, Teks("type"));
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Teks("title"));
        Assert.NotEmpty(Teks("detail"));
        Assert.Matches("^[0-9a-f]{32}$", Teks("traceId"));
        return this;
    }
}
