using Dukcapil.ServiceDefaults.Database;

namespace Dukcapil.Workflow.Store;

/// <summary>Registers what reads and writes instances.</summary>
internal static class StoreSetup
{
    public static void AddInstanceStore(this IServiceCollection services)
    {
        services.AddSingleton<IInstanceStore>(provider =>
            provider.GetRequiredService<DatabaseProvider>().IsPostgreSql ? new PostgresInstanceStore() : new PortableInstanceStore());
        services.AddScoped<InstanceSession>();
        services.AddSingleton<UnitOfWork>();
    }
}
