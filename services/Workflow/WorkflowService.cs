using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Catalogue;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions;
using Dukcapil.Workflow.Instances;
using Dukcapil.Workflow.Pencabutan;
using Dukcapil.Workflow.Roles;
using Dukcapil.Workflow.Running;

namespace Dukcapil.Workflow;

/// <summary>Runs workflow definitions: definitions and their versions, instances, the way of every application through the SOP.</summary>
public static class WorkflowService
{
    /// <summary>Builds the service.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceDefaults<WorkflowDb, WorkflowDbSqlite>(ServiceNames.Workflow);
        builder.Services.AddSingleton<KatalogAktivitas>();
        builder.Services.AddSingleton<CompiledDefinitions>();
        builder.Services.AddScoped<DefinitionPublisher>();
        builder.Services.AddScoped<DefinitionRemoval>();
        builder.Services.AddScoped<DefinitionUse>();
        builder.Services.AddScoped<PublishCheck>();
        builder.Services.AddScoped<ImportFiles>();
        builder.Services.AddScoped<InstanceRunner>();
        builder.Services.AddScoped<Withdrawals>();
        // Roles first: a definition is checked against them.
        builder.Services.AddHostedService<SeedPeran>();
        builder.Services.AddHostedService<SeedDefinitions>();

        builder.Services.AddHandler<PermohonanDiajukan, StartInstance>();
        builder.Services.AddHandler<TugasDiselesaikan, CompleteTask>();
        builder.Services.AddHandler<PencabutanDiminta, RequestWithdrawal>();
        builder.Services.AddHandler<PenutupanTugasDijawab, AnswerClosing>();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapDefinitions();
        app.MapPeran();
        app.MapInstances();
        return app;
    }
}
