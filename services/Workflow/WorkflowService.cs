using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Telemetry;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Definitions.Riwayat;
using Dukcapil.Workflow.Insiden;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Keadaan;
using Dukcapil.Workflow.Pemindahan;
using Dukcapil.Workflow.Pencabutan;
using Dukcapil.Workflow.Roles;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Signals;
using Dukcapil.Workflow.Store;

namespace Dukcapil.Workflow;

/// <summary>Runs workflow definitions: definitions and their versions, instances, the way of every application through the SOP.</summary>
public static class WorkflowService
{
    /// <summary>Builds the service.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceDefaults<WorkflowDb, WorkflowDbSqlite>(ServiceNames.Workflow);
        builder.Services.AddAlur();
        // Roles first: a definition is checked against them.
        builder.Services.AddHostedService<SeedPeran>();
        builder.Services.AddHostedService<SeedDefinitions>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Pump>());
        builder.Services.AddSingleton<IPengukur, PengukurMesin>();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapDefinitions();
        app.MapDesigner();
        app.MapAlurSaya();
        app.MapDefinitionHistory();
        app.MapPeran();
        app.MapInstances();
        app.MapElsaInstances();
        app.MapJournal();
        app.MapExecutions();
        app.MapStarting();
        app.MapStimuli();
        app.MapEnding();
        app.MapIncidents();
        app.MapVersionMoves();
        return app;
    }

    /// <summary>What runs definitions, without the API and without what works by itself in the background.</summary>
    public static void AddAlur(this IServiceCollection services)
    {
        services.AddSingleton<KatalogAktivitas>();
        services.AddSingleton<DesignerDescriptors>();
        services.AddSingleton<CompiledDefinitions>();
        services.AddScoped<DefinitionPublisher>();
        services.AddScoped<DefinitionRemoval>();
        services.AddScoped<DefinitionTriggers>();
        services.AddScoped<DefinitionUse>();
        services.AddScoped<PublishCheck>();
        services.AddHttpContextAccessor();
        services.AddScoped<ChangeLog>();
        services.AddScoped<ImportFiles>();
        services.AddInstanceStore();
        services.AddScoped<InstanceRunner>();
        services.AddScoped<BurstEffects>();
        services.AddScoped<SignalHandler>();
        services.AddScoped<Withdrawals>();
        services.AddScoped<InstanceMoves>();
        services.AddScoped<InstanceSearch>();
        services.AddScoped<InstanceReading>();
        services.AddScoped<Starter>();
        services.AddScoped<IncidentList>();
        services.AddScoped<IncidentActions>();
        services.AddScoped<MovePlans>();
        services.AddSingleton<PumpSignal>();
        services.AddSingleton<Pump>();
        services.AddHandler<PermohonanDiajukan, StartInstance>();
        services.AddHandler<TugasDiselesaikan, CompleteTask>();
        services.AddHandler<PencabutanDiminta, RequestWithdrawal>();
        services.AddHandler<PenutupanTugasDijawab, AnswerClosing>();
    }
}
