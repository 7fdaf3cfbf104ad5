using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>What somebody may do with workflows.</summary>
/// <param name="Melihat">See definitions and running workflows.</param>
/// <param name="Menyunting">Change drafts.</param>
/// <param name="Menerbitkan">Publish, retract, delete; move and repair what runs.</param>
public sealed record HakAlur(bool Melihat, bool Menyunting, bool Menerbitkan);

/// <summary>Who is signed in.</summary>
/// <param name="Nama">Name.</param>
/// <param name="Peran">Roles.</param>
/// <param name="Boleh">What these roles may.</param>
public sealed record SayaAlur(string Nama, IReadOnlyList<string> Peran, HakAlur Boleh);

/// <summary>One version and how many instances are on it.</summary>
/// <param name="Versi">Number.</param>
/// <param name="Terbit">Whether new instances start on it.</param>
/// <param name="Berjalan">Instances on their way.</param>
/// <param name="DiterbitkanPada">When it was published; null when never.</param>
public sealed record VersiAlur(int Versi, bool Terbit, int Berjalan, DateTimeOffset? DiterbitkanPada);

/// <summary>Versions of a definition, the newest first.</summary>
/// <param name="Versi">Versions.</param>
public sealed record DaftarVersiAlur(IReadOnlyList<VersiAlur> Versi);

/// <summary>What the page around the designer shows: who is signed in, and which versions have running instances.</summary>
internal static class DefinitionOverviewApi
{
    /// <summary>Maps <c>/api/v1/alur/saya</c> and <c>/api/v1/alur/definisi/{id}/versi</c>.</summary>
    public static void MapAlurSaya(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/alur/saya", (HttpContext http) =>
        {
            var officer = Petugas.Dari(http.User);
            return TypedResults.Ok(new SayaAlur(
                officer.Nama, [.. officer.Peran.Order(StringComparer.Ordinal)],
                new HakAlur(Izin.MelihatAlur.Boleh(http.User), Izin.MenyuntingAlur.Boleh(http.User), Izin.AdminAlur.Boleh(http.User))));
        }).WithTags("Alur kerja").RequireAuthorization(Izin.SetiapPetugas).WithSummary("Siapa yang masuk, dan apa yang boleh dilakukannya dengan alur");

        app.MapGet("/api/v1/alur/definisi/{id}/versi", async (string id, WorkflowDb db, CancellationToken token) =>
        {
            var versions = await db.Definitions.AsNoTracking().Where(d => d.DefinitionId == id).OrderByDescending(d => d.Version)
                .Select(d => new VersiAlur(
                    d.Version, d.IsPublished, db.Instances.Count(i => i.DefinitionId == d.DefinitionId && i.Version == d.Version), d.PublishedAt)).ToListAsync(token);
            return TypedResults.Ok(new DaftarVersiAlur(versions));
        }).WithTags("Alur kerja").RequireAuthorization(Izin.MelihatAlur).WithSummary("Versi sebuah definisi dan jumlah permohonan pada masing-masing");
    }
}
