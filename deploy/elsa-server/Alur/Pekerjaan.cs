using Dukcapil.Contracts;
using Dukcapil.ElsaServer.Database;
using Dukcapil.ElsaServer.Katalog;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ElsaServer.Alur;

/// <summary>
/// Carries one command out: Elsa's part first, in transactions of Elsa's own, then ours, which tells others of it. Whoever dies in between finds Elsa's
/// part done when the command is taken again, and goes on with ours.
/// </summary>
internal sealed class Pekerjaan(AlurDb db, Mesin mesin, Penyelaras penyelaras, Keputusan keputusan, IConfiguration configuration, TimeProvider time)
{
    public async Task KerjakanAsync(Perintah perintah, CancellationToken cancellationToken)
    {
        var permohonan = await db.Permohonan.SingleOrDefaultAsync(p => p.Id == perintah.PermohonanId, cancellationToken);
        switch (perintah.Jenis)
        {
            case nameof(PermohonanDiajukan):
                await MulaiAsync(permohonan, perintah.Pesan<PermohonanDiajukan>(), cancellationToken);
                break;
            case nameof(TugasDiselesaikan):
                await SelesaikanAsync(Ada(permohonan, perintah), perintah.Pesan<TugasDiselesaikan>(), cancellationToken);
                break;
            case nameof(PencabutanDiminta):
                await keputusan.MintaAsync(permohonan, perintah.Pesan<PencabutanDiminta>(), cancellationToken);
                break;
            case nameof(PenutupanTugasDijawab):
                await keputusan.JawabAsync(Ada(permohonan, perintah), perintah.Pesan<PenutupanTugasDijawab>(), cancellationToken);
                break;
            case Perintah.Periksa:
                await penyelaras.SelaraskanAsync(Ada(permohonan, perintah), await mesin.CariAsync(perintah.PermohonanId, cancellationToken), diselesaikan: null, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"Unknown command {perintah.Jenis}.");
        }
        db.Remove(perintah);
    }

    /// <summary>The application of a command that cannot be carried out; one that could not even begin is noted, so that its incident has a place.</summary>
    public async Task<Permohonan?> UntukInsidenAsync(Perintah perintah, CancellationToken cancellationToken) =>
        await db.Permohonan.SingleOrDefaultAsync(p => p.Id == perintah.PermohonanId, cancellationToken)
        ?? (perintah.Jenis == nameof(PermohonanDiajukan) ? Tambah(perintah.Pesan<PermohonanDiajukan>()) : null);

    private Permohonan Tambah(PermohonanDiajukan pesan) => db.Add(new Permohonan
    {
        Id = pesan.PermohonanId,
        Kantor = pesan.Kantor,
        Definisi = DefinisiUntuk(pesan.Fakta.Jenis),
        MulaiPada = time.GetUtcNow(),
        BergerakPada = time.GetUtcNow(),
    }).Entity;

    private static Permohonan Ada(Permohonan? permohonan, Perintah perintah) => permohonan
        ?? throw new InvalidOperationException($"{perintah.Jenis} is about an application that never began here. Is another executor still to be drained?");

    // The same application again comes from reconciliation: nothing is started twice, and an end that was missed is told once more.
    private async Task MulaiAsync(Permohonan? permohonan, PermohonanDiajukan pesan, CancellationToken cancellationToken)
    {
        if (permohonan is { BerakhirPada: { } pada, Batal: false }) db.Send(new AlurSelesai { PermohonanId = permohonan.Id, Pada = pada });
        permohonan ??= Tambah(pesan);
        var instans = await mesin.CariAsync(permohonan.Id, cancellationToken);
        if (instans is null && !permohonan.Dimulai) instans = await mesin.MulaiAsync(permohonan, pesan.Fakta, cancellationToken);
        permohonan.Dimulai = true;
        await penyelaras.SelaraskanAsync(permohonan, instans, diselesaikan: null, cancellationToken);
    }

    private async Task SelesaikanAsync(Permohonan permohonan, TugasDiselesaikan pesan, CancellationToken cancellationToken)
    {
        if (permohonan.BerakhirPada is not null) return;
        if (await db.Tugas.SingleOrDefaultAsync(t => t.Id == pesan.TugasId, cancellationToken) is not { } tugas)
        {
            // Nobody here waits for it, and its owner believes that somebody does.
            penyelaras.Tandai(permohonan, new(Temuan.TugasTidakDikenal, $"Tugas {pesan.TugasId} diselesaikan ({pesan.Hasil}), tetapi tidak pernah diterbitkan dari sini."));
            return;
        }
        if (tugas.Usai) return;
        var terbit = tugas.Pesan;
        var kembali = JenisTugas.Mengembalikan(terbit.Aktivitas, pesan.Hasil);
        if (kembali) permohonan.JumlahPengembalian++;
        if (terbit.Aktivitas == JenisTugas.TandaTangan && pesan.Hasil == JenisTugas.Ditandatangani) permohonan.Ditandatangani = true;
        permohonan.BergerakPada = time.GetUtcNow();
        // Without an instance the command stays, and is carried out when somebody has brought it back.
        var instans = await mesin.CariAsync(permohonan.Id, cancellationToken) ?? throw new InvalidOperationException("Elsa has no instance of this application.");
        // Gone from Elsa's state: Elsa had done it when this process died. Still there: not done, or torn on the way, and done now.
        if (instans.Tugas.Any(b => b.Id == tugas.BookmarkId))
        {
            var asal = new AsalTugas
            {
                TugasId = tugas.Id,
                Langkah = terbit.Langkah.Nomor,
                Hasil = pesan.Hasil,
                Dikembalikan = kembali,
                KodeAlasan = pesan.Fakta.KodeAlasan is { Length: > 0 } kode ? kode : null,
            };
            instans = await mesin.LanjutkanAsync(
                permohonan, tugas.BookmarkId, pesan.Hasil, asal, pesan.Fakta with { JumlahPengembalian = permohonan.JumlahPengembalian }, cancellationToken);
        }
        await penyelaras.SelaraskanAsync(permohonan, instans, tugas.Id, cancellationToken);
        await keputusan.LanjutkanAsync(permohonan, cancellationToken);
    }

    private string DefinisiUntuk(string? jenis) => configuration[$"Alur:Definisi:{jenis}"] ?? configuration["Alur:DefinisiBawaan"] ?? "kartu-keluarga";
}
