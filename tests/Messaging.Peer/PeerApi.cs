using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Messaging.Peer;

/// <summary>
/// What the tests ask. The message is <see cref="TandaBuktiTerbit"/> (Intake → Registry); its NomorRegister carries the command.
/// Over RabbitMQ a process is sender or receiver, in one process it is both.
/// </summary>
internal static class PeerApi
{
    public static void Map(WebApplication app, WebApplication sender, WebApplication receiver)
    {
        // One transaction per request: so many messages of one application.
        app.MapPost("/kirim/{id:guid}", (Guid id, string perintah, int mulai, int jumlah) => Ask(sender, async services =>
        {
            var db = services.GetRequiredService<PeerDb>();
            for (var n = mulai; n < mulai + jumlah; n++)
            {
                db.Send(new TandaBuktiTerbit
                {
                    PermohonanId = id,
                    NomorRegister = $"{perintah} {n}",
                    HashKode = "",
                    NamaPemohon = new Terlindung("", ""),
                    Wakil = false,
                });
            }
            return await db.SaveChangesAsync();
        })).AllowAnonymous();

        app.MapGet("/outbox", () => Ask(sender, s => s.GetRequiredService<PeerDb>().Outbox.CountAsync(m => m.ParkedBecause == null))).AllowAnonymous();
        app.MapGet("/tertahan", () => Ask(receiver, s => s.GetRequiredService<PeerDb>().HeldMessages.CountAsync())).AllowAnonymous();
        // In one process the parked message stays with its sender, over RabbitMQ it lies in the receiver's error queue.
        app.MapGet("/galat", () => Ask(sender, s => s.GetRequiredService<IErrorQueue>().CountAsync(CancellationToken.None))).AllowAnonymous();
        app.MapPost("/kirim-ulang", () => Ask(sender, s => s.GetRequiredService<IErrorQueue>().ReplayAsync(CancellationToken.None))).AllowAnonymous();
        app.MapGet("/terapan/{id:guid}", (Guid id) => Ask(receiver, s =>
            s.GetRequiredService<PeerDb>().Applied.Where(a => a.PermohonanId == id).OrderBy(a => a.Id).Select(a => a.Number).ToListAsync())).AllowAnonymous();
    }

    private static async Task<T> Ask<T>(WebApplication peer, Func<IServiceProvider, Task<T>> question)
    {
        await using var scope = peer.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider);
    }
}
