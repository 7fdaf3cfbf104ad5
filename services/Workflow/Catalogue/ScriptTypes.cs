using System.Globalization;
using System.Text;
using Dukcapil.Engine.Definitions;
using Dukcapil.Engine.Expressions;

namespace Dukcapil.Workflow.Catalogue;

/// <summary>What a script of a definition may call, as TypeScript: the designer completes it while somebody types.</summary>
internal static class ScriptTypes
{
    private const string Functions = """
        /** Id definisi alur. */
        declare function getWorkflowDefinitionId(): string;
        declare function getWorkflowDefinitionVersionId(): string;
        declare function getWorkflowDefinitionVersion(): number;
        declare function getWorkflowInstanceId(): string;
        /** Id permohonan. */
        declare function getCorrelationId(): string;
        declare function setCorrelationId(value: string): void;
        declare function getWorkflowInstanceName(): string;
        declare function setWorkflowInstanceName(value: string): void;
        /** Masukan alur menurut namanya. */
        declare function getInput(name: string): any;
        /** Hasil langkah terakhir. */
        declare function getLastResult(): any;
        declare function getVariable(name: string): any;
        declare function setVariable(name: string, value: any): void;
        declare function getOutputFrom(activityIdOrName: string, outputName?: string): any;
        declare function isNullOrWhiteSpace(value: string): boolean;
        declare function isNullOrEmpty(value: string): boolean;
        declare function toJson(value: any): string;
        declare function stringToBase64(value: string): string;
        declare function stringFromBase64(value: string): string;
        declare function parseGuid(value: string): string;
        declare function newGuid(): string;
        declare function newGuidString(): string;
        declare function newShortGuid(): string;

        """;

    public static byte[] Of(CompiledWorkflow workflow)
    {
        var text = new StringBuilder(Functions);
        var variables = workflow.Variables.Where(v => v.Name.Length > 0 && v.Name.All(char.IsLetterOrDigit)).ToList();
        foreach (var variable in variables)
        {
            var (type, name) = (TypeOf(variable.Name, variable.Shape), char.ToUpperInvariant(variable.Name[0]) + variable.Name[1..]);
            if (FaktaPermohonan.Arti(variable.Name) is { } meaning) text.Append(CultureInfo.InvariantCulture, $"/** {meaning} */\n");
            text.Append(CultureInfo.InvariantCulture, $"declare function get{name}(): {type};\ndeclare function set{name}(value: {type}): void;\n");
        }
        foreach (var input in workflow.Inputs.Where(i => i.Name.Length > 0 && i.Name.All(char.IsLetterOrDigit)))
            text.Append(CultureInfo.InvariantCulture, $"declare function get{input.Name}(): {TypeOf("", ValueShape.FromAlias(input.TypeName))};\n");
        text.Append("declare const variables: {\n");
        foreach (var variable in variables) text.Append(CultureInfo.InvariantCulture, $"  {variable.Name}: {TypeOf(variable.Name, variable.Shape)};\n");
        return Encoding.UTF8.GetBytes(text.Append("};\n").ToString());
    }

    private static string TypeOf(string name, ValueShape shape) => FaktaPermohonan.Kode(name) is { Count: > 0 } codes
        ? string.Join(" | ", codes.Select(code => $"'{code}'"))
        : TypeOf(shape.Kind) is var type && shape.Kind is ValueKind.Array or ValueKind.List ? $"{TypeOf(shape.Element)}[]" : type;

    private static string TypeOf(ValueKind kind) => kind switch
    {
        ValueKind.String or ValueKind.Guid => "string",
        ValueKind.Boolean => "boolean",
        ValueKind.Int16 or ValueKind.Int32 or ValueKind.Int64 or ValueKind.Single or ValueKind.Double or ValueKind.Decimal => "number",
        ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.DateOnly => "Date",
        _ => "any",
    };
}
