using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.Engine.Expressions;
using Dukcapil.Engine.Running;
using Dukcapil.Engine.State;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.Workflow.Elsa;
using Dukcapil.Workflow.Running;
using Dukcapil.Workflow.Store;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Workflow.Instances;

/// <summary>Instances over Elsa's API: lists, one with its state, its variables.</summary>
internal static class ElsaInstanceApi
{
    private static readonly HashSet<string> Facts = typeof(Fakta).GetProperties()
        .Select(property => MessageJson.Options.PropertyNamingPolicy?.ConvertName(property.Name) ?? property.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Maps <c>/elsa/api/workflow-instances</c>.</summary>
    public static void MapElsaInstances(this IEndpointRouteBuilder app)
    {
        var group = app.MapElsa("Instans", Izin.MelihatAlur).MapGroup("/workflow-instances").PerubahanDicatat("alur.kelola");

        group.MapGet("/", (HttpRequest request, InstanceSearch search, CancellationToken token) => ListAsync(InstanceFilter.From(request.Query), search, token))
            .WithSummary("Daftar instans");

        group.MapPost("/", async (HttpRequest request, InstanceSearch search, CancellationToken token) =>
            await ListAsync(await ElsaJson.ReadAsync<InstanceFilter>(request, token), search, token)).WithSummary("Daftar instans dengan saringan");

        group.MapGet("/{id}", async Task<IResult> (string id, InstanceReading reading, CancellationToken token) =>
            await reading.FindAsync(id, token) is { } row ? ElsaJson.Answer(ElsaInstance.Of(row, await reading.StateAsync(row, token))) : TypedResults.NotFound())
            .WithSummary("Baca instans dengan keadaannya");

        group.MapGet("/{id}/execution-state", async Task<IResult> (string id, InstanceReading reading, CancellationToken token) =>
        {
            if (await reading.FindAsync(id, token) is not { } row) return TypedResults.NotFound();
            var status = row.FinishedAt is null ? "Running" : "Finished";
            return ElsaJson.Answer(new ElsaExecutionState(status, row.SubStatus, row.SubStatus, row.UpdatedAt));
        }).WithSummary("Sejauh mana instans berjalan");

        group.MapGet("/{id}/variables", async Task<IResult> (string id, InstanceReading reading, CancellationToken token) =>
            await reading.FindAsync(id, token) is { } row ? await VariablesAsync(row, reading, token) : TypedResults.NotFound()).WithSummary("Variabel instans");

        group.MapPost("/{id}/variables", SetVariablesAsync).RequireAuthorization(Izin.AdminAlur).WithSummary("Ubah variabel instans yang berjalan; tercatat dalam jurnal");
    }

    private static async Task<JsonHttpResult<ElsaInstancePage>> ListAsync(InstanceFilter filter, InstanceSearch search, CancellationToken token)
    {
        var (rows, cursor) = await search.PageAsync(filter, token);
        return ElsaJson.Answer(new ElsaInstancePage(
            [.. rows.Select(ElsaInstanceSummary.Of)], await search.CountAsync(filter, token), filter.Cursor is null ? null : cursor));
    }

    private static async Task<IResult> VariablesAsync(InstanceRow row, InstanceReading reading, CancellationToken token)
    {
        var workflow = await reading.WorkflowAsync(row, token);
        var values = InstanceState.Read(row.State).Variables(workflow);
        var items = workflow.Variables.Select(v => new ElsaVariable(
            v.Id, v.Name, values.TryGetValue(v.Name, out var value) && value is not null ? JsonValues.ToElement(value) : null)).ToList();
        return ElsaJson.Answer(new ElsaCounted<ElsaVariable>(items, items.Count));
    }

    private static async Task<IResult> SetVariablesAsync(
        string id, HttpRequest request, UnitOfWork unitOfWork, InstanceReading reading, HttpContext http, CancellationToken token)
    {
        var body = await ElsaJson.ReadAsync<VariablesBody>(request, token);
        if (await reading.FindAsync(id, token) is not { } found) return TypedResults.NotFound();
        var workflow = await reading.WorkflowAsync(found, token);
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var given in body.Variables ?? [])
        {
            if (workflow.Variables.FirstOrDefault(v => v.Id == given.Id) is not { } variable)
                return ElsaRefusal.Of($"Definisi versi {found.Version} tidak mempunyai variabel '{given.Id}'.");
            if (found.PermohonanId is not null && Facts.Contains(variable.Name))
                return ElsaRefusal.Of(ElsaText.FaktaPermohonan(variable.Name));
            values[variable.Id] = given.Value;
            names.Add(variable.Name);
        }
        var note = $"{string.Join(", ", names)} oleh {Petugas.Dari(http.User).Id}";
        var outcome = values.Count == 0 ? BurstOutcome.Applied : await unitOfWork.RunAsync(
            async services => await services.GetRequiredService<InstanceSession>().FindAsync(found.Id, token) is { } work
                ? await services.GetRequiredService<InstanceRunner>().ResumeAsync(work, new VariablesSet(values, note), completion: null, token)
                : BurstOutcome.NotRunning,
            token);
        return outcome switch
        {
            BurstOutcome.Applied => await VariablesAsync((await reading.FindAsync(id, token))!, reading, token),
            BurstOutcome.ValueNotPossible => ElsaRefusal.Of("Nilai yang diberikan tidak muat dalam jenis variabelnya."),
            _ => ElsaRefusal.Of("Instans ini sudah berakhir: variabelnya tidak berubah lagi."),
        };
    }

    private sealed record VariablesBody
    {
        public IReadOnlyList<GivenVariable>? Variables { get; init; }
    }

    private sealed record GivenVariable(string Id, JsonElement Value);
}
