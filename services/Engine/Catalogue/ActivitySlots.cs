namespace Dukcapil.Engine.Catalogue;

/// <summary>Where an activity type keeps its child activities in JSON.</summary>
/// <param name="HasActivities">In the array <c>activities</c>.</param>
/// <param name="HasConnections">It also has the array <c>connections</c>.</param>
/// <param name="HasCases">In <c>cases[].activity</c>.</param>
/// <param name="Ports">In properties of these names, one each.</param>
public sealed record ActivitySlots(bool HasActivities, bool HasConnections, bool HasCases, IReadOnlyList<string> Ports);
