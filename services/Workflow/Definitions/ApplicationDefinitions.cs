namespace Dukcapil.Workflow.Definitions;

/// <summary>Which definition an application starts: <c>Alur:Definisi:{jenis}</c>, else <c>Alur:DefinisiBawaan</c>, else the SOP that ships.</summary>
internal static class ApplicationDefinitions
{
    private const string Shipped = "kartu-keluarga";

    /// <summary>The definition for an application of this type.</summary>
    public static string For(IConfiguration configuration, string? jenis) => configuration[$"Alur:Definisi:{jenis}"] ?? Default(configuration);

    /// <summary>Whether applications of any type start this definition.</summary>
    public static bool Contain(IConfiguration configuration, string definitionId) =>
        Default(configuration) == definitionId || configuration.GetSection("Alur:Definisi").GetChildren().Any(jenis => jenis.Value == definitionId);

    private static string Default(IConfiguration configuration) => configuration["Alur:DefinisiBawaan"] ?? Shipped;
}
