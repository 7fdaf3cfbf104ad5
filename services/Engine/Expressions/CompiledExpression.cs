using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Expressions;

/// <summary>An expression of a definition, prepared once.</summary>
internal abstract class CompiledExpression
{
    /// <summary>Whether its value never depends on the instance.</summary>
    public virtual bool IsConstant => false;

    /// <summary>What is wrong with it as written, null when nothing is.</summary>
    public virtual string? SyntaxError => null;

    /// <summary>Whether its value is converted only where an activity uses it.</summary>
    public virtual bool ConvertsLate => false;

    /// <summary>Evaluates it where <paramref name="context"/> stands and, unless it converts late, converts the result.</summary>
    public abstract object? Evaluate(Burst burst, ActivityContext context, ValueShape target);
}

/// <summary>A value as written.</summary>
internal sealed class LiteralExpression(object? value) : CompiledExpression
{
    public override bool IsConstant => true;

    public object? Value => value;

    public override object? Evaluate(Burst burst, ActivityContext context, ValueShape target) => Coercion.Convert(value, target);
}

/// <summary>JSON as text (Object, Json): parsed when a type asks for it, left as text otherwise, as Elsa does.</summary>
internal sealed class ObjectExpression(object? value) : CompiledExpression
{
    public override bool IsConstant => true;

    public object? Value => value;

    public override object? Evaluate(Burst burst, ActivityContext context, ValueShape target)
    {
        var text = value is null ? "" : Coercion.ToText(value);
        return string.IsNullOrWhiteSpace(text) ? null : Coercion.Convert(text, target);
    }
}

/// <summary>The value of a variable, named by its id.</summary>
internal sealed class VariableExpression(string? id) : CompiledExpression
{
    public override bool ConvertsLate => true;

    public override object? Evaluate(Burst burst, ActivityContext context, ValueShape target)
    {
        if (id is null)
            return null;
        return Scope.FindById(context, id) is { } found
            ? found.Value
            : throw new EngineFaultException($"Failed to retrieve memory block with reference {id}", "System.Exception");
    }
}

/// <summary>The value of an input of the workflow.</summary>
internal sealed class InputExpression(string? name) : CompiledExpression
{
    public override bool ConvertsLate => true;

    public override object? Evaluate(Burst burst, ActivityContext context, ValueShape target) =>
        name is null ? null : burst.State.InputMap.GetValueOrDefault(name);
}

/// <summary>An expression of a type the engine does not run (C#, Python …).</summary>
internal sealed class UnsupportedExpression(string type) : CompiledExpression
{
    public string Type => type;

    public override string SyntaxError => $"Could not find a descriptor for expression type \"{type}\".";

    public override object? Evaluate(Burst burst, ActivityContext context, ValueShape target) =>
        throw new EngineFaultException(SyntaxError, "System.Exception");
}
