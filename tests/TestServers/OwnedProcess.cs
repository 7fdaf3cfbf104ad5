using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dukcapil.TestServers;

/// <summary>A process in a process group of its own, captured, guarded, and killed for certain.</summary>
internal sealed partial class OwnedProcess : IDisposable
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;

    private readonly Process process;
    private readonly LeftoverGuard guard;

    private OwnedProcess(Process process, LeftoverGuard guard)
    {
        this.process = process;
        this.guard = guard;
    }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Exit code, or 128 + number of the signal that ended it.</summary>
    public int ExitCode => process.ExitCode;

    public static OwnedProcess Start(Command command, OutputLog log, LeftoverGuard guard)
    {
        // setsid replaces itself by the program: the id seen here is the program's, and its group bears the same number.
        var process = Process.Start(command.ToStartInfo("setsid"))!;
        guard.Add(process.Id);
        process.OutputDataReceived += (_, line) => log.Add(line.Data);
        process.ErrorDataReceived += (_, line) => log.Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        return new OwnedProcess(process, guard);
    }

    /// <summary>Sends a signal to the program itself, not to what it started.</summary>
    public void Signal(int signal)
    {
        if (!process.HasExited)
        {
            SendSignal(process.Id, signal);
        }
    }

    /// <summary>Kills the program and what it started within its process group.</summary>
    /// <remarks>Also when the program has ended: what it started may live on in its group.</remarks>
    public void KillGroup() => SendSignal(-process.Id, Kill);

    /// <summary>Waits until it has ended and its last output is read.</summary>
    public async Task WaitForExitAsync(TimeSpan within)
    {
        using var limit = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Process {process.Id} did not end within {within.TotalSeconds:0} s.");
        }

        guard.Drop(process.Id);
    }

    public void Dispose() => process.Dispose();

    private static void SendSignal(int target, int signal)
    {
        const int NoSuchProcess = 3;
        if (SystemKill(target, signal) != 0 && Marshal.GetLastPInvokeError() is var error and not NoSuchProcess)
        {
            throw new Win32Exception(error);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SystemKill(int target, int signal);
}
