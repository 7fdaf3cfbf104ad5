using System.Globalization;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.Messaging.Peer;

/// <summary>
/// Does what the message says: <c>terapkan</c> leaves a row; <c>gagal</c> throws and <c>jatuh</c> takes the process down, both as long as the
/// file of PEER_MENDED is not there.
/// </summary>
internal sealed class Obey(PeerDb db) : IHandle<TandaBuktiTerbit>
{
    public Task HandleAsync(TandaBuktiTerbit message, CancellationToken cancellationToken)
    {
        var (command, number) = message.NomorRegister.Split(' ') is [var c, var n] ? (c, int.Parse(n, CultureInfo.InvariantCulture)) : ("", 0);
        if (command != "terapkan" && !File.Exists(Environment.GetEnvironmentVariable("PEER_MENDED")))
        {
            // As abrupt as kill -9: no finally, no flush.
            if (command == "jatuh") Environment.FailFast("as told");
            throw new InvalidOperationException("as told");
        }
        db.Add(new Applied { PermohonanId = message.PermohonanId, Number = number });
        return Task.CompletedTask;
    }
}
