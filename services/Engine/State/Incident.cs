namespace Dukcapil.Engine.State;

/// <summary>A fault of an activity, kept with the instance until somebody retries it.</summary>
/// <param name="ActivityId">Activity that failed or waits for nothing.</param>
/// <param name="NodeId">Its node.</param>
/// <param name="ActivityType">Its type.</param>
/// <param name="ActivityInstanceId">The execution to retry.</param>
/// <param name="Message">What happened, as Elsa words it.</param>
/// <param name="ExceptionType">Full name of the exception type.</param>
/// <param name="Detail">Message of the cause, if there is one.</param>
/// <param name="At">When, UTC.</param>
public sealed record Incident(
    string ActivityId,
    string NodeId,
    string ActivityType,
    string ActivityInstanceId,
    string Message,
    string ExceptionType,
    string? Detail,
    DateTimeOffset At);
