using Dukcapil.Contracts;
using Dukcapil.Identity.AkunSaya;
using Dukcapil.Identity.Awal;
using Dukcapil.Identity.Database;
using Dukcapil.Identity.Kantor;
using Dukcapil.Identity.Kelola;
using Dukcapil.Identity.Klien;
using Dukcapil.Identity.Kunci;
using Dukcapil.Identity.Masuk;
using Dukcapil.Identity.Oidc;
using Dukcapil.Identity.Pengguna;
using Dukcapil.Identity.Sandi;
using Dukcapil.Identity.Tampilan;
using Dukcapil.ServiceDefaults.Auth;
using Dukcapil.ServiceDefaults.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Dukcapil.Identity;

/// <summary>Users, offices, client systems; logins and tokens (OAuth 2, OpenID Connect). Any other OIDC issuer can take its place.</summary>
public static class IdentityService
{
    /// <summary>Builds the service.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddSingleton<CincinKunci>();
        services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>, KunciSendiri>();
        builder.AddServiceDefaults<IdentityDb, IdentityDbSqlite>(ServiceNames.Identity, messages: false);
        var penerbit = new PenerbitToken(builder.Configuration);
        services.AddDataProtection().SetApplicationName("dukcapil-identity");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = ActivatorUtilities.CreateInstance<GudangDataProtection>(s);
            options.XmlEncryptor = new NullXmlEncryptor(); // The repository seals what it stores.
        }));
        services.AddOidc(penerbit);
        services.AddCookieMasuk(penerbit.Https);
        services.AddSingleton<SetelanIdentitas>();
        services.AddSingleton<Penyandi>();
        services.AddSingleton<PenjagaPercobaan>();
        services.AddScoped<PelayananSesi>();
        services.AddScoped<PelayananMasuk>();
        services.AddScoped<PendaftaranFaktorKedua>();
        services.AddScoped<PelayananPengguna>();
        services.AddScoped<PetugasContohGrant>();
        services.AddScoped<KlienSetelan>();
        services.AddScoped<PenjagaBukti>();
        services.AddHostedService<PerawatKunci>();
        services.AddHostedService<DataAwal>();
        services.AddHostedService<Pembersih>();

        var app = builder.Build();
        app.UseAlamatPublik(penerbit);
        app.UseServiceDefaults();
        app.MapOtorisasi();
        app.MapToken();
        app.MapInfoPengguna();
        app.MapGaya();
        app.MapMasuk();
        app.MapAkunSaya();
        app.MapKelola();
        app.MapKelolaKantor();
        app.MapKelolaKlien();
        app.MapPengguna();
        app.MapKantor();
        app.MapKlien();
        app.MapKunci();
        return app;
    }
}
