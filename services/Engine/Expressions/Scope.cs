using System.Text.Json;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Expressions;

/// <summary>A place that holds a variable's value.</summary>
internal readonly struct VariablePlace(ActivityContext owner, int index, DynamicVariable? dynamic)
{
    public string Name => dynamic?.Name ?? owner.Node.Variables[index].Name;

    /// <summary>Whether its container has ended, the workflow itself excepted.</summary>
    public bool IsGone => owner.IsDone && owner.Parent is not null;

    /// <summary>The value; an object or list comes to life when it is first read in a burst.</summary>
    public object? Value
    {
        get
        {
            var value = dynamic is null ? owner.Values![index] : dynamic.Value;
            if (value is not JsonElement { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json)
                return value;
            value = LiveValue.OfVariable(json, dynamic is null ? owner.Node.Variables[index].Shape : ValueShape.Object, owner.WasResumed);
            Set(value);
            return value;
        }
    }

    /// <summary>Keeps the value as it is, whatever the variable's type, until the burst ends (<see cref="Reloading"/>).</summary>
    public void Set(object? value)
    {
        if (dynamic is null)
            owner.Values![index] = value;
        else
            dynamic.Value = value;
    }

    /// <summary>Converts the value to the variable's type.</summary>
    public void SetConverted(object? value) => Set(dynamic is null ? Coercion.Convert(value, owner.Node.Variables[index].Shape) : value);
}

/// <summary>Variables as seen from one execution: its own, then those of its containers outwards.</summary>
internal static class Scope
{
    public static VariablePlace? Find(ActivityContext context, string name)
    {
        for (var at = context; at is not null; at = at.Parent)
        {
            if (Find(at.Dynamic, name) is { } own)
                return new(at, -1, own);
            if (at.Values is { } values)
            {
                var variables = at.Node.Variables;
                for (var i = 0; i < values.Length; i++)
                {
                    if (string.Equals(variables[i].Name, name, StringComparison.Ordinal))
                        return new(at, i, null);
                }
            }
            if (Find(at.Borrowed, name) is { } borrowed)
                return new(at, -1, borrowed);
        }
        return null;
    }

    public static VariablePlace? FindById(ActivityContext context, string id)
    {
        for (var at = context; at is not null; at = at.Parent)
        {
            if (at.Values is not { } values)
                continue;
            var variables = at.Node.Variables;
            for (var i = 0; i < values.Length; i++)
            {
                if (string.Equals(variables[i].Id, id, StringComparison.Ordinal))
                    return new(at, i, null);
            }
        }
        return null;
    }

    public static object? Get(ActivityContext context, string name) => Find(context, name)?.Value;

    /// <summary>Sets a variable in scope; an unknown one exists from now until the end of the burst, in the nearest container.</summary>
    public static void Set(ActivityContext context, string name, object? value, bool converts)
    {
        if (Find(context, name) is not { } place)
            (Container(context).Borrowed ??= []).Add(new(name, value));
        else if (converts)
            place.SetConverted(value);
        else
            place.Set(value);
    }

    /// <summary>Every variable name in scope, innermost first, each once; a variable made by a script has no accessors of its own.</summary>
    public static List<string> Names(ActivityContext context)
    {
        var names = new List<string>();
        for (var at = context; at is not null; at = at.Parent)
        {
            foreach (var variable in at.Dynamic ?? [])
                Add(variable.Name);
            foreach (var variable in at.Values is null ? [] : at.Node.Variables)
                Add(variable.Name);
        }
        return names;

        void Add(string name)
        {
            if (!names.Contains(name))
                names.Add(name);
        }
    }

    /// <summary>
    /// Declares the variables of a loop for one run of its body. They are kept with the body and, until the burst ends, also seen
    /// in the container around it, as in Elsa.
    /// </summary>
    public static void Declare(ActivityContext body, IReadOnlyList<DynamicVariable> variables)
    {
        body.Dynamic = [.. variables];
        var borrowed = Container(body).Borrowed ??= [];
        foreach (var variable in variables)
        {
            borrowed.RemoveAll(other => other.Name == variable.Name);
            borrowed.Add(variable);
        }
    }

    private static DynamicVariable? Find(List<DynamicVariable>? variables, string name)
    {
        if (variables is null)
            return null;
        foreach (var variable in variables)
        {
            if (string.Equals(variable.Name, name, StringComparison.Ordinal))
                return variable;
        }
        return null;
    }

    private static ActivityContext Container(ActivityContext context)
    {
        var at = context;
        while (!at.Node.Kind.IsContainer && at.Parent is { } parent)
            at = parent;
        return at;
    }
}
