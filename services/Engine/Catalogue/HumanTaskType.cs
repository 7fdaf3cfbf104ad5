using System.Text.Json;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Engine.Catalogue;

/// <summary>An input of a human task.</summary>
/// <param name="Shape">What its value is converted to.</param>
/// <param name="Default">Its value where a definition says nothing: the designer leaves out what nobody touched.</param>
public sealed record HumanTaskInput(ValueShape Shape, JsonElement? Default = null);

/// <summary>One type of human task, declared as data; all of them run by one mechanism.</summary>
/// <param name="Type">Activity type, such as <c>Dukcapil.KoreksiKonsep</c>.</param>
/// <param name="Outcomes">Every outcome a person may choose, such as <c>Sesuai</c> and <c>TidakSesuai</c>.</param>
/// <param name="Inputs">Its inputs by JSON name; an input of a definition that is not named here keeps the type its JSON has.</param>
/// <param name="OptionalOutcomes">Outcomes that a definition may well leave unconnected, because the SOP has no such branch.</param>
public sealed record HumanTaskType(
    string Type, IReadOnlyList<string> Outcomes, IReadOnlyDictionary<string, HumanTaskInput>? Inputs = null, IReadOnlyList<string>? OptionalOutcomes = null)
{
    /// <summary>Reads the catalogue file: an array of <c>{typeName, hasil:[{name, bolehTerbuka}], inputs:[{name, typeName, defaultValue}]}</c>.</summary>
    /// <param name="catalogue">The array.</param>
    public static IReadOnlyList<HumanTaskType> ReadAll(JsonElement catalogue) => [.. catalogue.EnumerateArray().Select(Read)];

    private static HumanTaskType Read(JsonElement json) => new(
        json.GetProperty("typeName").GetString()!,
        [.. json.Items("hasil").Select(outcome => outcome.GetProperty("name").GetString()!)],
        json.Items("inputs").ToDictionary(
            input => JsonAccess.Camel(input.GetProperty("name").GetString()!),
            input => new HumanTaskInput(
                ValueShape.FromAlias(input.Text("typeName")),
                input.Get("defaultValue") is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value ? value.Clone() : null)),
        [.. json.Items("hasil").Where(outcome => outcome.Flag("bolehTerbuka")).Select(outcome => outcome.GetProperty("name").GetString()!)]);
}
