using System.Globalization;
using System.Text;
using System.Text.Json;
using Fluid;
using Fluid.Values;

namespace Dukcapil.Engine.Expressions;

/// <summary>The filters Elsa adds to those of Liquid.</summary>
internal static class LiquidFilters
{
    public static void AddTo(FilterCollection filters)
    {
        filters.AddFilter("base64", (input, _, context) => ValueTask.FromResult<FluidValue>(
            Text(input, context) is { } text ? new StringValue(Convert.ToBase64String(Encoding.UTF8.GetBytes(text))) : NilValue.Instance));
        filters.AddFilter("keys", (input, _, _) => ValueTask.FromResult<FluidValue>(
            input.ToObjectValue() is IFluidIndexable indexable
                ? new ArrayValue([.. indexable.Keys.Select(key => (FluidValue)new StringValue(key))])
                : throw new EngineFaultException($"This filter only works on objects of type {typeof(IFluidIndexable)}", "System.ArgumentOutOfRangeException")));
    }

    private static string? Text(FluidValue input, TemplateContext context) => input.Type switch
    {
        FluidValues.Nil => null,
        FluidValues.Array => JsonSerializer.Serialize(input.Enumerate(context).Select(item => item.ToObjectValue())),
        FluidValues.Boolean => input.ToBooleanValue().ToString(),
        FluidValues.Number => input.ToNumberValue().ToString(CultureInfo.InvariantCulture),
        FluidValues.String => input.ToStringValue(),
        _ => JsonSerializer.Serialize(input.ToObjectValue()),
    };
}
