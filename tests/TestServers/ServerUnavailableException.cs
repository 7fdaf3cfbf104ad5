namespace Dukcapil.TestServers;

/// <summary>
/// A server that the tests need cannot be started on this machine. The message says what to install or to set.
/// </summary>
public sealed class ServerUnavailableException(string message) : Exception(message)
{
    internal static ServerUnavailableException For(string server, string package, string variable, string example) => new(
        $"{server} is needed by these tests and was not found. Do one of these: "
        + $"`apt-get install {package}` (no system service has to run); start a Docker engine; "
        + $"or set {variable}, for example to \"{example}\".");
}
