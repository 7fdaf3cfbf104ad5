using Dukcapil.Contracts;
using Dukcapil.Registry.Agenda;
using Dukcapil.Registry.Arsip;
using Dukcapil.Registry.BerkasSiak;
using Dukcapil.Registry.Cetak;
using Dukcapil.Registry.Database;
using Dukcapil.Registry.Langkah;
using Dukcapil.Registry.Masukan;
using Dukcapil.Registry.Penyerahan;
using Dukcapil.Registry.Verifikasi;
using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.Registry;

/// <summary>Print record, Nomor KK and file from SIAK, Buku Agenda, cap, archive, handover: SOP steps 5, 7 and 8.</summary>
public static class RegistryService
{
    /// <summary>Builds the service.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceDefaults<RegistryDb, RegistryDbSqlite>(ServiceNames.Registry);
        builder.AddHumanTasks();
        builder.Services.AddSingleton(builder.Configuration.Kantor());
        builder.Services.AddSingleton(SetelanRegistri.Dari(builder.Configuration));
        builder.AddFileStore(ServiceNames.Registry);
        builder.Services.AddScoped<ArsipBerkasKartu>();
        builder.Services.AddScoped<GudangArsip>();
        builder.Services.AddScoped<PemeriksaArsip>();
        builder.Services.AddHostedService<PenjagaArsip>();
        builder.AddVerifikasi();
        builder.Services.AddScoped<PengambilalihanNomor>();
        builder.Services.AddScoped<PencatatCetakan>();
        builder.Services.AddScoped<PencatatAgenda>();
        builder.Services.AddScoped<PemeriksaTandaBukti>();

        builder.AddLangkah<UnggahBerkasSiak>();
        builder.AddLangkah<CetakKartuKeluarga>();
        builder.AddLangkah<RegistrasiDanCap>();
        builder.AddLangkah<SerahTerima>();

        builder.Services.AddHandler<WewenangTerbit, TerapkanWewenang>();
        builder.Services.AddHandler<IsiKonsepTerbit, CatatIsiKonsep>();
        builder.Services.AddHandler<TandaBuktiTerbit, CatatTandaBukti>();
        builder.Services.AddHandler<ParafDiberikan, CatatParaf>();
        builder.Services.AddHandler<KartuKeluargaDitandatangani, CatatTandaTangan>();
        builder.Services.AddHandler<PencabutanDiputuskan, PutuskanPencabutan>();
        builder.Services.AddHandler<AlurSelesai, AkhiriBerkas>();
        builder.Services.AddHandler<IsiDimusnahkan, MusnahkanIsi>();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapTugas(ServiceNames.Registry);
        app.MapTugasTerbuka(ServiceNames.Registry);
        app.MapPemeriksaanArsip();
        app.MapVerifikasi();
        var registri = app.MapRegistri();
        registri.MapUnggahBerkas();
        registri.MapUnduhBerkas();
        registri.MapIsianSiak();
        registri.MapCetakGagal();
        registri.MapCetakUlang();
        registri.MapBerkasArsip();
        registri.MapBelumDiambil();
        registri.MapStatistikRegistri();
        registri.MapUngkap();
        var buku = app.MapBuku();
        buku.MapBukuAgenda();
        buku.MapBukuAgendaCetak();
        var dokumen = app.MapDokumen();
        dokumen.MapSalinan();
        dokumen.MapBuktiPenyerahan();
        return app;
    }
}
