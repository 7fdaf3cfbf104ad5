using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Workflow.Tests.Store;

/// <summary>
/// Random ways through the SOP with a crash at every call of the store, each followed by what a broker does: the message comes again. Whatever
/// happens, what is left behind is what an undisturbed run leaves, to the last byte of state, journal, tasks and messages.
/// </summary>
public abstract class TahanJatuh
{
    private const int LangkahPaling = 30;

    protected abstract Task<BasisUji> BasisAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_crash_at_any_call_of_the_store_changes_nothing(int bibit)
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis, ubah: PenyimpanRapuh.Pasang);
        var rapuh = inti.Services.GetRequiredService<PenyimpanRapuh>();
        var (tanpaGangguan, panggilan) = await TempuhAsync(inti, rapuh, bibit, jatuhPada: 0);
        Assert.InRange(panggilan, 8, 1000);
        for (var jatuh = 1; jatuh <= panggilan; jatuh++)
            Assert.Equal(tanpaGangguan, (await TempuhAsync(inti, rapuh, bibit, jatuh)).Potret);
    }

    [Fact]
    public async Task A_message_that_comes_again_and_one_that_comes_early_change_nothing()
    {
        using var basis = await BasisAsync();
        await using var inti = await IntiAlur.BukaAsync(basis);
        var permohonan = Guid.CreateVersion7();
        var mulai = Diajukan(permohonan);
        Assert.Equal(InboxOutcome.Applied, await inti.TerimaAsync("intake", 1, mulai));
        var pertama = Assert.Single(await inti.TugasAsync(permohonan));
        var selesai = Selesai(pertama.Message, "Diajukan");
        Assert.Equal(InboxOutcome.Held, await inti.TerimaAsync("intake", 3, selesai));
        Assert.Equal(pertama.TugasId, Assert.Single(await inti.TugasAsync(permohonan)).TugasId);
        Assert.Equal(InboxOutcome.Applied, await inti.TerimaAsync("intake", 2, selesai));
        var kedua = Assert.Single(await inti.TugasAsync(permohonan));
        Assert.NotEqual(pertama.TugasId, kedua.TugasId);
        var potret = await inti.PotretAsync(permohonan);
        Assert.Equal(InboxOutcome.Duplicate, await inti.TerimaAsync("intake", 2, selesai));
        Assert.Equal(InboxOutcome.Duplicate, await inti.TerimaAsync("intake", 1, mulai));
        // The same completion under a new number, as reconciliation would send it: the task no longer waits.
        Assert.Equal(InboxOutcome.Applied, await inti.TerimaAsync("rekonsiliasi", 1, selesai));
        Assert.Equal(potret, await inti.PotretAsync(permohonan));
    }

    private static async Task<(string Potret, int Panggilan)> TempuhAsync(IntiAlur inti, PenyimpanRapuh rapuh, int bibit, int jatuhPada)
    {
        var permohonan = Guid.CreateVersion7();
        var acak = new Random(bibit);
        var nomor = new Dictionary<string, long>(StringComparer.Ordinal);
        var mulai = rapuh.Panggilan;
        rapuh.JatuhPada = jatuhPada == 0 ? 0 : mulai + jatuhPada;
        await AntarAsync("intake", Diajukan(permohonan));
        for (var langkah = 0; langkah < LangkahPaling && (await inti.TugasAsync(permohonan)).FirstOrDefault() is { } tugas; langkah++)
        {
            // Mostly forward, so that the way ends; the returns of the SOP in between.
            var maju = tugas.Message.Hasil.First(h => !h.PerluAlasan).Nama;
            var hasil = acak.Next(4) == 0 ? tugas.Message.Hasil[acak.Next(tugas.Message.Hasil.Count)].Nama : maju;
            await AntarAsync(tugas.Message.Pelayan, Selesai(tugas.Message, hasil));
        }
        return (await inti.PotretAsync(permohonan), rapuh.Panggilan - mulai);

        // The inbox itself tries a failed message again; delivered once more afterwards, it is a duplicate.
        async Task AntarAsync(string sender, IMessage message)
        {
            var n = nomor[sender] = nomor.GetValueOrDefault(sender) + 1;
            await inti.TerimaAsync(sender, n, message);
            Assert.Equal(InboxOutcome.Duplicate, await inti.TerimaAsync(sender, n, message));
        }
    }

    internal static PermohonanDiajukan Diajukan(Guid permohonan, string jenis = "KK_BARU") => new()
    {
        PermohonanId = permohonan,
        Kantor = "9901",
        Fakta = new Fakta { Jenis = jenis, JumlahAnggota = 3 },
        Pada = new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero),
    };

    internal static TugasDiselesaikan Selesai(TugasDiterbitkan tugas, string hasil) => new()
    {
        PermohonanId = tugas.PermohonanId,
        TugasId = tugas.TugasId,
        Hasil = hasil,
        Fakta = tugas.Fakta with { Keputusan = hasil },
        Pada = new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero),
    };
}

public sealed class TahanJatuhSqlite : TahanJatuh
{
    protected override Task<BasisUji> BasisAsync() => Task.FromResult(BasisUji.Sqlite());
}

public sealed class TahanJatuhPostgres(PostgresBersama postgres) : TahanJatuh
{
    protected override Task<BasisUji> BasisAsync() => postgres.BuatAsync();
}
