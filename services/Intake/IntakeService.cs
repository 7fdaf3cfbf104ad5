using Dukcapil.Contracts;
using Dukcapil.Intake.BukuRegister;
using Dukcapil.Intake.Database;
using Dukcapil.Intake.Konsep;
using Dukcapil.Intake.Langkah;
using Dukcapil.Intake.PanggilanBalik;
using Dukcapil.Intake.Pelacakan;
using Dukcapil.Intake.Pencabutan;
using Dukcapil.Intake.Pengajuan;
using Dukcapil.Intake.Retensi;
using Dukcapil.Intake.Riwayat;
using Dukcapil.Intake.Wilayah;
using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Files;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Messaging;
using Dukcapil.ServiceDefaults.Telemetry;

namespace Dukcapil.Intake;

/// <summary>Applications, attachments, completeness, family data and konsep, Buku Register, receipt, tracking: SOP steps 1 and 2.</summary>
public static class IntakeService
{
    /// <summary>Builds the service.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceDefaults<IntakeDb, IntakeDbSqlite>(ServiceNames.Intake);
        builder.AddHumanTasks();
        builder.Services.AddSingleton(builder.Configuration.Kantor());
        builder.Services.AddSingleton(SetelanWilayah.Baca(builder.Configuration));
        builder.Services.AddSingleton<PemeriksaKartu>();
        builder.AddFileStore(ServiceNames.Intake);
        builder.Services.AddScoped<BerkasPengajuan>();
        builder.Services.AddSingleton<IsiPermohonan>();
        builder.Services.AddScoped<PelayananPermohonan>();
        builder.Services.AddScoped<PencariSerupa>();
        builder.Services.AddScoped<PengajuanMassal>();

        builder.Services.AddSingleton<Pelanggan>();
        builder.Services.AddScoped<PencatatPanggilan>();
        builder.Services.AddSingleton<TujuanPanggilan>();
        builder.Services.AddHttpClient(PengirimPanggilan.Klien)
            .ConfigurePrimaryHttpMessageHandler(services => services.GetRequiredService<TujuanPanggilan>().Penghubung())
            // Addresses of others can hold what is nobody's business here; the log of a call is its row.
            .RemoveAllLoggers();
        builder.Services.AddHostedService<PengirimPanggilan>();
        builder.Services.AddSingleton<IPengukur, PengukurPanggilan>();

        builder.Services.AddSingleton(SetelanRetensi.Dari(builder.Configuration));
        builder.Services.AddScoped<PemusnahIsi>();
        builder.Services.AddHostedService<PenjagaRetensi>();

        builder.AddLangkah<PengajuanPermohonan>();
        builder.AddLangkah<PeriksaKelengkapan>();
        builder.AddLangkah<EntriDanKonsep>();

        builder.Services.AddHandler<WewenangTerbit, TerapkanWewenang>();
        builder.Services.AddHandler<TugasBerubah, CatatRiwayat>();
        builder.Services.AddHandler<ParafDiberikan, CatatParaf>();
        builder.Services.AddHandler<KoreksiDicatat, CatatKoreksi>();
        builder.Services.AddHandler<AlurSelesai, SelesaikanPermohonan>();
        builder.Services.AddHandler<PencabutanDiputuskan, PutuskanPencabutan>();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapTugas(ServiceNames.Intake);
        app.MapTugasTerbuka(ServiceNames.Intake);
        app.MapPermohonan();
        app.MapKonsep();
        app.MapBukuRegister();
        app.MapUngkap();
        app.MapCariOrang();
        app.MapPencabutan();
        app.MapLacak();
        app.MapPermohonanTerbuka();
        return app;
    }
}
