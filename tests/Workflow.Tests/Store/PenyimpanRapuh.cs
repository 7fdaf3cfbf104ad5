using Dukcapil.ServiceDefaults.Database;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Workflow.Tests.Store;

/// <summary>A store that falls over at one of its calls, once: before it reads, before it writes.</summary>
internal sealed class PenyimpanRapuh(IInstanceStore store) : IInstanceStore
{
    /// <summary>Calls until it falls over; 0 for never.</summary>
    public int JatuhPada { get; set; }

    /// <summary>Calls so far.</summary>
    public int Panggilan { get; private set; }

    /// <summary>Puts it before the service's store.</summary>
    public static void Pasang(IServiceCollection services)
    {
        var asli = services.Last(s => s.ServiceType == typeof(IInstanceStore));
        services.Remove(asli);
        services.AddSingleton(provider => new PenyimpanRapuh((IInstanceStore)asli.ImplementationFactory!(provider)));
        services.AddSingleton<IInstanceStore>(provider => provider.GetRequiredService<PenyimpanRapuh>());
    }

    public Task<IReadOnlyList<InstanceWork>> LoadAsync(WorkflowDb db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        Hitung();
        return store.LoadAsync(db, ids, cancellationToken);
    }

    public Task<IReadOnlyList<InstanceWork>> LoadOfApplicationsAsync(WorkflowDb db, IReadOnlyCollection<Guid> applications, CancellationToken cancellationToken)
    {
        Hitung();
        return store.LoadOfApplicationsAsync(db, applications, cancellationToken);
    }

    public InstanceLoad? Prefetch(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<Guid> applications)
    {
        Hitung();
        return store.Prefetch(db, batch, applications);
    }

    public void Write(WorkflowDb db, SqlBatch batch, IReadOnlyCollection<InstanceWork> changed)
    {
        // As a process that dies in the middle: some of it is already on its way to the database.
        store.Write(db, batch, changed);
        Hitung();
    }

    private void Hitung()
    {
        if (++Panggilan == JatuhPada) throw new ProsesMatiException();
    }
}

/// <summary>What stands for the death of the process. A fault of the infrastructure, so that nobody takes it for a fault of the work itself.</summary>
internal sealed class ProsesMatiException : TimeoutException;
