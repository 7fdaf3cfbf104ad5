using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.Operations;

/// <summary>Messages of a service that are not where they should be in the end.</summary>
/// <param name="Outbox">Not yet taken by their receivers.</param>
/// <param name="Tertahan">Early ones, waiting for their predecessor.</param>
/// <param name="Galat">Parked in the error queue.</param>
/// <param name="OutboxTertua">Id of the oldest in the outbox: the same at two looks means that it does not move.</param>
/// <param name="TertahanTertua">Id of the oldest early one.</param>
public sealed record KeadaanPesan(long Outbox, long Tertahan, long Galat, Guid? OutboxTertua, Guid? TertahanTertua);

/// <summary>Early messages let go.</summary>
/// <param name="Dilepas">How many.</param>
public sealed record PesanDilepas(int Dilepas);

/// <summary>Parked messages sent again.</summary>
/// <param name="DikirimUlang">How many.</param>
public sealed record PesanDikirimUlang(int DikirimUlang);

/// <summary>For operators (role OPS): state of the messages, replay of the parked ones. Nothing personal.</summary>
internal static class OpsApi
{
    public static void MapOps(this WebApplication app, string service)
    {
        var ops = app.MapGroup($"/api/v1/ops/{service}").WithTags("Operasi").RequireAuthorization(Izin.Ops).PerubahanDicatat("ops.tindakan");

        ops.MapGet("/pesan", async (ServiceDb db, IErrorQueue errors, CancellationToken token) => TypedResults.Ok(new KeadaanPesan(
            await db.Outbox.LongCountAsync(m => m.ParkedBecause == null, token),
            await db.HeldMessages.LongCountAsync(token),
            await errors.CountAsync(token),
            await db.Outbox.Where(m => m.ParkedBecause == null).OrderBy(m => m.Id).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(token),
            await db.HeldMessages.OrderBy(m => m.HeldSince).Select(m => (Guid?)m.MessageId).FirstOrDefaultAsync(token)))).WithSummary("Pesan yang belum sampai");

        ops.MapPost("/pesan-tertahan/lepas", async (ServiceDb db, TimeProvider time, int? umurDetik, CancellationToken token) =>
            TypedResults.Ok(new PesanDilepas(await HeldRelease.RunAsync(db, time.GetUtcNow() - TimeSpan.FromSeconds(umurDetik ?? 300), token))))
            .WithSummary("Lepaskan pesan yang pendahulunya hilang: urutan dilanjutkan dari pesan tertahan yang paling awal");

        ops.MapPost("/pesan-galat/kirim-ulang", async (IErrorQueue errors, CancellationToken token) =>
            TypedResults.Ok(new PesanDikirimUlang(await errors.ReplayAsync(token)))).WithSummary("Kirim ulang pesan galat");
    }
}
