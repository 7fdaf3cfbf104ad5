using System.Text.Json.Nodes;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.Workflow.Database;
using Dukcapil.Workflow.Definitions.Reading;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Definitions;

/// <summary>Definitions over Elsa's API, as Studio and Elsa's clients call it.</summary>
public static class DefinitionApi
{
    /// <summary>Maps <c>/elsa/api/workflow-definitions</c> and the bulk actions on definitions.</summary>
    public static RouteGroupBuilder MapDefinitions(this IEndpointRouteBuilder app)
    {
        var elsa = app.MapElsa("Alur kerja", Izin.MelihatAlur).PerubahanDicatat("alur.kelola");
        var group = elsa.MapGroup("/workflow-definitions");
        group.MapDefinitionReading();
        group.MapDefinitionChanges();
        group.MapDefinitionExchange();
        elsa.MapDefinitionBulk();
        elsa.MapDelete("/workflow-definition-versions/{id}", async (string id, DefinitionRemoval removal, CancellationToken token) =>
            ElsaAnswers.Of(await removal.VersionAsync(id, token), Tertolak.Hapus, _ => TypedResults.NoContent())).RequireAuthorization(Izin.AdminAlur)
            .WithSummary("Hapus satu versi menurut id-nya");
        return elsa;
    }

    private static void MapDefinitionChanges(this RouteGroupBuilder group)
    {
        group.MapPost("/", async (HttpContext http, DefinitionPublisher publisher, DefinitionUse use, CancellationToken token) =>
        {
            var (body, refused) = await ModelReader.ReadAsync(http.Request, token);
            if (body is null) return ElsaAnswers.Refused(Tertolak.Baca, [refused!]);
            if (body["model"] is not JsonObject model) return ElsaAnswers.Refused(Tertolak.Baca, ["model harus berupa objek JSON: definisi alur kerja."]);
            if (body["publish"] is { } given && given.GetValueKind() is not (System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False))
                return ElsaAnswers.Refused(Tertolak.Baca, ["publish harus true atau false."]);
            var publish = CanonicalDefinition.Flag(body, "publish");
            if (publish && !Izin.AdminAlur.Boleh(http.User)) return ElsaAnswers.NotPublisher();
            NewDefinition.Fill(model);
            return await SavedAsync(await publisher.SaveAsync(model, publish, Petugas.Dari(http.User).Id, token), http, use, token);
        }).RequireAuthorization(Izin.MenyuntingAlur).WithSummary("Simpan definisi; publish: true juga menerbitkannya");

        group.MapPost("/{definitionId}/publish", async (string definitionId, HttpContext http, DefinitionPublisher publisher, DefinitionUse use, CancellationToken token) =>
            await SavedAsync(await publisher.PublishAsync(definitionId, token), http, use, token)).RequireAuthorization(Izin.AdminAlur).WithSummary("Terbitkan versi terbaru");

        group.MapPost("/{definitionId}/retract", async (string definitionId, HttpContext http, DefinitionPublisher publisher, CancellationToken token) =>
            ElsaAnswers.Of(await publisher.RetractAsync(definitionId, token), "Definisi tidak dapat ditarik.", v => ElsaAnswers.Json(DefinitionAnswers.Model(v, http.User))))
            .RequireAuthorization(Izin.AdminAlur).WithSummary("Tarik versi yang terbit");

        group.MapPost("/{definitionId}/revert/{version:int}", async (string definitionId, int version, HttpContext http, DefinitionPublisher publisher, CancellationToken token) =>
            ElsaAnswers.Of(
                await publisher.RevertAsync(definitionId, version, Petugas.Dari(http.User).Id, token), "Versi tidak dapat dipulihkan.",
                v => TypedResults.Created($"/elsa/api/workflow-definitions/by-id/{v.Id}", DefinitionAnswers.Summary(v, inListFor: null))))
            .Produces(StatusCodes.Status201Created, contentType: "application/json").RequireAuthorization(Izin.MenyuntingAlur).WithSummary("Konsep baru dengan isi versi lama");

        group.MapPost("/{definitionId}/update-references", async (string definitionId, WorkflowDb db, CancellationToken token) =>
            await db.Definitions.AnyAsync(d => d.DefinitionId == definitionId, token)
                // A sub-workflow is named by its definition and started in its published version: there is no reference to bring up to date.
                ? (IResult)TypedResults.Ok(new { affectedWorkflows = Array.Empty<string>() })
                : ElsaAnswers.NotFound()).RequireAuthorization(Izin.MenyuntingAlur).WithSummary("Perbarui rujukan; rujukan di sini selalu ke versi yang terbit");

        group.MapDelete("/{definitionId}", async (string definitionId, DefinitionRemoval removal, CancellationToken token) =>
            ElsaAnswers.Of(await removal.DefinitionsAsync([definitionId], token), Tertolak.Hapus, _ => TypedResults.NoContent())).RequireAuthorization(Izin.AdminAlur)
            .WithSummary("Hapus definisi dengan semua versinya");

        group.MapDelete("/{definitionId}/version/{version:int}", async (string definitionId, int version, DefinitionRemoval removal, CancellationToken token) =>
            ElsaAnswers.Of(await removal.VersionAsync(definitionId, version, token), Tertolak.Hapus, _ => TypedResults.Ok())).RequireAuthorization(Izin.AdminAlur)
            .WithSummary("Hapus satu versi");
    }

    private static async Task<IResult> SavedAsync(DefinitionOutcome outcome, HttpContext http, DefinitionUse use, CancellationToken token) =>
        ElsaAnswers.Saved(outcome, http.User, outcome.Version is { } version ? (await use.ConsumersAsync(version.DefinitionId, token)).Count : 0);
}

/// <summary>First line of a refusal.</summary>
internal static class Tertolak
{
    public const string Baca = "Permintaan tidak dapat dibaca.";
    public const string Hapus = "Tidak ada yang dihapus.";
    public const string Impor = "Tidak ada yang diimpor.";
    public const string Terbit = "Peran Anda boleh menyunting, tetapi tidak menerbitkan. Konsep tetap tersimpan; minta admin alur menerbitkannya.";
}
