namespace Dukcapil.Standalone.Commands;

/// <summary>One command of the operator.</summary>
internal interface ICommand
{
    /// <summary>First word on the command line.</summary>
    string Name { get; }

    /// <summary>How it is called.</summary>
    string Usage { get; }

    /// <summary>What it does, in one line.</summary>
    string Summary { get; }

    /// <summary>Runs it; the exit code of the process.</summary>
    Task<int> RunAsync(string[] args);
}
