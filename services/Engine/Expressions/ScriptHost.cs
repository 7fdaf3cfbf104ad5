using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;

namespace Dukcapil.Engine.Expressions;

/// <summary>Elsa's functions for one evaluation of a script. Only those whose name occurs in the script are made.</summary>
internal sealed partial class ScriptHost(Jint.Engine engine, Burst burst, ActivityContext context, string source, Action<string[]>? setOutcomes)
{
    // A script that computes names cannot be searched for them: it gets everything.
    private readonly bool _getsAll = source.Contains("globalThis", StringComparison.Ordinal) || source.Contains("eval", StringComparison.Ordinal)
        || source.Contains("this", StringComparison.Ordinal) || source.Contains("Function", StringComparison.Ordinal);

    private readonly List<string> _set = [];
    private readonly Dictionary<string, JsValue> _given = new(StringComparer.Ordinal);
    private readonly List<LiveValue> _live = [];
    private JsObject? _variables;
    private int _random;

    public void Install()
    {
        InstallInstance();
        InstallVariables();
        // An input of the same name as a variable wins.
        foreach (var input in burst.Workflow.Inputs)
            Define($"get{input.Name}", _ => Value(Input(input.Name)));
        InstallOutputs();
        InstallTexts();
        if (setOutcomes is not null)
        {
            Define("setOutcome", args => { setOutcomes([Text(args, 0) ?? ""]); return JsValue.Undefined; });
            Define("setOutcomes", args => { setOutcomes(Items(args)); return JsValue.Undefined; });
        }
        foreach (var name in (ReadOnlySpan<string>)["repeat", "padStart", "padEnd"])
            LimitTextGrowth(name);
        if (source.Contains("random", StringComparison.Ordinal))
            engine.GetValue("Math").AsObject().FastSetDataProperty("random", new ClrFunction(engine, "random", (_, _) => JsNumber.Create(NextRandom())));
    }

    /// <summary>
    /// What a script assigned to <c>variables.X</c>, and what it set otherwise, becomes the value of X, converted to its type; null and
    /// undefined leave X as it is.
    /// </summary>
    public void CopyVariablesBack()
    {
        foreach (var name in _variables is null ? _set : [.. _variables.GetOwnProperties().Select(property => property.Key.AsString())])
        {
            if (burst.Workflow.Inputs.Any(input => input.Name == name))
                continue;
            var assigned = _variables?.Get(name);
            // What the script left alone is converted from what it was, not from what the script saw.
            var value = assigned is null || ReferenceEquals(assigned, _given.GetValueOrDefault(name)) ? null : ScriptValues.FromScript(assigned, burst.World.Limits.ValueSize);
            Scope.Set(context, name, value ?? Scope.Get(context, name), converts: true);
        }
    }

    /// <summary>What the script may have added to has still the size of a value.</summary>
    public void CheckGiven()
    {
        foreach (var live in _live)
            live.Check(burst.World.Limits.ValueSize);
    }

    private void InstallInstance()
    {
        Define("getWorkflowDefinitionId", _ => Value(burst.Workflow.DefinitionId));
        Define("getWorkflowDefinitionVersionId", _ => Value(burst.Workflow.VersionId));
        Define("getWorkflowDefinitionVersion", _ => Value(burst.Workflow.Version));
        Define("getWorkflowInstanceId", _ => Value(burst.State.InstanceId));
        Define("getCorrelationId", _ => Value(burst.State.CorrelationId));
        Define("setCorrelationId", args => { burst.State.CorrelationId = Text(args, 0); return JsValue.Undefined; });
        Define("getWorkflowInstanceName", _ => Value(burst.State.Name));
        Define("setWorkflowInstanceName", args => { burst.State.Name = Text(args, 0); return JsValue.Undefined; });
        Define("getInput", args => Value(Input(Text(args, 0) ?? throw new EngineFaultException("Value cannot be null. (Parameter 'key')", "System.ArgumentNullException"))));
        Define("getLastResult", _ => Value(burst.LastResult));
    }

    private void InstallVariables()
    {
        Define("getVariable", args => Value(Text(args, 0) is { } name ? Scope.Get(context, name) : null));
        Define("setVariable", args => { SetVariable(Text(args, 0) ?? "", args.Length > 1 ? args[1] : JsValue.Undefined); return JsValue.Undefined; });
        if (!_getsAll && !source.Contains("get", StringComparison.Ordinal) && !source.Contains("set", StringComparison.Ordinal)
            && !source.Contains("variables", StringComparison.Ordinal))
            return;
        foreach (var name in Scope.Names(context).Where(IsIdentifier))
        {
            var pascal = Pascal(name);
            Define($"get{pascal}", _ => Value(Scope.Get(context, name)));
            Define($"set{pascal}", args => { SetVariable(name, args.Length > 0 ? args[0] : JsValue.Undefined); return JsValue.Undefined; });
        }
        if (!_getsAll && !source.Contains("variables", StringComparison.Ordinal))
            return;
        _variables = new(engine);
        foreach (Match match in VariableUse().Matches(source))
        {
            var name = match.Groups[1].Value;
            if (IsIdentifier(name) && Scope.Find(context, name) is { } place)
                _variables.Set(name, _given[name] = place.Value is LiveValue { Target: ExpandoObject copied } ? ScriptValues.Copy(engine, copied) : Value(place.Value));
        }
        engine.SetValue("variables", _variables);
    }

    private void SetVariable(string name, JsValue value)
    {
        Scope.Set(context, name, ScriptValues.FromScript(value, burst.World.Limits.ValueSize), converts: false);
        _set.Add(name);
        _variables?.Set(name, value);
    }

    private void InstallOutputs()
    {
        Define("getOutputFrom", args => Value(OutputRegister.Find(burst, context, Text(args, 0) ?? "", Text(args, 1))));
        if (!_getsAll && !source.Contains("From", StringComparison.Ordinal))
            return;
        foreach (var node in OutputRegister.Named(context))
        {
            foreach (var output in node.OutputNames)
                Define($"get{output}From{Pascal(node.Name!)}", _ => Value(OutputRegister.Find(burst, context, node.Id, output)));
        }
    }

    private void InstallTexts()
    {
        Define("isNullOrWhiteSpace", args => string.IsNullOrWhiteSpace(Text(args, 0)) ? JsBoolean.True : JsBoolean.False);
        Define("isNullOrEmpty", args => string.IsNullOrEmpty(Text(args, 0)) ? JsBoolean.True : JsBoolean.False);
        Define("toJson", args => Value(JsonValues.ToText(args.Length > 0 ? ScriptValues.FromScript(args[0], burst.World.Limits.ValueSize) : null)));
        Define("stringToBase64", args => Value(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Text(args, 0) ?? ""))));
        Define("stringFromBase64", args => Value(System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(Text(args, 0) ?? ""))));
        Define("bytesFromString", args => Bytes(System.Text.Encoding.UTF8.GetBytes(Text(args, 0) ?? "")));
        Define("bytesToString", args => Value(System.Text.Encoding.UTF8.GetString(Bytes(args))));
        Define("bytesFromBase64", args => Bytes(Convert.FromBase64String(Text(args, 0) ?? "")));
        Define("bytesToBase64", args => Value(Convert.ToBase64String(Bytes(args))));
        Define("parseGuid", args => Value(Guid.Parse(Text(args, 0) ?? "")));
        Define("newGuid", _ => Value(NewGuid()));
        foreach (var name in (ReadOnlySpan<string>)["newGuidString", "getGuidString"])
            Define(name, _ => Value(NewGuid().ToString()));
        foreach (var name in (ReadOnlySpan<string>)["newShortGuid", "getShortGuid"])
            Define(name, _ => Value(string.Concat(Convert.ToBase64String(NewGuid().ToByteArray()).Where(char.IsLetterOrDigit))));
    }

    private void Define(string name, Func<JsValue[], JsValue> body)
    {
        if (_getsAll || source.Contains(name, StringComparison.Ordinal))
            engine.SetValue(name, new ClrFunction(engine, name, (_, args) => body(args)));
    }

    /// <summary>One call of these makes a text of any length before any limit is looked at.</summary>
    private void LimitTextGrowth(string name)
    {
        if (!_getsAll && !source.Contains(name, StringComparison.Ordinal))
            return;
        var prototype = engine.GetValue("String").AsObject().Get("prototype").AsObject();
        var original = prototype.Get(name);
        prototype.FastSetDataProperty(name, new ClrFunction(engine, name, (text, args) =>
        {
            var count = args.Length > 0 ? Jint.Runtime.TypeConverter.ToNumber(args[0]) : 0;
            var length = name == "repeat" ? Jint.Runtime.TypeConverter.ToString(text).Length * count : count;
            if (length > burst.World.Limits.ValueSize)
                throw LiveValue.TooLarge();
            return original.Call(text, args);
        }));
    }

    /// <summary>An input; an object or list comes to life when it is first read.</summary>
    private object? Input(string name)
    {
        var value = burst.State.InputMap.GetValueOrDefault(name);
        if (value is JsonElement { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json)
            burst.State.InputMap[name] = value = LiveValue.FromOutside(json);
        return value;
    }

    /// <summary>A GUID made of the next id of the burst, so that a replay makes the same.</summary>
    private Guid NewGuid() => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(burst.NewId())).AsSpan(0, 16));

    private JsArrayBuffer Bytes(byte[] bytes) => engine.Intrinsics.ArrayBuffer.Construct(bytes);

    private static byte[] Bytes(JsValue[] args) => args is [JsArrayBuffer buffer, ..] ? buffer.AsArrayBuffer() ?? [] : [];

    private static bool IsIdentifier(string name) => name.All(char.IsLetterOrDigit);

    private JsValue Value(object? value)
    {
        if (value is LiveValue live)
            _live.Add(live);
        return ScriptValues.ToScript(engine, value);
    }

    private static string? Text(JsValue[] args, int index) =>
        args.Length <= index || args[index].IsNull() || args[index].IsUndefined() ? null : args[index].ToString();

    private static string[] Items(JsValue[] args) =>
        args is [JsArray list, ..] ? [.. list.Select(item => item.ToString())]
        : throw new EngineFaultException(
            $"Value of object[] type is expected, but actual type is {(args is [{ } other, ..] && other.ToObject() is { } value ? value.GetType() : null)}", "Jint.Runtime.JavaScriptException");

    /// <summary>Pseudo-random from instance, journal position and call, so that a replay sees the same.</summary>
    private double NextRandom()
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{burst.State.InstanceId}:{burst.State.Sequence}:{_random++}");
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(seed));
        return (BitConverter.ToUInt64(hash) >> 11) / (double)(1UL << 53);
    }

    private static string Pascal(string name) => WordStart().Replace(name, match => match.Groups[1].Value.ToUpperInvariant());

    [GeneratedRegex(@"variables\.(\w+)")]
    private static partial Regex VariableUse();

    [GeneratedRegex("(?:[ _-]+|^)([a-zA-Z])")]
    private static partial Regex WordStart();
}
