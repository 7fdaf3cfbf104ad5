using System.Runtime.CompilerServices;
using Acornima.Ast;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Jint;

namespace Dukcapil.Engine.Expressions;

/// <summary>
/// A JavaScript expression, parsed once. Every evaluation gets an engine of its own, so that nothing leaks from one instance to
/// another, without CLR access and with limits; the clock and randomness it sees come from the burst.
/// </summary>
internal sealed class JavaScriptExpression : CompiledExpression
{
    private static readonly ScriptPreparationOptions Preparation = new() { ParsingOptions = new() { AllowReturnOutsideFunction = true } };
    private static readonly ConditionalWeakTable<string, JavaScriptExpression> Known = [];
    private readonly Prepared<Script> _script;
    private readonly Exception? _error;

    public JavaScriptExpression(string source)
    {
        Source = source;
        try
        {
            _script = Jint.Engine.PrepareScript(source, options: Preparation);
        }
        catch (Exception error)
        {
            // Elsa finds a syntax error when it evaluates; validation finds it before publishing.
            _error = error;
        }
    }

    public string Source { get; }

    public override string? SyntaxError => _error?.Message;

    /// <summary>The script of a text that is itself the value of an input (RunJavaScript), parsed once per text.</summary>
    public static JavaScriptExpression Of(string source) => Known.GetValue(source, static text => new(text));

    public override object? Evaluate(Burst burst, ActivityContext context, ValueShape target) =>
        Coercion.Convert(Run(burst, context, null), target);

    public object? Run(Burst burst, ActivityContext context, Action<string[]>? setOutcomes)
    {
        if (_error is not null)
            throw _error;
        var limits = burst.World.Limits;
        using var engine = new Jint.Engine(options =>
        {
            options.LimitRecursion(limits.ExpressionRecursion);
            options.MaxStatements(limits.ExpressionStatements);
            options.LimitMemory(limits.ExpressionMemory);
            options.TimeoutInterval(limits.ExpressionTime);
            options.Constraints.RegexTimeout = limits.ExpressionTime;
            options.Constraints.MaxArraySize = 100_000;
            options.Constraints.PromiseTimeout = limits.ExpressionTime;
            options.TimeZone = TimeZoneInfo.Utc;
            ScriptValues.Configure(options);
            options.TimeSystem = new BurstTime(burst.World.Now);
        });
        var host = new ScriptHost(engine, burst, context, Source, setOutcomes);
        host.Install();
        var result = engine.Evaluate(_script).UnwrapIfPromise();
        // The limits are looked at between statements; what the last one took is looked at here.
        engine.Constraints.Check();
        host.CopyVariablesBack();
        host.CheckGiven();
        return ScriptValues.FromScript(result, limits.ValueSize);
    }
}
