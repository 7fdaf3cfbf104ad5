using System.Diagnostics;

namespace Dukcapil.TestServers;

/// <summary>What to run, as whom, where and with which environment.</summary>
/// <param name="Program">Path or name of the program.</param>
/// <param name="Arguments">One element per argument; no shell is involved.</param>
internal sealed record Command(string Program, params string[] Arguments)
{
    /// <summary>The system user to become; only root can, and null stays who we are.</summary>
    public string? User { get; init; }

    public string? Directory { get; init; }

    /// <summary>Added to our own environment; a null value removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public ProcessStartInfo ToStartInfo(string? wrapper = null)
    {
        List<string> words = wrapper is null ? [] : [wrapper];
        if (User is not null)
        {
            words.AddRange(["setpriv", "--reuid", User, "--regid", User, "--init-groups"]);
        }

        words.AddRange([Program, .. Arguments]);
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory ?? "",
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>Standard output.</returns>
    /// <exception cref="InvalidOperationException">Exit code not 0; carries what the program wrote.</exception>
    public async Task<string> RunAsync(CancellationToken cancellation = default)
    {
        using var process = Process.Start(ToStartInfo())!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException(
                $"`{Path.GetFileName(Program)} {string.Join(' ', Arguments.Take(3))} …` ended with {process.ExitCode}: "
                + $"{await output} {await errors}");
    }
}
