using Cronos;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;

namespace Dukcapil.Engine.Activities;

/// <summary>Waits for the next time of a cron expression (five or six fields, UTC), or starts the instance at each.</summary>
internal sealed class Cron : ActivityKind
{
    public override IReadOnlyList<InputSpec> Inputs => [new("CronExpression", ValueShape.String)];

    public override void Execute(Burst burst, ActivityContext context)
    {
        if (burst.TriggerActivityId == context.Node.Id)
        {
            burst.Complete(context);
            return;
        }
        var text = context.Inputs![0] as string ?? "";
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var cron = CronExpression.Parse(text, fields > 5 ? CronFormat.IncludeSeconds : CronFormat.Standard);
        var next = cron.GetNextOccurrence(burst.World.Now.UtcDateTime)
            ?? throw new EngineFaultException($"Ekspresi cron '{text}' tidak punya waktu berikutnya.", "Cronos.CronFormatException");
        burst.Wait(context, context.Node.Type, text, new(next, TimeSpan.Zero));
    }
}
