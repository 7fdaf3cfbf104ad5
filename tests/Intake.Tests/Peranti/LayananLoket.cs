using System.Text.Json;
using System.Text.Json.Nodes;
using Dukcapil.Contracts;
using Dukcapil.Intake.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dukcapil.Intake.Tests.Peranti;

/// <summary>The Intake service alone, on SQLite, as an office in the east of the country has it (WIT, UTC+9); the workflow is played by the test.</summary>
public sealed class LayananLoket() : LayananUji(ServiceNames.Intake)
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dukcapil-lampiran-");

    /// <summary>Loket.</summary>
    public Klien Loket => Sebagai("loket-1", "LOKET");

    /// <summary>Names of all files in the store, half written ones too.</summary>
    public IReadOnlyList<string> Berkas => [.. folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Name).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, string?>> Setelan => [new("Kantor:Zona", "Asia/Jayapura"), new("Files:Path", folder.FullName)];

    /// <summary>An application as Loket files it.</summary>
    public static JsonObject Permohonan(string jenis = "KK_BARU_KELUARGA_BARU") => new()
    {
        ["jenis"] = jenis,
        ["pemohon"] = new JsonObject { ["nama"] = "AHMAD CONTOH", ["nik"] = "9901010107900001" },
    };

    /// <summary>How many applications and attachments are stored.</summary>
    public async Task<(int Permohonan, int Lampiran)> TersimpanAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        return (await db.Permohonan.CountAsync(), await db.Lampiran.CountAsync());
    }

    /// <summary>Files an application and finds it complete; answers what Loket gets.</summary>
    public async Task<JsonElement> DaftarkanAsync()
    {
        var id = (await Loket.KirimJsonAsync("/api/v1/permohonan", Permohonan())).Harus(201).Json.GetProperty("id").GetGuid();
        var tugas = await TugasAsync(id, "Dukcapil.PeriksaKelengkapan", "Lengkap");
        string[] berkas = ["F-1.02", "BUKU_NIKAH"];
        var jawaban = await Loket.KirimJsonAsync(
            $"/api/v1/loket/tugas/{tugas}/selesai", new { hasil = "Lengkap", data = new { berkas = berkas.Select(kode => new { kode, keadaan = "ada" }) } });
        return jawaban.Harus(200).Json.GetProperty("jawaban");
    }

    /// <summary>The workflow issues a task of step 2.</summary>
    public async Task<string> TugasAsync(Guid permohonan, string aktivitas, string hasil, params string[] persyaratan)
    {
        var tugas = Guid.NewGuid().ToString("N");
        await TerimaAsync(ServiceNames.Workflow, new TugasDiterbitkan
        {
            PermohonanId = permohonan,
            TugasId = tugas,
            Pelayan = ServiceNames.Intake,
            Kantor = "9901",
            Aktivitas = aktivitas,
            Simpul = aktivitas,
            Langkah = new LangkahSop { Nomor = "2", Kegiatan = "Uji", Pelaksana = "LOKET", WaktuBaku = 1, PersyaratanTambahan = persyaratan },
            Hasil = [new(hasil, hasil, false)],
            Fakta = new Fakta(),
            Pada = Jam.GetUtcNow(),
        });
        return tugas;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <inheritdoc/>
    protected override WebApplication Bangun(WebApplicationBuilder builder) => IntakeService.Build(builder);
}
