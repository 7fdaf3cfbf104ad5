using Elsa.Mediator.Contracts;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Management.Models;
using Elsa.Workflows.Management.Notifications;

namespace Dukcapil.ElsaServer.Katalog;

/// <summary>Refuses to publish what this host could only fail at later: an activity type that only another host has, a task without a role.</summary>
internal sealed class PemeriksaDefinisi(IActivityVisitor pengunjung) : INotificationHandler<WorkflowDefinitionValidating>
{
    public async Task HandleAsync(WorkflowDefinitionValidating notification, CancellationToken cancellationToken)
    {
        var akar = await pengunjung.VisitAsync(notification.Workflow, cancellationToken);
        foreach (var langkah in akar.Descendants().Prepend(akar).Select(n => n.Activity).Distinct())
        {
            if (langkah is NotFoundActivity asing)
                notification.ValidationErrors.Add(new WorkflowValidationError(
                    $"{asing.Id}: jenis aktivitas {asing.MissingTypeName} tidak dikenal di sini. Ganti langkah itu, atau pasang paket yang menyediakannya.", asing.Id));
        }
    }
}
