using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>
/// What one activity type of the SOP does in the service that serves it. The mechanism around it (claim, roles, outcomes, reasons,
/// idempotency, messages) is the same for all; this is the step's own domain.
/// </summary>
public interface ILangkah
{
    /// <summary>Activity type in the catalogue, for example <c>Dukcapil.KoreksiKonsep</c>.</summary>
    string Aktivitas { get; }

    /// <summary>
    /// A task of this type was issued. Answers a completion when the act it asks for has been done already (the applicant has filed before
    /// the workflow asked), null when a person has to act. Runs in the inbox's transaction.
    /// </summary>
    Task<SudahDilakukan?> DiterbitkanAsync(Tugas tugas, CancellationToken cancellationToken) => Task.FromResult<SudahDilakukan?>(null);

    /// <summary>
    /// The task is to be closed. True when something is under way that must end first: then the step answers the request itself when it has ended
    /// (<see cref="PenutupTugas"/>). Runs in the inbox's transaction.
    /// </summary>
    Task<bool> TundaPenutupanAsync(Tugas tugas, Guid permintaan, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>
    /// The officer chose an outcome. Checks and changes the domain in the completing transaction; a refusal leaves everything as it was.
    /// </summary>
    Task<HasilLangkah> SelesaikanAsync(Penyelesaian penyelesaian, CancellationToken cancellationToken);
}

/// <summary>What was done before the task was issued.</summary>
/// <param name="Permintaan">The outcome.</param>
/// <param name="Petugas">Who did it.</param>
public sealed record SudahDilakukan(SelesaikanTugas Permintaan, Petugas Petugas);

/// <summary>The act of completing a task.</summary>
/// <param name="Tugas">The task.</param>
/// <param name="Petugas">Who acts; the name says on whose behalf.</param>
/// <param name="Hasil">Chosen outcome; one of those offered.</param>
/// <param name="Alasan">Reason; present when the outcome returns the file.</param>
/// <param name="Data">The step's own data.</param>
/// <param name="Pada">Now (UTC).</param>
/// <param name="AtasNama">The delegation under which the officer acts; null: in the own right.</param>
public sealed record Penyelesaian(
    Tugas Tugas, Petugas Petugas, string Hasil, Alasan? Alasan, JsonElement? Data, DateTimeOffset Pada, AtasNama? AtasNama = null);

/// <summary>Reason of a return.</summary>
/// <param name="Kode">Code in capitals, for example <c>BERKAS_KURANG</c>; goes to the workflow and into statistics.</param>
/// <param name="Teks">What the receiver must mend, in words. May name persons, so it travels sealed.</param>
public sealed record Alasan(string Kode, string Teks);

/// <summary>What a step answers: refused, or done with the facts it changed and what the officer gets to see.</summary>
public sealed record HasilLangkah
{
    private HasilLangkah()
    {
    }

    /// <summary>Set when refused.</summary>
    public ProblemHttpResult? Penolakan { get; private init; }

    /// <summary>Facts this step changed.</summary>
    public Fakta Fakta { get; private init; } = new();

    /// <summary>Result of the step for the officer, for example a number or a receipt code.</summary>
    public object? Jawaban { get; private init; }

    /// <summary>Done.</summary>
    public static HasilLangkah Selesai(Fakta? fakta = null, object? jawaban = null) => new() { Fakta = fakta ?? new Fakta(), Jawaban = jawaban };

    /// <summary>Refused; nothing is stored.</summary>
    public static HasilLangkah Ditolak(ProblemHttpResult penolakan) => new() { Penolakan = penolakan };
}
