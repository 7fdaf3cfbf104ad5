using System.Diagnostics;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Operations;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Dukcapil.ServiceDefaults.Telemetry;
using Dukcapil.ServiceDefaults.Tenggat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dukcapil.ServiceDefaults.Hosting;

/// <summary>
/// What makes a host one of our services, in one line before and one after <c>Build</c>: database, outbox and inbox, tokens, problem details,
/// documents of the API, health, telemetry, operator endpoints.
/// </summary>
public static class ServiceHost
{
    /// <summary>Adds everything a service has in common with the others.</summary>
    /// <typeparam name="TDb">The service's database on PostgreSQL.</typeparam>
    /// <typeparam name="TSqliteDb">The same on SQLite (its migrations are its own).</typeparam>
    /// <param name="builder">The host.</param>
    /// <param name="service">One of <see cref="Contracts.ServiceNames"/>.</param>
    /// <param name="messages">Whether it sends and takes messages; identity does neither.</param>
    public static void AddServiceDefaults<TDb, TSqliteDb>(this WebApplicationBuilder builder, string service, bool messages = true)
        where TDb : ServiceDb
        where TSqliteDb : TDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        builder.AddLog();
        builder.AddUnitsOfWork<TDb, TSqliteDb>(service, messages);
        services.AddSingleton<Pelindung>();
        services.AddSingleton<IndeksNomor>();
        services.AddSingleton<JangkarAudit>();
        services.AddHostedService<PenyegelAudit>();
        services.AddSingleton<PermintaanBerjalan>();
        services.AddScoped<Idempotensi>();
        builder.AddBearerTokens();
        builder.AddTelemetry(service);
        builder.AddBatasLaju();
        builder.AddPengaman();
        services.AddExceptionHandler<PenanganKesalahan>();
        // ASP.NET would put its whole traceparent there; the trace id alone is what finds the trace.
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString());
        services.Configure<JsonOptions>(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi(service, document => document.Describe(service));
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
    }

    /// <summary>What a unit of work needs and no more: clock, database, outbox and inbox. For commands and benchmarks that run a service's core without its API.</summary>
    /// <typeparam name="TDb">The service's database on PostgreSQL.</typeparam>
    /// <typeparam name="TSqliteDb">The same on SQLite.</typeparam>
    /// <param name="builder">The host.</param>
    /// <param name="service">One of <see cref="Contracts.ServiceNames"/>.</param>
    /// <param name="messages">Whether it sends and takes messages.</param>
    public static void AddUnitsOfWork<TDb, TSqliteDb>(this IHostApplicationBuilder builder, string service, bool messages = true)
        where TDb : ServiceDb
        where TSqliteDb : TDb
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(new ServiceIdentity(service));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.Services.TryAddSingleton<KunciAudit>();
        builder.Services.TryAddSingleton<SaksiAudit>();
        builder.Services.TryAddScoped<JurnalAudit>();
        builder.AddDatabase<TDb, TSqliteDb>();
        if (messages) builder.AddMessaging(service);
        else builder.Services.AddSingleton<OutboxSignal>();
    }

    /// <summary>Lets this service own human tasks.</summary>
    public static void AddHumanTasks(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<PelayananTugas>();
        builder.Services.AddScoped<PengabarTugas>();
        builder.Services.AddScoped<PenutupTugas>();
        builder.Services.AddScoped<PengawasanTugas>();
        builder.Services.AddScoped<PemeriksaWewenang>();
        builder.Services.AddScoped<PelepasTugas>();
        builder.Services.AddScoped<PenentuTenggat>();
        builder.Services.AddSingleton<SetelanWewenang>();
        builder.Services.AddHostedService<PenjagaDelegasi>();
        builder.Services.AddHostedService<PengawasTenggat>();
        builder.Services.AddSingleton<IPengukur, PengukurAntrean>();
        builder.Services.AddHandler<Contracts.TugasDiterbitkan, TerbitkanTugas>();
        builder.Services.AddHandler<Contracts.PenutupanTugasDiminta, TutupTugas>();
    }

    /// <summary>Adds one step of the SOP.</summary>
    public static void AddLangkah<TLangkah>(this WebApplicationBuilder builder)
        where TLangkah : class, ILangkah
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<ILangkah, TLangkah>();
    }

    /// <summary>The pipeline, and the endpoints every service has.</summary>
    public static void UseServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var service = app.Services.GetRequiredService<ServiceIdentity>().Name;
        app.UseExceptionHandler();
        app.UseKepalaAman();
        app.UseStatusCodePages(StatusProblems.WriteAsync);
        app.UseRouting();
        app.UseBatasIsi();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapOpenApi("/openapi/{documentName}.json").Terbuka("tanpa data");
        app.MapHealth();
        app.MapMetrik();
        app.MapAudit(service);
        app.MapSegelUlang(service);
        if (app.Services.GetService<IErrorQueue>() is not null) app.MapOps(service);
    }
}
