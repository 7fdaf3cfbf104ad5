namespace Dukcapil.Contracts;

/// <summary>One origin: which path belongs to which service. The gateway, Standalone and the addresses in the task list read this table.</summary>
public static class PublicPaths
{
    /// <summary>Path prefix → service. The longest match wins.</summary>
    public static readonly IReadOnlyList<(string Prefix, string Service)> Table =
    [
        ("/api/v1/permohonan", ServiceNames.Intake),
        ("/api/v1/loket", ServiceNames.Intake),
        ("/api/v1/lacak", ServiceNames.Intake),
        ("/api/v1/tugas", ServiceNames.Approval),
        ("/api/v1/persetujuan", ServiceNames.Approval),
        ("/api/v1/wewenang", ServiceNames.Approval),
        ("/api/v1/registri", ServiceNames.Registry),
        ("/api/v1/verifikasi", ServiceNames.Registry),
        ("/periksa", ServiceNames.Registry),
        ("/api/v1/alur", ServiceNames.Workflow),
        ("/elsa/api", ServiceNames.Workflow),
        ("/api/v1/identitas", ServiceNames.Identity),
        ("/.well-known", ServiceNames.Identity),
        ("/connect", ServiceNames.Identity),
        ("/masuk", ServiceNames.Identity),
        ("/akun", ServiceNames.Identity),
        ("/kelola", ServiceNames.Identity),
        .. ServiceNames.WithApi.Select(s => ($"/api/v1/ops/{s}", s)),
        .. ServiceNames.WithApi.Select(s => (AuditOf(s), s)),
        .. ServiceNames.WithApi.Select(s => ($"/openapi/{s}.json", s)),
    ];

    /// <summary>Address of a service's audit journal.</summary>
    public static string AuditOf(string service) => "/api/v1/audit/" + service;

    /// <summary>Address of the tasks that a service owns.</summary>
    public static string TasksOf(string service) => service switch
    {
        ServiceNames.Intake => "/api/v1/loket/tugas",
        ServiceNames.Approval => "/api/v1/persetujuan/tugas",
        ServiceNames.Registry => "/api/v1/registri/tugas",
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "This service owns no tasks."),
    };
}
