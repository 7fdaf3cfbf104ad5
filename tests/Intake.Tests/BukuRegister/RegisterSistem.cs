using Dukcapil.Intake.Database;
using Dukcapil.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Intake.Tests.BukuRegister;

/// <summary>The Buku Register as a client system sees it, and what is on record of who read it.</summary>
public sealed class RegisterSistem(LayananLoket layanan) : IClassFixture<LayananLoket>
{
    private const string Jalur = "/api/v1/loket/buku-register";

    [Fact]
    public async Task A_client_system_reads_the_lines_of_its_own_applications_and_every_line_shown_is_in_the_journal()
    {
        var sistem = layanan.Sistem("kelurahan-a", "permohonan", "buku");
        var milik = (await sistem.KirimJsonAsync("/api/v1/permohonan", LayananLoket.Permohonan())).Harus(201).Json.GetProperty("id").GetGuid();
        await layanan.LengkapAsync(milik);
        await layanan.DaftarkanAsync();

        var entri = (await sistem.BacaAsync(Jalur)).Harus(200).Json.GetProperty("entri");
        Assert.Equal(milik, Assert.Single(entri.EnumerateArray()).GetProperty("permohonanId").GetGuid());
        var nomor = entri[0].GetProperty("nomorRegister").GetString()!;
        Assert.Equal(2, (await sistem.BacaAsync(Jalur + "/csv")).Harus(200).Isi.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        (await sistem.BacaAsync(Jalur + "/pdf")).Harus(200);
        Assert.Equal(0, (await layanan.Sistem("kelurahan-b", "buku").BacaAsync(Jalur)).Harus(200).Json.GetProperty("entri").GetArrayLength());
        (await layanan.Sistem("kelurahan-a", "permohonan").BacaAsync(Jalur)).Harus(403);
        Assert.Equal(0, (await layanan.DariKantor("9902", "loket-lain", "LOKET").BacaAsync(Jalur)).Harus(200).Json.GetProperty("entri").GetArrayLength());

        await using var scope = layanan.Services.CreateAsyncScope();
        var jurnal = await scope.ServiceProvider.GetRequiredService<IntakeDb>().Set<CatatanAudit>()
            .Where(c => c.Pelaku == "kelurahan-a" && c.Tindakan.StartsWith("register.") && c.PermohonanId != null).OrderBy(c => c.Id).ToListAsync();
        Assert.Equal([("register.baca", milik), ("register.cetak", milik), ("register.cetak", milik)], jurnal.Select(c => (c.Tindakan, c.PermohonanId!.Value)));
        Assert.All(jurnal, c => Assert.Equal("register " + nomor, c.Objek));
    }
}
