using System.Dynamic;
using System.Text.Json;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Interop;

namespace Dukcapil.Engine.Expressions;

/// <summary>Values between the engine and JavaScript. Objects and lists cross as themselves, see <see cref="LiveValue"/>.</summary>
internal static class ScriptValues
{
    private const int MaxDepth = 64;

    // All a script sees of a .NET object besides what it holds; where JavaScript has the same name (indexOf), it gets .NET's, as in Elsa.
    private static readonly TypeResolver Members = new()
    {
        MemberFilter = member => IsPlain(member) || member.Name is "Count" or "Length" or "ToString" or "Item" or "Keys" or "Values" or "IndexOf" or "LastIndexOf" or "Contains"
            or "ContainsKey" or "Add" or "Insert" or "Remove" or "RemoveAt" or "Clear",
    };

    /// <summary>Lets objects and lists cross.</summary>
    public static void Configure(Options options)
    {
        options.Interop.TypeResolver = Members;
        options.Interop.ObjectConverters.Add(new Elements());
        options.SetWrapObjectHandler((engine, target, _) =>
        {
            var wrapper = ObjectWrapper.Create(engine, target);
            // Elsa takes everything but a Dictionary for a list.
            if (target is not System.Collections.IDictionary)
                wrapper.Prototype = engine.Intrinsics.Array.PrototypeObject;
            return wrapper;
        });
    }

    public static JsValue ToScript(Jint.Engine engine, object? value) => value switch
    {
        null => JsValue.Null,
        string text => new JsString(text),
        bool flag => flag ? JsBoolean.True : JsBoolean.False,
        int number => JsNumber.Create(number),
        long number => JsNumber.Create((double)number),
        double number => JsNumber.Create(number),
        decimal number => JsNumber.Create((double)number),
        DateTime time => JsValue.FromObject(engine, DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        DateTimeOffset time => JsValue.FromObject(engine, time.UtcDateTime),
        LiveValue live => JsValue.FromObject(engine, live.Target),
        JsonElement json => JsValue.FromObject(engine, json),
        Guid or TimeSpan or DateOnly => JsValue.FromObject(engine, value),
        _ => new JsString(Coercion.ToText(value)),
    };

    public static object? FromScript(JsValue value, int maxSize)
    {
        var held = Held(value, 0);
        var result = LiveValue.Of(held);
        (result as LiveValue)?.Check(maxSize);
        return result;
    }

    /// <summary>A copy of an object, as <c>variables.X</c> gives it: what a script changes in it is lost unless it assigns X.</summary>
    public static JsValue Copy(Jint.Engine engine, object? held, int depth = 0)
    {
        if (depth > MaxDepth)
            throw LiveValue.TooLarge();
        switch (held)
        {
            case IDictionary<string, object?> map:
                var target = new JsObject(engine);
                foreach (var (name, value) in map)
                    target.FastSetDataProperty(name, Copy(engine, value, depth + 1));
                return target;
            case object?[] or List<object?>:
                return new JsArray(engine, [.. ((IEnumerable<object?>)held).Select(item => Copy(engine, item, depth + 1))]);
            default:
                return held is null ? JsValue.Null : JsValue.FromObject(engine, held);
        }
    }

    private static object? Held(JsValue value, int depth)
    {
        if (depth > MaxDepth)
            throw LiveValue.TooLarge();
        if (value.IsNull() || value.IsUndefined())
            return null;
        if (value.IsString())
            return value.AsString();
        if (value.IsBoolean())
            return value.AsBoolean();
        if (value.IsNumber())
            return value.AsNumber();
        return value switch
        {
            JsDate date => date.ToDateTime(),
            JsArrayBuffer bytes => Convert.ToBase64String(bytes.AsArrayBuffer() ?? []),
            IObjectWrapper wrapper => wrapper.Target,
            JsArray array => Items(array, depth),
            Jint.Native.Function.Function => null,
            ObjectInstance instance => Properties(instance, depth),
            _ => value.ToString(),
        };
    }

    private static bool IsPlain(System.Reflection.MemberInfo member) =>
        (member.DeclaringType == typeof(Guid) || member.DeclaringType == typeof(TimeSpan) || member.DeclaringType == typeof(DateOnly)) && member.Name != "GetType";

    private static object?[] Items(JsArray array, int depth)
    {
        var items = new object?[array.Length];
        for (var i = 0u; i < array.Length; i++)
            items[i] = Held(array[i], depth + 1);
        return items;
    }

    private static ExpandoObject Properties(ObjectInstance instance, int depth)
    {
        var target = new ExpandoObject();
        foreach (var (key, descriptor) in instance.GetOwnProperties())
        {
            if (key.IsString() && descriptor.Enumerable)
                ((IDictionary<string, object?>)target)[key.AsString()] = Held(instance.Get(key), depth + 1);
        }
        return target;
    }

    /// <summary>JSON inside an object becomes a node of its own each time it is read, as in Elsa.</summary>
    private sealed class Elements : IObjectConverter
    {
        public bool TryConvert(Jint.Engine engine, object value, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out JsValue? result)
        {
            result = value is not JsonElement json ? null
                : LiveValue.Of(json) is LiveValue live ? JsValue.FromObject(engine, live.Target)
                : ToScript(engine, JsonValues.FromJson(json));
            return result is not null;
        }
    }
}
