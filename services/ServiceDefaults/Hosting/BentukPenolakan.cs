namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>Endpoint metadata: refusals may have another shape than ours, because its clients know that one.</summary>
/// <param name="Keterangan">Which, for the OpenAPI document.</param>
public sealed record BentukPenolakan(string Keterangan);
