namespace Dukcapil.ServiceDefaults;

/// <summary>Which service this host is. Names its schema, its queue and its spans.</summary>
/// <param name="Name">One of <see cref="Contracts.ServiceNames"/>.</param>
public sealed record ServiceIdentity(string Name);
