namespace Dukcapil.Standalone.Commands;

/// <summary>Recorded traces of real Elsa against this engine.</summary>
internal sealed class TraceCommand : ICommand
{
    public string Name => "trace";

    public string Usage => "trace [--check] PATH…";

    public string Summary => "menjalankan rekaman mesin Elsa pada mesin ini dan membandingkannya";

    public Task<int> RunAsync(string[] args) => Task.FromResult(Engine.Tracing.TraceCommand.Run(args, Console.Out));
}
