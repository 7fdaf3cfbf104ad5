namespace Dukcapil.Standalone.Commands;

/// <summary>The one place for an operator to look: every command of the system. Without a command the server starts.</summary>
internal static class CommandLine
{
    private static readonly IReadOnlyList<ICommand> Commands =
    [
        new ServeCommand(),
        new DemoCommand(),
        new TokenCommand(),
        new RekonsiliasiCommand(),
        new PesanGalatCommand(),
        new TraceCommand(),
        new PeriksaCommand(),
        new WilayahCommand(),
        new IzinCommand(),
        new SetelanCommand(),
        new OpenApiCommand(),
        new AuditCommand(),
        new KunciCommand(),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var name = args.Length > 0 && !args[0].StartsWith("--", StringComparison.Ordinal) ? args[0] : "layani";
        if (name is "help" || args.Contains("--help")) return Help();
        var command = Commands.SingleOrDefault(c => c.Name == name);
        if (command is null)
        {
            await Console.Error.WriteLineAsync($"Perintah '{name}' tidak dikenal. Lihat: -- help");
            return 2;
        }
        return await command.RunAsync(args.Length > 0 && args[0] == name ? args[1..] : args);
    }

    private static int Help()
    {
        Console.WriteLine("dotnet run --project services/Standalone [-- PERINTAH …]\n");
        foreach (var command in Commands) Console.WriteLine($"  {command.Usage}\n      {command.Summary}");
        return 0;
    }
}
