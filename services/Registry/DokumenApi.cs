using Dukcapil.Registry.Database;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.HumanTasks;

namespace Dukcapil.Registry;

/// <summary>Documents of one application: for officers of its office, and for the client system that filed it.</summary>
internal static class DokumenApi
{
    /// <summary>Maps the group; each document joins it.</summary>
    public static RouteGroupBuilder MapDokumen(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/v1/registri/permohonan/{id:guid}").WithTags("Registri").RequireAuthorization(Izin.MelihatDokumen);

    /// <summary>
    /// Applications whose documents somebody may see. Office and application meet in the tasks; who filed comes with the receipt, so that before "Lengkap", and
    /// for what was filed before this was told, a client system sees nothing here.
    /// </summary>
    public static IQueryable<Guid> Terlihat(this RegistryDb db, Petugas petugas) => petugas.SistemLain
        ? db.TandaBukti.Where(t => t.DiajukanOleh == petugas.Id).Select(t => t.PermohonanId)
        : db.Set<Tugas>().Where(t => t.Kantor == petugas.Kantor).Select(t => t.PermohonanId);
}
