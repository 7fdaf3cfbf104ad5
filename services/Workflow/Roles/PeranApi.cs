using System.Text.Json;
using System.Text.RegularExpressions;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.Workflow.Database;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Workflow.Roles;

/// <summary>A role.</summary>
/// <param name="Kode">Code.</param>
/// <param name="Nama">Name that people read.</param>
public sealed record PeranTugas(string Kode, string Nama);

/// <summary>Name of a role.</summary>
/// <param name="Nama">Name that people read, at most 100 characters.</param>
public sealed record NamaPeran(string Nama);

/// <summary>Roles that tasks of a definition may be given to. Seeded from the SOP; an administrator adds more without a restart.</summary>
public static partial class PeranApi
{
    private const int NamaTerpanjang = 100;

    /// <summary>Maps <c>/api/v1/alur/peran</c>.</summary>
    public static RouteGroupBuilder MapPeran(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/alur/peran").WithTags("Alur kerja").PerubahanDicatat("alur.kelola");

        group.MapGet("/", async (WorkflowDb db, CancellationToken token) =>
            TypedResults.Ok(await db.Peran.AsNoTracking().OrderBy(p => p.Kode).Select(p => new PeranTugas(p.Kode, p.Nama)).ToListAsync(token)))
            .RequireAuthorization(Izin.SetiapPetugas with { Syarat = "" }).WithSummary("Peran yang dapat diberi tugas");

        group.MapPut("/{kode}", async Task<Results<Ok<PeranTugas>, ProblemHttpResult>> (string kode, NamaPeran isi, WorkflowDb db, CancellationToken token) =>
        {
            if (!PolaKode().IsMatch(kode)) return Masalah.TidakSah("Kode peran tidak sah.", ("kode", "Huruf besar, angka, dan '_', diawali huruf, paling panjang 40."));
            var nama = isi.Nama.Trim();
            if (nama.Length is 0 or > NamaTerpanjang || nama.Any(char.IsControl)) return Masalah.TidakSah("Nama peran tidak sah.", ("nama", $"Wajib diisi, paling panjang {NamaTerpanjang} karakter."));
            if (Peran.Sistem.Contains(kode)) return Masalah.TidakSah("Kode ini milik sistem.", ("kode", "Peran sistem tidak melayani permohonan."));
            if (await db.Peran.SingleOrDefaultAsync(p => p.Kode == kode, token) is { } known) known.Nama = nama;
            else db.Peran.Add(new PeranAlur { Kode = kode, Nama = nama });
            await db.SaveChangesAsync(token);
            return TypedResults.Ok(new PeranTugas(kode, nama));
        }).RequireAuthorization(Izin.AdminAlur).WithSummary("Tambah peran, atau ubah namanya");

        group.MapDelete("/{kode}", async Task<Results<NoContent, ProblemHttpResult>> (string kode, WorkflowDb db, CancellationToken token) =>
        {
            if (await db.Peran.SingleOrDefaultAsync(p => p.Kode == kode, token) is not { } peran) return Masalah.TidakDitemukan("Peran");
            var teks = JsonSerializer.Serialize(kode);
            var pemakai = await db.Definitions.Where(d => d.Json.Contains(teks)).Select(d => d.DefinitionId).Distinct().OrderBy(id => id).ToListAsync(token);
            if (pemakai.Count > 0) return Masalah.Bentrok("peran-dipakai", $"Peran {kode} dipakai oleh definisi {string.Join(", ", pemakai)}.");
            db.Remove(peran);
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }).RequireAuthorization(Izin.AdminAlur).WithSummary("Hapus peran yang tidak dipakai definisi mana pun");

        return group;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]{0,39}$")]
    private static partial Regex PolaKode();
}
