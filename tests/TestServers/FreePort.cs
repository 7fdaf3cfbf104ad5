using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Dukcapil.TestServers;

/// <summary>Ports for servers that stop and start again during a test.</summary>
public static class FreePort
{
    // Below 32768, where Linux begins to number outgoing connections: a client that retries against a stopped
    // server in that range can be given the server's own port and then keeps it from coming back.
    private const int First = 15_000;
    private const int AfterLast = 32_000;

    public static int Next()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var port = RandomNumberGenerator.GetInt32(First, AfterLast);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next random number is as good.
            }
        }

        throw new InvalidOperationException($"No free port between {First} and {AfterLast}.");
    }
}
