using System.Diagnostics;
using System.Globalization;

namespace Dukcapil.TestServers;

/// <summary>
/// Sees to it that nothing outlives the tests, not even <c>kill -9</c> of them: a small shell holds the other end of a
/// pipe from this process, and when the pipe closes without a farewell it kills and deletes what it was told of.
/// </summary>
/// <remarks>
/// Not PR_SET_PDEATHSIG: that signal comes when the <em>thread</em> that started the child ends, and pool threads of
/// .NET end while the tests still run.
/// </remarks>
internal sealed class LeftoverGuard : IDisposable
{
    // QUIT first: PostgreSQL then removes its shared memory segment, which KILL would leave behind for good.
    private const string Script = """
        trap '' INT TERM HUP
        groups=' '
        while read -r verb group; do
          case $verb in
            add) groups="$groups$group " ;;
            drop) groups=$(printf %s "$groups" | sed "s/ $group / /") ;;
            done) exit 0 ;;
          esac
        done
        for group in $groups; do kill -s QUIT -- "-$group" 2>/dev/null; done
        [ "$groups" = ' ' ] || sleep 1
        for group in $groups; do kill -s KILL -- "-$group" 2>/dev/null; done
        [ -z "$1" ] || rm -rf -- "$1" || { sleep 1; rm -rf -- "$1"; }
        [ -z "$2" ] || docker rm --force --volumes "$2"
        """;

    private readonly Process shell;
    private readonly Lock writing = new();
    private bool dismissed;

    public LeftoverGuard(string? directory = null, string? container = null)
    {
        // In a session of its own, so that a signal to the tests' process group does not take the guard along.
        var start = new ProcessStartInfo("setsid", ["sh", "-c", Script, "guard", directory ?? "", container ?? ""])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        shell = Process.Start(start)!;
    }

    public void Add(int processGroup) => Tell("add", processGroup);

    /// <summary>To be called once the group is gone, because its number may be given to a stranger later.</summary>
    public void Drop(int processGroup) => Tell("drop", processGroup);

    public void Dispose()
    {
        lock (writing)
        {
            if (dismissed)
            {
                return;
            }

            dismissed = true;
            shell.StandardInput.WriteLine("done");
            shell.StandardInput.Close();
            shell.WaitForExit();
            shell.Dispose();
        }
    }

    private void Tell(string verb, int processGroup)
    {
        lock (writing)
        {
            if (!dismissed)
            {
                shell.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verb} {processGroup}"));
                shell.StandardInput.Flush();
            }
        }
    }
}
