namespace Dukcapil.TestServers;

/// <summary>Installed programs before containers, because they start in a second and need no download.</summary>
internal static class ServerChoice
{
    public const string Variable = "DUKCAPIL_TEST_SERVERS";

    public static async Task<IServerHost> PickAsync(
        string? programs,
        Func<string, Task<IServerHost>> local,
        Func<Task<IServerHost>> container,
        Func<ServerUnavailableException> unavailable,
        CancellationToken cancellation)
    {
        var preferContainer = Environment.GetEnvironmentVariable(Variable) == "docker";
        if (programs is not null && !preferContainer)
        {
            return await local(programs);
        }

        return await ContainerHost.IsAvailableAsync(cancellation) ? await container() : throw unavailable();
    }
}
