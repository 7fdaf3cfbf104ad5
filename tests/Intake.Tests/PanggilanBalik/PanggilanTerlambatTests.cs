using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.PanggilanBalik;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Intake.Riwayat;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dukcapil.Intake.Tests.PanggilanBalik;

/// <summary>An overdue step is told to whoever has filed, once.</summary>
public sealed class PanggilanTerlambatTests
{
    [Fact]
    public async Task An_escalation_is_one_call_back_however_often_the_task_is_told_of_afterwards()
    {
        var folder = Directory.CreateTempSubdirectory("dukcapil-intake-");
        using var host = Host(Path.Combine(folder.FullName, "intake.db"));
        var permohonan = Guid.CreateVersion7();
        var pada = new DateTimeOffset(2026, 11, 27, 3, 0, 0, TimeSpan.Zero);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
            await db.Database.MigrateAsync();
            db.Add(new Permohonan
            {
                Id = permohonan,
                KodeLacak = "UJI",
                Kantor = "9901",
                Jenis = "KK_BARU",
                Keadaan = new Keadaan(),
                PemohonTersegel = "k1:",
                DiajukanOleh = "sistem-1",
                DiajukanPada = pada,
            });
            db.Add(new Langganan { Id = Guid.CreateVersion7(), Klien = "sistem-1", Alamat = "https://contoh.invalid/", Peristiwa = [PeristiwaPermohonan.Terlambat], RahasiaTersegel = "k1:", DibuatPada = pada });
            await db.SaveChangesAsync();
        }
        // Issued, escalated, taken, told again by a repeated message.
        await TerimaAsync(host, Tugas(permohonan, pada, 1, null, null));
        await TerimaAsync(host, Tugas(permohonan, pada, 2, pada.AddHours(1), null));
        await TerimaAsync(host, Tugas(permohonan, pada, 3, pada.AddHours(1), "kasi"));
        await TerimaAsync(host, Tugas(permohonan, pada, 2, pada.AddHours(1), null));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var panggilan = Assert.Single(await scope.ServiceProvider.GetRequiredService<IntakeDb>().Panggilan.ToListAsync());
            Assert.Equal((PeristiwaPermohonan.Terlambat, permohonan, pada.AddHours(1)), (panggilan.Peristiwa, panggilan.PermohonanId, panggilan.Pada));
            Assert.Contains("\"langkah\":\"3\"", panggilan.Isi, StringComparison.Ordinal);
        }
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task TerimaAsync(IHost host, TugasBerubah pesan)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CatatRiwayat>().HandleAsync(pesan, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<IntakeDb>().SaveChangesAsync();
    }

    private static TugasBerubah Tugas(Guid permohonan, DateTimeOffset pada, int versi, DateTimeOffset? dieskalasi, string? pemegang) => new()
    {
        PermohonanId = permohonan,
        TugasId = "tugas-1",
        Versi = versi,
        Pelayan = ServiceNames.Approval,
        Kantor = "9901",
        Aktivitas = "Dukcapil.KoreksiKonsep",
        Langkah = new LangkahSop { Nomor = "3", Kegiatan = "Uji", Pelaksana = "KASI" },
        Hasil = [],
        Status = StatusTugas.Terbuka,
        Pemegang = pemegang,
        Fakta = new Fakta(),
        DiterbitkanPada = pada,
        DieskalasiPada = dieskalasi,
    };

    private static IHost Host(string file)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Database"] = "Data Source=" + file,
            ["Protection:Active"] = "k1",
            ["Protection:Keys:k1"] = Convert.ToBase64String(new byte[32]),
        });
        builder.AddUnitsOfWork<IntakeDb, IntakeDbSqlite>(ServiceNames.Intake, messages: false);
        builder.Services.AddSingleton<Pelindung>();
        builder.Services.AddSingleton<Pelanggan>();
        builder.Services.AddScoped<PencatatPanggilan>();
        builder.Services.AddScoped<CatatRiwayat>();
        return builder.Build();
    }
}
