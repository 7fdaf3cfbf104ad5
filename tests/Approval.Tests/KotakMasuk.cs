using System.Text.Json;
using Dukcapil.Approval.Database;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Dukcapil.Approval.Tests;

/// <summary>The inbox of an officer: what is in it, in which order, and how much.</summary>
public abstract class KotakMasuk(LayananPersetujuan layanan)
{
    [Fact]
    public async Task A_claim_at_the_owner_is_in_the_list_and_its_handling_time_runs()
    {
        var tugas = await layanan.KoreksiAsync();
        var kasi = layanan.Sebagai("kasi-a", "KASI");
        await Tunggu.SampaiAsync("tugas baru ada di daftar", async () => (await ButirAsync(kasi, tugas)).ValueKind != JsonValueKind.Undefined);
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).Harus(200);
        await Tunggu.SampaiAsync("klaim ada di daftar", async () => (await ButirAsync(kasi, tugas)).TryGetProperty("pemegang", out _));
        layanan.Jam.Maju(TimeSpan.FromMinutes(2));
        var butir = await ButirAsync(kasi, tugas);
        Assert.InRange(butir.GetProperty("penangananMs").GetInt64(), 120_000, 130_000);
        Assert.True(butir.GetProperty("lewatWaktuBaku").GetBoolean());
        Assert.EndsWith("/konsep/1", butir.GetProperty("tautan").GetProperty("konsep").GetString(), StringComparison.Ordinal);
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/lepas")).Harus(200);
        await Tunggu.SampaiAsync("lepas ada di daftar", async () => !(await ButirAsync(kasi, tugas)).TryGetProperty("pemegang", out _));
    }

    [Theory]
    [InlineData("terlama")]
    [InlineData("terbaru")]
    [InlineData("prioritas")]
    [InlineData("tenggat")]
    public async Task Pages_show_every_task_that_stays_once_while_others_come_and_go(string urut)
    {
        var peran = "UJI_" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        var awal = layanan.Jam.GetUtcNow();
        var tetap = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            var id = $"{peran}-{i:00}";
            tetap.Add(id);
            await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket(
                id, awal.AddSeconds(i / 2), peran, prioritas: i % 5 == 0 ? PrioritasTugas.Segera : PrioritasTugas.Biasa,
                tenggat: i % 3 == 0 ? awal.AddHours(40 - i) : null, permohonan: IdUntuk(id)));
        }
        var klien = layanan.Sebagai("petugas-" + peran, peran);
        var terlihat = new List<string>();
        string? sesudah = null;
        var halaman = 0;
        do
        {
            var jawaban = (await klien.BacaAsync($"/api/v1/tugas?urut={urut}&batas=7" + (sesudah is null ? "" : "&sesudah=" + sesudah))).Harus(200).Json;
            terlihat.AddRange(jawaban.GetProperty("tugas").EnumerateArray().Select(t => t.GetProperty("tugasId").GetString()!));
            sesudah = jawaban.TryGetProperty("berikut", out var berikut) ? berikut.GetString() : null;
            // What was seen is completed, something new comes in front and behind, and one is taken by somebody.
            await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket(terlihat[0], awal, peran, versi: 2, status: StatusTugas.Selesai, permohonan: IdUntuk(terlihat[0])));
            await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket($"{peran}-baru-{halaman}", awal.AddDays(-1), peran, tenggat: awal.AddHours(-1)));
            await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket($"{peran}-akhir-{halaman++}", awal.AddDays(1), peran));
        }
        while (sesudah is not null && halaman < 30);
        Assert.Equal(tetap, terlihat.Where(tetap.Contains).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_task_made_urgent_while_pages_are_read_is_not_missed()
    {
        var peran = "UJI_" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        var awal = layanan.Jam.GetUtcNow();
        for (var i = 0; i < 10; i++)
            await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket($"{peran}-{i}", awal.AddSeconds(i), peran, permohonan: IdUntuk($"{peran}-{i}")));
        var klien = layanan.Sebagai("petugas-" + peran, peran);
        var pertama = (await klien.BacaAsync("/api/v1/tugas?urut=prioritas&batas=4")).Harus(200).Json;
        layanan.Jam.Maju(TimeSpan.FromSeconds(1));
        await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket($"{peran}-9", awal.AddSeconds(9), peran, versi: 2, prioritas: PrioritasTugas.Segera, permohonan: IdUntuk($"{peran}-9")));
        var kedua = (await klien.BacaAsync($"/api/v1/tugas?urut=prioritas&batas=20&sesudah={pertama.GetProperty("berikut").GetString()}")).Harus(200).Json;
        Assert.Contains($"{peran}-9", kedua.GetProperty("tugas").EnumerateArray().Select(t => t.GetProperty("tugasId").GetString()));
        Assert.Equal($"{peran}-9", (await klien.BacaAsync("/api/v1/tugas?urut=prioritas")).Json.GetProperty("tugas")[0].GetProperty("tugasId").GetString());
        (await klien.BacaAsync($"/api/v1/tugas?urut=terlama&sesudah={pertama.GetProperty("berikut").GetString()}")).HarusMasalah(400, "permintaan-tidak-terbaca");
    }

    [Fact]
    public async Task Counts_follow_every_change_of_the_list()
    {
        var peran = "UJI_" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        var awal = layanan.Jam.GetUtcNow();
        var klien = layanan.Sebagai("petugas-" + peran, peran);
        for (var i = 0; i < 6; i++) await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket($"{peran}-{i}", awal.AddSeconds(i), peran, permohonan: IdUntuk($"{peran}-{i}")));
        Assert.Equal((6, 0, 0), await JumlahAsync(klien));
        await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket($"{peran}-0", awal, peran, versi: 2, pemegang: "x", permohonan: IdUntuk($"{peran}-0")));
        await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket($"{peran}-1", awal, peran, versi: 2, prioritas: PrioritasTugas.Segera, permohonan: IdUntuk($"{peran}-1")));
        await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket($"{peran}-2", awal, peran, versi: 2, status: StatusTugas.Selesai, pemegang: "x", permohonan: IdUntuk($"{peran}-2")));
        Assert.Equal((5, 1, 1), await JumlahAsync(klien));
        // An older word about a task comes late: it changes neither list nor number.
        await layanan.TerimaAsync(ServiceNames.Intake, Contoh.Loket($"{peran}-2", awal, peran, versi: 1, permohonan: IdUntuk($"{peran}-2")));
        Assert.Equal((5, 1, 1), await JumlahAsync(klien));
        await layanan.TerimaAsync(ServiceNames.Workflow, new AlurSelesai { PermohonanId = IdUntuk($"{peran}-0"), Pada = awal });
        Assert.Equal((4, 0, 1), await JumlahAsync(klien));
    }

    [Fact]
    public async Task A_supervisor_reassigns_and_prioritises_and_nobody_else()
    {
        var tugas = await layanan.KoreksiAsync();
        var (kasi, lain, kabid) = (layanan.Sebagai("kasi-1", "KASI"), layanan.Sebagai("kasi-2", "KASI"), layanan.Sebagai("kabid-1", "KABID"));
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim")).Harus(200);
        (await lain.KirimJsonAsync(Contoh.Alamat(tugas) + "/alihkan", new { kepada = "kasi-2" })).HarusMasalah(403, "bukan-wewenang");
        (await kabid.KirimJsonAsync(Contoh.Alamat(tugas) + "/alihkan", new { kepada = "kasi 2" })).HarusMasalah(422, "isian-tidak-sah");
        (await kabid.KirimJsonAsync(Contoh.Alamat(tugas) + "/alihkan", new { kepada = "kasi-2" })).Harus(200);
        (await kasi.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf())).HarusMasalah(409, "tugas-dipegang");
        (await kabid.KirimAsync(HttpMethod.Put, Contoh.Alamat(tugas) + "/prioritas", new { prioritas = "segera" })).Harus(200);
        (await kasi.KirimAsync(HttpMethod.Put, Contoh.Alamat(tugas) + "/prioritas", new { prioritas = "biasa" })).HarusMasalah(403, "bukan-wewenang");
        (await lain.KirimJsonAsync(Contoh.Alamat(tugas) + "/catatan", new { teks = "Berkas fisik ada di meja saya." })).Harus(201);
        var catatan = (await kabid.BacaAsync(Contoh.Alamat(tugas) + "/catatan")).Harus(200).Json;
        Assert.Equal("Berkas fisik ada di meja saya.", catatan[0].GetProperty("teks").GetString());
        (await lain.KirimJsonAsync(Contoh.Alamat(tugas) + "/selesai", Contoh.Paraf())).Harus(200);
        (await kabid.KirimJsonAsync(Contoh.Alamat(tugas) + "/alihkan", new { kepada = "kasi-1" })).HarusMasalah(409, "tugas-tidak-terbuka");
    }

    [Fact]
    public async Task Of_two_officers_who_take_a_task_in_the_same_moment_one_holds_it()
    {
        for (var kali = 0; kali < 5; kali++)
        {
            var tugas = await layanan.KoreksiAsync();
            var jawaban = await Task.WhenAll(
                layanan.Sebagai("kasi-1", "KASI").KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim"), layanan.Sebagai("kasi-2", "KASI").KirimJsonAsync(Contoh.Alamat(tugas) + "/klaim"));
            Assert.Equal([200, 409], jawaban.Select(j => j.Status).Order());
            Assert.Equal("urn:dukcapil:masalah:tugas-dipegang", jawaban.Single(j => j.Status == 409).Json.GetProperty("type").GetString());
        }
    }

    [Fact]
    public async Task One_task_is_shown_with_its_way_its_returns_and_its_parafs()
    {
        var permohonan = Guid.NewGuid();
        var kasi = layanan.Sebagai("kasi-1", "KASI");
        var pertama = await layanan.KoreksiAsync(permohonan: permohonan);
        (await kasi.KirimJsonAsync(Contoh.Alamat(pertama) + "/selesai", Contoh.Paraf())).Harus(200);
        var kedua = await layanan.KoreksiAsync("KABID", permohonan);
        (await layanan.Sebagai("kabid-1", "KABID").KirimJsonAsync(
            Contoh.Alamat(kedua) + "/selesai", new { hasil = "TidakSesuai", alasan = new { kode = "SALAH_GELAR", teks = "Gelar tidak ada pada berkas." } })).Harus(200);
        var ketiga = await layanan.KoreksiAsync(permohonan: permohonan, asal: new AsalTugas { TugasId = kedua, Langkah = "4", Hasil = "TidakSesuai", Dikembalikan = true, KodeAlasan = "SALAH_GELAR" });
        await layanan.KonsepAsync(permohonan, 2);
        await Tunggu.SampaiAsync("ketiga tugas ada di daftar", async () =>
            (await kasi.BacaAsync("/api/v1/tugas/" + ketiga)) is { Status: 200 } j && j.Json.GetProperty("riwayat").GetArrayLength() == 3
            && j.Json.GetProperty("riwayat")[1].GetProperty("dikembalikan").GetBoolean());
        var uraian = (await kasi.BacaAsync("/api/v1/tugas/" + ketiga)).Harus(200).Json;
        Assert.Equal("Gelar tidak ada pada berkas.", uraian.GetProperty("tugas").GetProperty("asal").GetProperty("alasan").GetString());
        Assert.Equal("SALAH_GELAR", uraian.GetProperty("riwayat")[1].GetProperty("kodeAlasan").GetString());
        var paraf = Assert.Single(uraian.GetProperty("paraf").EnumerateArray());
        Assert.Equal("konsepBerubah", paraf.GetProperty("sebabGugur").GetString());
        Assert.Equal(0, (await kasi.BacaAsync("/api/v1/tugas?dikembalikan=false&permohonanId=" + permohonan)).Json.GetProperty("tugas").GetArrayLength());
    }

    private static Guid IdUntuk(string teks) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(teks)).AsSpan(0, 16));

    private static async Task<(long, long, long)> JumlahAsync(Klien klien)
    {
        var jumlah = (await klien.BacaAsync("/api/v1/tugas/jumlah")).Harus(200).Json[0];
        return (jumlah.GetProperty("terbuka").GetInt64(), jumlah.GetProperty("dipegang").GetInt64(), jumlah.GetProperty("segera").GetInt64());
    }

    private static async Task<JsonElement> ButirAsync(Klien klien, string tugas) => (await klien.BacaAsync("/api/v1/tugas?urut=terbaru")).Harus(200).Json
        .GetProperty("tugas").EnumerateArray().FirstOrDefault(t => t.GetProperty("tugasId").GetString() == tugas);
}

/// <inheritdoc/>
public sealed class KotakMasukSqlite(PersetujuanSqlite layanan) : KotakMasuk(layanan), IClassFixture<PersetujuanSqlite>;

/// <inheritdoc/>
public sealed class KotakMasukPostgres(PersetujuanPostgres layanan) : KotakMasuk(layanan), IClassFixture<PersetujuanPostgres>
{
    private readonly PersetujuanPostgres layanan = layanan;

    [Fact]
    public async Task A_unit_of_work_that_was_given_up_leaves_nothing_for_the_one_after_it()
    {
        var (dibuang, tetap) = (Guid.NewGuid(), Guid.NewGuid());
        for (var kali = 0; kali < 5; kali++) await KerjaAsync(dibuang, simpan: false);
        // More than once, so that contexts which others have used are among those that save.
        for (var kali = 0; kali < 5; kali++) await KerjaAsync(tetap, simpan: true);
        await Tunggu.SampaiAsync("kabar terkirim", () => Task.FromResult(layanan.Kurir.Terkirim.Count(t => t.Pesan.PermohonanId == tetap) == 5));
        Assert.DoesNotContain(layanan.Kurir.Terkirim, t => t.Pesan.PermohonanId == dibuang);
        await using var lingkup = layanan.Services.CreateAsyncScope();
        var daftar = lingkup.ServiceProvider.GetRequiredService<ApprovalDb>().Daftar;
        Assert.Equal(5, await daftar.CountAsync(t => t.PermohonanId == tetap, TestContext.Current.CancellationToken));
        Assert.Equal(0, await daftar.CountAsync(t => t.PermohonanId == dibuang, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_unit_of_work_sends_goes_when_it_is_committed_and_not_when_it_was_rolled_back_before()
    {
        var (batal, jadi) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var lingkup = layanan.Services.CreateAsyncScope())
        {
            var db = lingkup.ServiceProvider.GetRequiredService<ApprovalDb>();
            await using (var pertama = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
            {
                db.SendToOthers(Kabar(batal));
                await db.SaveChangesAsync(TestContext.Current.CancellationToken);
                await pertama.RollbackAsync(TestContext.Current.CancellationToken);
            }
            await using var kedua = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            db.SendToOthers(Kabar(jadi));
            await db.SaveAndCommitAsync(TestContext.Current.CancellationToken);
        }
        await Tunggu.SampaiAsync("kabar terkirim", () => Task.FromResult(layanan.Kurir.Terkirim.Any(t => t.Pesan.PermohonanId == jadi)));
        Assert.DoesNotContain(layanan.Kurir.Terkirim, t => t.Pesan.PermohonanId == batal);
        await KosongAsync(jadi);
    }

    [Fact]
    public async Task A_message_that_is_not_taken_stays_in_the_outbox_and_is_tried_again()
    {
        var permohonan = Guid.NewGuid();
        layanan.Kurir.Menolak = pesan => pesan.PermohonanId == permohonan;
        await KerjaAsync(permohonan, simpan: true);
        await Tunggu.SampaiAsync("tercatat ditolak", () => DiOutboxAsync(permohonan, o => o.Attempts > 0));
        Assert.DoesNotContain(layanan.Kurir.Terkirim, t => t.Pesan.PermohonanId == permohonan);

        layanan.Kurir.Menolak = null;
        layanan.Jam.Maju(TimeSpan.FromSeconds(10));
        await Tunggu.SampaiAsync("kabar terkirim", () => Task.FromResult(layanan.Kurir.Terkirim.Any(t => t.Pesan.PermohonanId == permohonan)));
        await KosongAsync(permohonan);
    }

    private Task KosongAsync(Guid permohonan) => Tunggu.SampaiAsync("kotak keluar kosong", async () => !await DiOutboxAsync(permohonan, _ => true));

    private async Task<bool> DiOutboxAsync(Guid permohonan, Func<OutboxMessage, bool> yang)
    {
        await using var lingkup = layanan.Services.CreateAsyncScope();
        var baris = await lingkup.ServiceProvider.GetRequiredService<ApprovalDb>().Outbox.AsNoTracking()
            .Where(o => o.Stream == permohonan).ToListAsync(TestContext.Current.CancellationToken);
        return baris.Any(yang);
    }

    private TugasBerubah Kabar(Guid permohonan) => Contoh.Loket(Guid.NewGuid().ToString("N"), layanan.Jam.GetUtcNow(), permohonan: permohonan);

    // A message to others and a row of the list, saved or given up.
    private async Task KerjaAsync(Guid permohonan, bool simpan)
    {
        await using var lingkup = layanan.Services.CreateAsyncScope();
        var (db, pesan) = (lingkup.ServiceProvider.GetRequiredService<ApprovalDb>(), Contoh.Loket(Guid.NewGuid().ToString("N"), layanan.Jam.GetUtcNow(), permohonan: permohonan));
        db.SendToOthers(pesan);
        await lingkup.ServiceProvider.GetRequiredService<IHandle<TugasBerubah>>().HandleAsync(pesan, TestContext.Current.CancellationToken);
        if (simpan) await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_message_that_overtakes_another_in_this_process_waits_for_it_and_is_not_held()
    {
        var inbox = layanan.Services.GetRequiredService<Inbox>();
        var (permohonan, tugas) = (Guid.NewGuid(), Guid.NewGuid().ToString("N"));
        Assert.Equal(InboxOutcome.Applied, await TerimaAsync(1));
        var tiba = new List<Task<InboxOutcome>>();
        await using (var sumber = NpgsqlDataSource.Create(layanan.Basis.ConnectionString))
        await using (var koneksi = await sumber.OpenConnectionAsync(TestContext.Current.CancellationToken))
        await using (await koneksi.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            // Nobody gets past the position until all of them are here, the last one first.
            await using var kunci = new NpgsqlCommand("SELECT 1 FROM approval.inbox_stream WHERE stream = $1 FOR UPDATE", koneksi) { Parameters = { new() { Value = permohonan } } };
            Assert.Equal(1, await kunci.ExecuteScalarAsync(TestContext.Current.CancellationToken));
            foreach (var urut in (int[])[4, 3, 2]) tiba.Add(TerimaAsync(urut));
        }
        Assert.All(await Task.WhenAll(tiba), hasil => Assert.Equal(InboxOutcome.Applied, hasil));

        Task<InboxOutcome> TerimaAsync(int urut) => inbox.ReceiveAsync(
            new IncomingMessage(
                Guid.NewGuid(), ServiceNames.Intake, urut, null,
                Contoh.Loket(tugas, layanan.Jam.GetUtcNow(), versi: urut, pemegang: $"petugas-{urut}", permohonan: permohonan)),
            TestContext.Current.CancellationToken);
    }
}
