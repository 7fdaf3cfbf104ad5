using Dukcapil.Approval.Aliran;
using Dukcapil.Approval.Berkas;
using Dukcapil.Approval.Daftar;
using Dukcapil.Approval.Database;
using Dukcapil.Approval.Kewenangan;
using Dukcapil.Approval.Langkah;
using Dukcapil.Approval.Tte;
using Dukcapil.Contracts;
using Dukcapil.ServiceDefaults.Hosting;
using Dukcapil.ServiceDefaults.HumanTasks;
using Dukcapil.ServiceDefaults.Kewenangan;
using Dukcapil.ServiceDefaults.Messaging;

namespace Dukcapil.Approval;

/// <summary>Paraf, signature, steps an admin adds, and everybody's task list: SOP steps 3, 4 and 6.</summary>
public static class ApprovalService
{
    /// <summary>Builds the service.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddServiceDefaults<ApprovalDb, ApprovalDbSqlite>(ServiceNames.Approval);
        builder.AddHumanTasks();
        builder.Services.AddSingleton(SetelanParaf.Dari(builder.Configuration));
        builder.AddTte();

        builder.Services.AddScoped<HalamanDaftar>();
        builder.Services.AddScoped<PenyusunButir>();
        builder.Services.AddScoped<PenguraiTugas>();
        builder.Services.AddScoped<JumlahDaftar>();
        builder.Services.AddSingleton<PapanTugas>();
        builder.Services.AddSingleton<PengikutTugas>();
        builder.Services.AddHostedService<PenyiarTugas>();
        builder.Services.AddHostedService<PendengarTugas>();

        builder.Services.AddScoped<TerapkanWewenang>();
        builder.Services.AddScoped<PenerbitWewenang>();
        builder.Services.AddScoped<AturanDelegasi>();
        builder.Services.AddHostedService<KantorAwal>();
        builder.Services.AddHostedService<DenyutWewenang>();

        builder.AddLangkah<KoreksiKonsep>();
        builder.AddLangkah<TandaTangan>();
        builder.AddLangkah<TugasUmum>();

        builder.Services.AddHandler<KonsepTerbit, CatatKonsep>();
        builder.Services.AddHandler<TugasBerubah, CatatTugas>();
        builder.Services.AddHandler<PencabutanDiputuskan, PutuskanPencabutan>();
        builder.Services.AddHandler<AlurSelesai, AkhiriBerkas>();
        builder.Services.AddHandler<IsiDimusnahkan, MusnahkanIsi>();

        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapTugas(ServiceNames.Approval);
        app.MapTugasTerbuka(ServiceNames.Approval);
        app.MapDaftarTugas();
        app.MapPersetujuan();
        app.MapTandaTangan();
        app.MapKantor();
        app.MapDelegasi();
        return app;
    }
}
