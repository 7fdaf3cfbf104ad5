using Dukcapil.Contracts;
using Dukcapil.ElsaServer.Alur;
using Dukcapil.ElsaServer.Database;
using Dukcapil.ElsaServer.Hak;
using Dukcapil.ElsaServer.Katalog;
using Dukcapil.ElsaServer.Operasi;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Telemetry;
using Elsa.Alterations.Extensions;
using Elsa.Extensions;
using Elsa.Persistence.EFCore;
using Elsa.Persistence.EFCore.Extensions;
using Elsa.Persistence.EFCore.Modules.Alterations;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Extensions;
using Elsa.Workflows.LogPersistence;
using Elsa.Workflows.Runtime.Distributed.Extensions;
using Elsa.Workflows.Runtime.Entities;
using Medallion.Threading.Postgres;
using Microsoft.AspNetCore.Authentication;
using Npgsql;

namespace Dukcapil.ElsaServer;

/// <summary>
/// A stock Elsa Server in the place of the Workflow service: same queue, same messages, same addresses; definitions run on Elsa's own runtime in token
/// flowchart mode (in the other one this very SOP ends silently at a double return).
/// </summary>
public static class ElsaServerService
{
    private const string Skema = "elsa";

    /// <summary>Builds the host.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // The same role, broker and keys as the Workflow service; its database is another one, so that neither writes into the other's tables.
        if (builder.Configuration["Elsa:BasisData"] is { Length: > 0 } nama)
            builder.Configuration["ConnectionStrings:Database"] = new NpgsqlConnectionStringBuilder(builder.Configuration.GetConnectionString("Database")) { Database = nama }.ConnectionString;
        builder.AddServiceDefaults<AlurDb, AlurDbSqlite>(ServiceNames.Workflow);
        builder.AddAlurElsa();
        builder.AddElsaServer();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapOperasi();
        app.MapPerancang();
        app.UseWorkflowsApi("elsa/api");
        app.UseJsonSerializationErrorHandler();
        return app;
    }

    private static void AddAlurElsa(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<Pemicu>();
        services.AddSingleton<JedaPengawas>();
        services.AddScoped<Mesin>();
        services.AddScoped<Penyelaras>();
        services.AddScoped<Keputusan>();
        services.AddScoped<Pekerjaan>();
        services.AddHandler<PermohonanDiajukan, CatatPerintah<PermohonanDiajukan>>();
        services.AddHandler<TugasDiselesaikan, CatatPerintah<TugasDiselesaikan>>();
        services.AddHandler<PencabutanDiminta, CatatPerintah<PencabutanDiminta>>();
        services.AddHandler<PenutupanTugasDijawab, CatatPerintah<PenutupanTugasDijawab>>();
        services.AddSingleton<IPengukur, PengukurElsa>();
        services.AddTransient<IClaimsTransformation, IzinElsa>();
    }

    private static void AddElsaServer(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var basisData = builder.Configuration.GetConnectionString("Database")!;
        var elsaDb = new ElsaDbContextOptions { SchemaName = Skema };
        services.AddElsa(elsa => elsa
            .UseWorkflows()
            .UseFlowchart(alur => alur.UseTokenBasedExecution())
            .UseWorkflowManagement(management =>
            {
                management.UseEntityFrameworkCore(ef => ef.UsePostgreSql(basisData, elsaDb));
                // As Elsa's documentation tunes it: what is not in the log need not be written at every step. Studio then shows the way without inputs.
                management.SetDefaultLogPersistenceMode(builder.Configuration.GetValue("Elsa:Log", LogPersistenceMode.Exclude));
                management.UseCache();
            })
            .UseWorkflowRuntime(runtime =>
            {
                runtime.UseEntityFrameworkCore(ef => ef.UsePostgreSql(basisData, elsaDb));
                runtime.UseCache();
                // A timer of an instance never meets a step of it, in no replica. As delivered Elsa locks files, in a folder that a container cannot write to.
                runtime.UseDistributedRuntime();
                runtime.DistributedLockProvider = _ => new PostgresDistributedSynchronizationProvider(basisData);
                if (builder.Configuration.GetValue("Elsa:Jurnal", true)) return;
                runtime.ActivityExecutionLogSink = _ => new TanpaJurnal<ActivityExecutionRecord>();
                runtime.WorkflowExecutionLogSink = _ => new TanpaJurnal<WorkflowExecutionLogRecord>();
            })
            // What Elsa's own Studio retries a failed step with.
            .UseAlterations(perubahan => perubahan.UseEntityFrameworkCore(ef => ef.UsePostgreSql(basisData, elsaDb)))
            .UseJavaScript(skrip => skrip.AllowClrAccess = false)
            .UseLiquid()
            .UseScheduling()
            .UseWorkflowsApi());
        services.AddActivityProvider<PenyediaAktivitas>();
        services.AddNotificationHandler<FaktaAlur>();
        services.AddNotificationHandler<PemeriksaDefinisi>();
        // After Elsa's own start, which migrates its tables and knows its activity types; before anything is taken from the queue's commands.
        services.AddHostedService<PenanamDefinisi>();
        var pelaksana = builder.Configuration.GetValue("Elsa:Pelaksana", 2 * Environment.ProcessorCount);
        for (var i = 0; i < pelaksana; i++) services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<Pelaksana>(s));
        services.AddHostedService<Pengawas>();
    }
}
