using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Models;

namespace Dukcapil.ElsaServer.Katalog;

/// <summary>
/// A task of an officer: opens a bookmark that carries all its owner has to know, and ends with the outcome that the owner tells. It sends nothing
/// itself: what is not committed yet must be announced to nobody.
/// </summary>
[Browsable(false)]
public sealed class TugasDukcapil : Activity
{
    /// <summary>Key of the bookmark's metadata under which the task is written.</summary>
    public const string Tugas = "Dukcapil.Tugas";

    /// <summary>Input of a resumption: outcome that the owner tells.</summary>
    public const string Hasil = "Dukcapil.Hasil";

    /// <summary>Input of a resumption: why the next tasks come (<see cref="AsalTugas"/> as JSON).</summary>
    public const string Asal = "Dukcapil.Asal";

    private const int IdPanjang = 26;

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var pesan = PesanTugas.Dari(context, this, Disambungkan(context));
        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkId = IdPenanda(context),
            Callback = LanjutkanAsync,
            IncludeActivityInstanceId = true,
            Metadata = new Dictionary<string, string> { [Tugas] = JsonSerializer.Serialize(pesan, MessageJson.Options) },
        });
        return ValueTask.CompletedTask;
    }

    // Named by instance, node and what led here. A burst that is run again after a crash makes the same bookmark, and so the same task.
    private static string IdPenanda(ActivityExecutionContext context)
    {
        var alur = context.WorkflowExecutionContext;
        var sebab = alur.ResumedBookmarkContext?.Bookmark.Id ?? "mulai";
        for (var ke = 0; ; ke++)
        {
            var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{alur.Id}|{context.ActivityNode.NodeId}|{sebab}|{ke}")))[..IdPanjang];
            if (alur.Bookmarks.All(b => b.Id != id)) return id;
        }
    }

    private ValueTask LanjutkanAsync(ActivityExecutionContext context) => context.CompleteActivityWithOutcomesAsync(
        context.WorkflowInput.TryGetValue(Hasil, out var hasil) && hasil is string nama
            ? nama
            : throw new InvalidOperationException($"Node {Id} was resumed without an outcome: tasks of officers end at their owner only."));

    private IEnumerable<string> Disambungkan(ActivityExecutionContext context) =>
        context.ParentActivityExecutionContext?.Activity is Flowchart alur
            ? alur.Connections.Where(c => c.Source.Activity?.Id == Id).Select(c => c.Source.Port ?? "Done")
            : [];
}
