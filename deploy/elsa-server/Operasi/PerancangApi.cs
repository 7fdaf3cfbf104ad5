using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Microsoft.AspNetCore.Http.HttpResults;
using IzinKita = Dukcapil.ServiceDefaults.Auth.Izin;

namespace Dukcapil.ElsaServer.Operasi;

/// <summary>Who is signed in.</summary>
internal sealed record SayaAlur(string Nama, IReadOnlyList<string> Peran, HakAlur Boleh);

/// <summary>What they may do with definitions.</summary>
internal sealed record HakAlur(bool Melihat, bool Menyunting, bool Menerbitkan);

/// <summary>Versions of a definition.</summary>
internal sealed record DaftarVersiAlur(IReadOnlyList<VersiAlur> Versi);

/// <summary>A version, and how many instances run on it.</summary>
internal sealed record VersiAlur(int Versi, bool Terbit, long Berjalan, DateTimeOffset? DiterbitkanPada);

/// <summary>What the page around Elsa Studio asks for besides Elsa's own API.</summary>
internal static class PerancangApi
{
    public static void MapPerancang(this IEndpointRouteBuilder app)
    {
        var alur = app.MapGroup("/api/v1/alur").WithTags("Alur kerja");

        alur.MapGet("/saya", (HttpContext http) =>
        {
            var petugas = Petugas.Dari(http.User);
            var menerbitkan = IzinKita.AdminAlur.Boleh(http.User);
            // In Elsa whoever saves may publish.
            return TypedResults.Ok(new SayaAlur(petugas.Nama, [.. petugas.Peran.Order(StringComparer.Ordinal)], new(IzinKita.MelihatAlur.Boleh(http.User), menerbitkan, menerbitkan)));
        }).RequireAuthorization(IzinKita.SetiapPetugas).WithSummary("Siapa yang masuk, dan apa yang boleh dilakukannya dengan alur");

        alur.MapGet("/definisi/{id}/versi", async (string id, IWorkflowDefinitionStore definisi, IWorkflowInstanceStore instans, CancellationToken token) =>
        {
            var versi = new List<VersiAlur>();
            foreach (var v in (await definisi.FindSummariesAsync(new() { DefinitionId = id }, token)).OrderByDescending(v => v.Version))
            {
                var berjalan = await instans.CountAsync(new() { DefinitionId = id, Version = v.Version ?? 0, WorkflowStatus = WorkflowStatus.Running }, token);
                versi.Add(new(v.Version ?? 0, v.IsPublished, berjalan, v.IsPublished ? v.CreatedAt : null));
            }
            return TypedResults.Ok(new DaftarVersiAlur(versi));
        }).RequireAuthorization(IzinKita.MelihatAlur).WithSummary("Versi sebuah definisi dan jumlah instans yang berjalan pada masing-masing");

        // Studio is one version ahead of Elsa Server: it asks at an address that Elsa has only from 3.8 on, and breaks without the answer.
        app.MapGet("/elsa/api/activity-executions/by-id", (string id) => TypedResults.LocalRedirect("/elsa/api/activity-executions/" + Uri.EscapeDataString(id)))
            .WithTags("Alur kerja").RequireAuthorization(IzinKita.MelihatAlur).WithSummary("Sebuah eksekusi aktivitas, di alamat Elsa 3.7");

        alur.MapGet("/definisi/{id}/riwayat", (string id) => TidakAda("Riwayat perubahan")).RequireAuthorization(IzinKita.MelihatAlur).WithSummary("Tidak ada di Elsa Server");
        alur.Map("/pemindahan/{**sisa}", (string? sisa) => TidakAda("Pemindahan permohonan yang berjalan")).RequireAuthorization(IzinKita.MelihatAlur).WithSummary("Tidak ada di Elsa Server");
    }

    private static ProblemHttpResult TidakAda(string apa) =>
        Masalah.Bentrok("tidak-ada-di-elsa", $"{apa} tidak ada di Elsa Server: permohonan yang berjalan selesai pada versi definisinya.");
}
