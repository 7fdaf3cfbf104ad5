using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Elsa.Extensions;
using Elsa.Mediator.Contracts;
using Elsa.Workflows;
using Elsa.Workflows.Notifications;

namespace Dukcapil.ElsaServer.Katalog;

/// <summary>
/// The facts of an application as variables of the definition: their names are the names of the variables. What a message leaves out leaves its
/// variable as it is. Written before the first activity within the workflow runs, so that every decision sees them.
/// </summary>
internal sealed class FaktaAlur : INotificationHandler<ActivityExecuting>
{
    /// <summary>Input of a start or resumption: facts as JSON.</summary>
    public const string Fakta = "Dukcapil.Fakta";

    private static readonly object SudahDitulis = new();
    private static readonly string[] Nama = [.. JsonSerializer.SerializeToElement(Contoh, MessageJson.Options).EnumerateObject().Select(p => p.Name)];

    // Every fact named once, so that the names come from the record and not from a second list.
    private static Fakta Contoh => new()
    {
        Jenis = "",
        Wakil = false,
        JumlahAnggota = 0,
        JumlahPeringatan = 0,
        VersiKonsep = 0,
        Keputusan = "",
        KodeAlasan = "",
        Pelaksana = "",
        JumlahPengembalian = 0,
    };

    public Task HandleAsync(ActivityExecuting notification, CancellationToken cancellationToken)
    {
        var context = notification.ActivityExecutionContext;
        // The workflow itself declares the variables; whatever runs within it finds them.
        if (context.ParentActivityExecutionContext is null || !context.WorkflowInput.TryGetValue(Fakta, out var json)) return Task.CompletedTask;
        if (context.WorkflowExecutionContext.TransientProperties.TryAdd(SudahDitulis, true)) Tulis(context, (string)json);
        return Task.CompletedTask;
    }

    /// <summary>The facts at this moment.</summary>
    public static Fakta Baca(ActivityExecutionContext context)
    {
        var nilai = Nama.ToDictionary(n => n, n => context.GetVariable<object>(n), StringComparer.Ordinal);
        return JsonSerializer.SerializeToElement(nilai).Deserialize<Fakta>(MessageJson.Options)!;
    }

    private static void Tulis(ActivityExecutionContext context, string json)
    {
        foreach (var fakta in JsonElement.Parse(json).EnumerateObject())
        {
            object? nilai = fakta.Value.ValueKind switch
            {
                JsonValueKind.String => fakta.Value.GetString(),
                JsonValueKind.Number => fakta.Value.GetInt32(),
                JsonValueKind.True or JsonValueKind.False => fakta.Value.GetBoolean(),
                _ => null,
            };
            if (nilai is not null) context.SetVariable(fakta.Name, nilai);
        }
    }
}
