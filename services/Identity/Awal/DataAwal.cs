using Dukcapil.Identity.Database;
using Dukcapil.Identity.Kantor;
using Dukcapil.Identity.Klien;
using Dukcapil.Identity.Pengguna;
using Dukcapil.Identity.Sandi;
using Dukcapil.ServiceDefaults.Audit;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;

namespace Dukcapil.Identity.Awal;

/// <summary>
/// First start on an empty database: the office of the settings, one administrator with a password to be used once, printed once; in a demonstration one
/// example officer per role. Client systems named in the settings are brought up to date at every start.
/// </summary>
internal sealed class DataAwal(IServiceScopeFactory scopes, IConfiguration configuration, Penyandi penyandi, TimeProvider time, ILogger<DataAwal> log) : IHostedService
{
    private const string Admin = "admin";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        if (!await db.Akun.AnyAsync(cancellationToken)) await PertamaAsync(db, scope.ServiceProvider.GetRequiredService<JurnalAudit>(), cancellationToken);
        await scope.ServiceProvider.GetRequiredService<KlienSetelan>().TerapkanAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task PertamaAsync(IdentityDb db, JurnalAudit jurnal, CancellationToken cancellationToken)
    {
        var kantor = configuration.GetRequiredSection("Kantor");
        var data = new DataKantor { Kode = kantor["Kode"]!, Nama = kantor["Nama"]!, Wilayah = kantor["Wilayah"]!, Zona = kantor["Zona"]! };
        db.Add(data);
        // <c>Identity:AdminPertama=false</c>: a demonstration that nobody administers.
        var sandi = configuration.GetValue("Identity:AdminPertama", true) ? Penyandi.SandiSekali() : null;
        if (sandi is not null)
        {
            var admin = Akun(Guid.NewGuid(), Admin, "Admin Identitas", data.Kode, Peran.AdminIdentitas, penyandi.Hash(sandi), contoh: false);
            db.Add(admin);
            jurnal.Catat("pengguna.admin-pertama", objek: $"pengguna {admin.Id}", rincian: Peran.AdminIdentitas, tujuan: "PENGELOLAAN");
        }
        if (configuration["Identity:SandiContoh"] is { } sandiContoh)
        {
            // One hash for all of them: it is one password, and each hash would cost the first start a tenth of a second.
            var hash = penyandi.Hash(sandiContoh);
            jurnal.Catat("pengguna.contoh", objek: string.Join(' ', PetugasContoh.Semua.Select(p => PetugasContoh.Id(p.Item1))), tujuan: "PENGELOLAAN");
            foreach (var (peran, nama) in PetugasContoh.Semua) db.Add(Akun(PetugasContoh.Id(peran), PetugasContoh.NamaPengguna(peran), nama, data.Kode, peran, hash, contoh: true));
        }
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsConflict(e))
        {
            return; // Another replica was first, and has printed its password.
        }
        if (sandi is not null) await UmumkanAsync(sandi);
    }

    private async Task UmumkanAsync(string sandi)
    {
        // Not through the log, which is kept and copied: once, to whoever has started it.
        await Console.Error.WriteLineAsync(
            $"""

            ==================== ADMIN PERTAMA (ditampilkan hanya sekali) ====================
              Nama pengguna  {Admin}
              Sandi sekali   {sandi}
              Masuk di       {configuration["Auth:Issuer"]!.TrimEnd('/')}/masuk , lalu buat sandi sendiri.
            ==================================================================================

            """);
        log.LogInformation("First administrator created");
    }

    private Akun Akun(Guid id, string namaPengguna, string nama, string kantor, string peran, string hash, bool contoh) => new()
    {
        Id = id,
        NamaPengguna = namaPengguna,
        Nama = nama,
        Kantor = kantor,
        Contoh = contoh,
        SandiHash = hash,
        HarusGantiSandi = !contoh,
        DibuatPada = time.GetUtcNow(),
        Peran = [new() { AkunId = id, Kode = peran }],
    };
}
