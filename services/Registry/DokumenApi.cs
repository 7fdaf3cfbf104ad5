using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.HumanTasks;

namespace Dukcapil.Registry;

/// <summary>What the Registry shows also to client systems: documents and lines of the book of applications that they filed.</summary>
internal static class DokumenApi
{
    /// <summary>Maps the group of the book.</summary>
    public static RouteGroupBuilder MapBuku(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1/registri").WithTags("Registri").RequireAuthorization(Izin.MelihatBuku);

    /// <summary>Maps the group of documents of one application; each joins it.</summary>
    public static RouteGroupBuilder MapDokumen(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1/registri/permohonan/{id:guid}").WithTags("Registri").RequireAuthorization(Izin.MelihatDokumen);

    /// <summary>
    /// Applications of which somebody may see that. Office and application meet in the tasks; who filed comes with the receipt, so that before "Lengkap", and
    /// for what was filed before this was told, a client system sees nothing here.
    /// </summary>
    public static IQueryable<Guid> Terlihat(this RegistryDb db, Petugas petugas) => petugas.SistemLain
        ? db.TandaBukti.Where(t => t.DiajukanOleh == petugas.Id).Select(t => t.PermohonanId)
        : db.Set<Tugas>().Where(t => t.Kantor == petugas.Kantor).Select(t => t.PermohonanId);
}
