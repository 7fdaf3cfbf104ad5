using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.Workflow.Instances;

/// <summary>A human task that waits at its owner.</summary>
public sealed class OpenTask
{
    private TugasDiterbitkan? message;

    /// <summary>Public id of the task.</summary>
    public required string TugasId { get; init; }

    /// <summary>Id the engine knows it by; differs once the task was issued anew.</summary>
    public required string EngineTaskId { get; init; }

    /// <summary>Instance.</summary>
    public Guid InstanceId { get; init; }

    /// <summary>The application.</summary>
    public Guid PermohonanId { get; init; }

    /// <summary>The message it was issued with (JSON), to be sent again when it was lost, or issued anew.</summary>
    public required string MessageText { get; init; }

    /// <summary>The message, read when somebody asks for it.</summary>
    public TugasDiterbitkan Message => message ??= JsonSerializer.Deserialize<TugasDiterbitkan>(MessageText, MessageJson.Options)!;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset IssuedAt { get; init; }

    /// <summary>Withdrawal for which its owner was asked to close it.</summary>
    public Guid? ClosingFor { get; set; }

    /// <summary>The owner has closed it.</summary>
    public bool IsClosed { get; set; }
}
