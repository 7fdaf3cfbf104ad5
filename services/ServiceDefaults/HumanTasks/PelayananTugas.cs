using System.Text.Json;
using System.Text.RegularExpressions;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Problems;
using Dukcapil.ServiceDefaults.Protection;
using Dukcapil.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.ServiceDefaults.HumanTasks;

/// <summary>Claim, release and complete, the same in every service. Each is one transaction; the row's version decides between two who act at once.</summary>
public sealed partial class PelayananTugas(
    ServiceDb db, IEnumerable<ILangkah> langkah, PemeriksaWewenang wewenang, Pelindung pelindung, PengabarTugas kabar, JurnalAudit jurnal, TimeProvider time)
{
    private const int ConflictTries = 3;

    /// <summary>A task of the officer's office, or a refusal.</summary>
    public async Task<(Tugas? Tugas, ProblemHttpResult? Masalah)> CariAsync(string id, Petugas petugas, CancellationToken cancellationToken)
    {
        var tugas = await db.Set<Tugas>().SingleOrDefaultAsync(t => t.Id == id && t.Kantor == petugas.Kantor, cancellationToken);
        if (tugas is null) return (null, Masalah.TidakDitemukan("Tugas"));
        Jejak.Tentang(tugas.PermohonanId);
        Jejak.SambungDari(tugas.Jejak);
        return (tugas, null);
    }

    /// <summary>Takes the task; the holder gets it again unchanged.</summary>
    public Task<(Tugas? Tugas, ProblemHttpResult? Masalah)> KlaimAsync(string id, Petugas petugas, CancellationToken cancellationToken) =>
        UbahAsync(
            id, petugas, "tugas.klaim", null, tugas => HakAsync(tugas, petugas, cancellationToken),
            (tugas, hak) =>
            {
                tugas.Klaim(petugas.Id, time.GetUtcNow(), hak.AtasNama);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Gives the task back to its queue.</summary>
    public Task<(Tugas? Tugas, ProblemHttpResult? Masalah)> LepasAsync(string id, Petugas petugas, CancellationToken cancellationToken) =>
        UbahAsync(
            id, petugas, "tugas.lepas", null, tugas => HakAsync(tugas, petugas, cancellationToken),
            (tugas, _) =>
            {
                if (tugas.Pemegang is not null) tugas.Lepas(time.GetUtcNow());
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>One change of a task, in one transaction, by whoever may; nothing is written when it changes nothing.</summary>
    /// <param name="id">The task.</param>
    /// <param name="petugas">Who acts.</param>
    /// <param name="tindakan">As the audit journal has it.</param>
    /// <param name="rincian">What the journal adds; null: the activity type.</param>
    /// <param name="boleh">The authority, or a refusal.</param>
    /// <param name="ubah">The change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal async Task<(Tugas? Tugas, ProblemHttpResult? Masalah)> UbahAsync(
        string id, Petugas petugas, string tindakan, string? rincian, Func<Tugas, Task<(Hak? Hak, ProblemHttpResult? Masalah)>> boleh, Func<Tugas, Hak, Task> ubah,
        CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var (tugas, masalah) = await CariAsync(id, petugas, cancellationToken);
            if (masalah is not null) return (null, masalah);
            (var hak, masalah) = await boleh(tugas!);
            if (masalah is not null) return (null, masalah);
            var versi = tugas!.Versi;
            await ubah(tugas, hak!);
            if (tugas.Versi == versi) return (tugas, null);
            jurnal.Catat(tindakan, tugas.PermohonanId, tugas.Id, rincian ?? tugas.Aktivitas, pelaku: petugas, atasNama: hak!.AtasNama?.Teks);
            await kabar.KabarkanAsync(tugas, cancellationToken);
            try
            {
                await db.SaveAndCommitAsync(cancellationToken);
                return (tugas, null);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody was faster. Looked at again, the task says whether that was an officer, or only the clock with a reminder.
                if (tries == ConflictTries) return (null, DiubahBersamaan());
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Completes the task with an outcome: domain effect, task and outgoing messages in one transaction.</summary>
    public async Task<(TugasSelesai? Jawaban, ProblemHttpResult? Masalah)> SelesaikanAsync(
        string id, SelesaikanTugas permintaan, Petugas petugas, CancellationToken cancellationToken)
    {
        var sidik = ApiJson.Sidik(permintaan);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await SelesaikanSekaliAsync(id, permintaan, sidik, petugas, cancellationToken);
            }
            catch (Exception e) when (DatabaseFaults.IsConflict(e))
            {
                // Another unit of work was faster. Looked at again, the task says whether that was this same request or somebody else.
                if (tries == ConflictTries) return (null, DiubahBersamaan());
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<(TugasSelesai? Jawaban, ProblemHttpResult? Masalah)> SelesaikanSekaliAsync(
        string id, SelesaikanTugas permintaan, string sidik, Petugas petugas, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (tugas, masalah) = await CariAsync(id, petugas, cancellationToken);
        if (masalah is not null) return (null, masalah);
        if (JawabanPertama(tugas!, petugas, sidik) is { } pertama) return (pertama, null);
        (var hak, masalah) = await HakAsync(tugas!, petugas, cancellationToken);
        masalah ??= TolakIsian(tugas!, permintaan);
        if (masalah is not null) return (null, masalah);

        var (jawaban, penolakan) = await TerapkanAsync(tugas!, permintaan, sidik, hak!, cancellationToken);
        if (penolakan is not null) return (null, penolakan);
        await db.SaveAndCommitAsync(cancellationToken);
        return (jawaban, null);
    }

    /// <summary>What this officer was answered to this same request, when that has completed the task.</summary>
    public TugasSelesai? JawabanPertama(Tugas tugas, Petugas petugas, string sidik)
    {
        ArgumentNullException.ThrowIfNull(tugas);
        ArgumentNullException.ThrowIfNull(petugas);
        return tugas.Status == StatusTugas.Selesai && tugas.Pemegang == petugas.Id && tugas.SidikPermintaan == sidik
            ? pelindung.BukaKolom<TugasSelesai>(tugas.JawabanTersegel!)
            : null;
    }

    /// <summary>Applies an outcome within a transaction that the caller commits.</summary>
    public async Task<(TugasSelesai? Jawaban, ProblemHttpResult? Masalah)> TerapkanAsync(
        Tugas tugas, SelesaikanTugas permintaan, string sidik, Hak hak, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tugas);
        ArgumentNullException.ThrowIfNull(permintaan);
        ArgumentNullException.ThrowIfNull(hak);
        var (petugas, now) = (hak.Petugas, time.GetUtcNow());
        tugas.Klaim(petugas.Id, now, hak.AtasNama);
        var step = langkah.Single(l => l.Aktivitas == tugas.Aktivitas);
        var hasil = await step.SelesaikanAsync(
            new Penyelesaian(tugas, petugas, permintaan.Hasil, permintaan.Alasan, permintaan.Data, now, hak.AtasNama), cancellationToken);
        if (hasil.Penolakan is not null) return (null, hasil.Penolakan);

        tugas.Selesaikan(
            permintaan.Hasil,
            hasil.Fakta with { Keputusan = permintaan.Hasil, KodeAlasan = permintaan.Alasan?.Kode ?? "", Pelaksana = petugas.Id },
            permintaan.Alasan is { } alasan ? pelindung.SegelKolom(alasan.Teks) : null, now);
        var jawaban = new TugasSelesai(tugas.Id, tugas.HasilDipilih!, now, hasil.Jawaban is null ? null : JsonSerializer.SerializeToElement(hasil.Jawaban, ApiJson.Options));
        tugas.SidikPermintaan = sidik;
        tugas.JawabanTersegel = pelindung.SegelKolom(jawaban);
        jurnal.Catat(
            "tugas.selesai", tugas.PermohonanId, tugas.Id, $"{tugas.Aktivitas} {tugas.HasilDipilih} {tugas.KodeAlasan}".TrimEnd(), pelaku: petugas,
            atasNama: tugas.Peran == Peran.Pemohon ? Peran.Pemohon : hak.AtasNama?.Teks);
        db.Send(tugas.Diselesaikan());
        await kabar.KabarkanAsync(tugas, cancellationToken);
        db.SetelahCommit(() => Ukuran.Selesai(tugas));
        return (jawaban, null);
    }

    /// <summary>
    /// Under which authority this officer may act on the task now, and with this outcome; or why not. For acts beside claim and completion.
    /// </summary>
    public async Task<(Hak? Hak, ProblemHttpResult? Masalah)> BolehAsync(
        Tugas tugas, Petugas petugas, SelesaikanTugas? permintaan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tugas);
        ArgumentNullException.ThrowIfNull(petugas);
        var (hak, masalah) = await HakAsync(tugas, petugas, cancellationToken);
        masalah ??= permintaan is null ? null : TolakIsian(tugas, permintaan);
        return masalah is null ? (hak, null) : (null, masalah);
    }

    private async Task<(Hak? Hak, ProblemHttpResult? Masalah)> HakAsync(Tugas tugas, Petugas petugas, CancellationToken cancellationToken)
    {
        var (hak, masalah) = await wewenang.HakAsync(
            petugas, [tugas.Peran], tugas.Aktivitas, $"Langkah {tugas.Langkah.Nomor} adalah tugas {tugas.Peran}; peran itu tidak Anda pegang.", cancellationToken);
        masalah ??= TolakBilaTidakTersedia(tugas, petugas);
        return masalah is null ? (hak, null) : (null, masalah);
    }

    private static ProblemHttpResult? TolakBilaTidakTersedia(Tugas tugas, Petugas petugas) =>
        tugas.Status != StatusTugas.Terbuka ? TidakTerbuka()
        : tugas.Pemegang is null || tugas.Pemegang == petugas.Id ? null
        : Masalah.Bentrok("tugas-dipegang", "Tugas ini sedang dipegang petugas lain.");

    /// <summary>409: completed or closed.</summary>
    internal static ProblemHttpResult TidakTerbuka() => Masalah.Bentrok("tugas-tidak-terbuka", "Tugas ini sudah selesai atau ditutup.");

    // 409: somebody else changed it in the same moment, again and again.
    private static ProblemHttpResult DiubahBersamaan() => Masalah.Bentrok("tugas-diubah-bersamaan", "Tugas ini baru saja diubah oleh petugas lain.");

    private static ProblemHttpResult? TolakIsian(Tugas tugas, SelesaikanTugas permintaan)
    {
        var pilihan = tugas.Hasil.SingleOrDefault(h => h.Nama == permintaan.Hasil);
        if (pilihan is null)
        {
            var daftar = string.Join(", ", tugas.Hasil.Select(h => $"\"{h.Nama}\""));
            return Masalah.TidakSah("Hasil itu tidak ada pada langkah ini.", ("hasil", $"Pilih salah satu: {daftar}."));
        }
        if (permintaan.Alasan is { } alasan)
        {
            if (!KodeAlasan().IsMatch(alasan.Kode ?? ""))
                return Masalah.TidakSah("Alasan tidak sah.", ("alasan.kode", "3 sampai 40 huruf besar, angka, atau garis bawah, misalnya BERKAS_KURANG."));
            if (string.IsNullOrWhiteSpace(alasan.Teks) || alasan.Teks.Length > 2000)
                return Masalah.TidakSah("Alasan tidak sah.", ("alasan.teks", "Wajib diisi, paling panjang 2000 karakter."));
        }
        var kurang = pilihan.PerluAlasan ? [] : tugas.Langkah.KelengkapanWajib.Except(permintaan.Kelengkapan ?? []).ToList();
        if (kurang.Count > 0)
            return Masalah.TidakSah("Kelengkapan wajib belum dinyatakan ada.", [.. kurang.Select(k => ("kelengkapan", $"\"{k}\" wajib ada."))]);
        return pilihan.PerluAlasan && permintaan.Alasan is null
            ? Masalah.TidakSah("Setiap pengembalian wajib disertai alasan.", ("alasan", "Wajib: kode dan teks."))
            : null;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]{2,39}$")]
    private static partial Regex KodeAlasan();
}
