using System.Globalization;
using Fluid;
using Fluid.Ast;
using Fluid.Values;

namespace Dukcapil.Engine.Expressions;

/// <summary>
/// Limits Fluid lacks: a range, a text that doubles itself, or an endless output would fill the memory before its step limit is
/// reached.
/// </summary>
internal static class LiquidLimits
{
    private const int MaxRange = 10_000;
    private static readonly string[] GrowingFilters = ["append", "prepend", "replace", "replace_first", "join", "concat", "escape", "url_encode", "newline_to_br"];

    /// <summary>The template with every range bounded.</summary>
    public static IFluidTemplate Bound(IFluidTemplate template) => new RangeRewriter().VisitTemplate(template);

    /// <summary>Bounds the size of what a filter gives.</summary>
    public static void Bound(TemplateOptions options, int maxSize)
    {
        foreach (var name in GrowingFilters)
        {
            if (!options.Filters.TryGetValue(name, out var filter))
                continue;
            options.Filters.AddFilter(name, async (input, arguments, context) =>
            {
                var result = await filter(input, arguments, context);
                if (result is StringValue && result.ToStringValue().Length > maxSize || result is ArrayValue list && list.Values.Count > MaxRange)
                    throw LiveValue.TooLarge();
                return result;
            });
        }
    }

    /// <summary>An output of bounded size.</summary>
    public sealed class Output(int maxSize) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Write(char value)
        {
            Take(1);
            base.Write(value);
        }

        public override void Write(string? value)
        {
            Take(value?.Length ?? 0);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Take(count);
            base.Write(buffer, index, count);
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Take(buffer.Length);
            base.Write(buffer);
        }

        public override Task WriteAsync(char value)
        {
            Write(value);
            return Task.CompletedTask;
        }

        public override Task WriteAsync(string? value)
        {
            Write(value);
            return Task.CompletedTask;
        }

        public override Task WriteAsync(char[] buffer, int index, int count)
        {
            Write(buffer, index, count);
            return Task.CompletedTask;
        }

        public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return Task.CompletedTask;
        }

        private void Take(int count)
        {
            if (GetStringBuilder().Length + count > maxSize)
                throw LiveValue.TooLarge();
        }
    }

    private sealed class RangeRewriter : AstRewriter
    {
        protected override Expression VisitRangeExpression(RangeExpression rangeExpression) => new BoundedRange(rangeExpression);
    }

    private sealed class BoundedRange(RangeExpression range) : Expression
    {
        public override async ValueTask<FluidValue> EvaluateAsync(TemplateContext context)
        {
            var from = (await range.From.EvaluateAsync(context)).ToNumberValue();
            var to = (await range.To.EvaluateAsync(context)).ToNumberValue();
            return to - from > MaxRange ? throw LiveValue.TooLarge() : await range.EvaluateAsync(context);
        }

        protected override Expression Accept(AstVisitor visitor) => this;
    }
}
