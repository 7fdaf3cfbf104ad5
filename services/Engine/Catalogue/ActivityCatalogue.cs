using System.Collections.Frozen;
using Dukcapil.Engine.Activities;

namespace Dukcapil.Engine.Catalogue;

/// <summary>
/// Which activity types exist: the stock Elsa ones the engine runs, and the human tasks an installation registers.
/// Any other type in a definition is kept as it is, shown as unknown and refused by validation.
/// </summary>
public sealed class ActivityCatalogue
{
    /// <summary>Only the stock activities.</summary>
    public static readonly ActivityCatalogue Stock = new([]);

    private readonly FrozenDictionary<string, ActivityKind> _kinds;

    /// <summary>A catalogue of the stock activities and the given human tasks.</summary>
    /// <param name="humanTasks">The human tasks; a type named twice is a mistake of the caller.</param>
    public ActivityCatalogue(IEnumerable<HumanTaskType> humanTasks)
    {
        var kinds = new Dictionary<string, ActivityKind>(StockActivities.ByType, StringComparer.Ordinal);
        var types = new List<HumanTaskType>();
        foreach (var task in humanTasks)
        {
            kinds.Add(task.Type, new HumanTask(task));
            types.Add(task);
        }
        _kinds = kinds.ToFrozenDictionary(StringComparer.Ordinal);
        HumanTasks = types;
    }

    /// <summary>The registered human tasks.</summary>
    public IReadOnlyList<HumanTaskType> HumanTasks { get; }

    /// <summary>Every type this catalogue can run.</summary>
    public IReadOnlyCollection<string> Types => _kinds.Keys;

    /// <summary>Whether a type can be run.</summary>
    /// <param name="type">Activity type.</param>
    public bool Knows(string type) => _kinds.ContainsKey(type);

    /// <summary>JSON properties of a type that hold child activities; null for an unknown type, whose content nobody knows.</summary>
    /// <param name="type">Activity type.</param>
    public ActivitySlots? SlotsOf(string type) => Find(type) is { } kind ? new(kind.IsContainer, kind is Flowchart, kind is Switch, kind.Ports) : null;

    internal ActivityKind? Find(string type) => _kinds.GetValueOrDefault(type);
}
