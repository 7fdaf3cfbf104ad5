using System.Xml.Linq;
using Dukcapil.Identity.Database;
using Dukcapil.ServiceDefaults.Protection;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Dukcapil.Identity.Kunci;

/// <summary>Keys of cookies and forms, sealed in the database, so that every replica reads what another wrote.</summary>
internal sealed class GudangDataProtection(IServiceScopeFactory scopes, Pelindung pelindung, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        return [.. db.Kunci.Where(k => k.Jenis == JenisKunci.DataProtection).Select(k => k.Tersegel).ToList().Select(k => XElement.Parse(pelindung.BukaKolom<string>(k)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = time.GetUtcNow();
        db.Add(new KunciTersimpan
        {
            Id = friendlyName,
            Jenis = JenisKunci.DataProtection,
            Tersegel = pelindung.SegelKolom(element.ToString(SaveOptions.DisableFormatting)),
            DibuatPada = now,
            BerlakuSejak = now,
        });
        db.SaveChanges();
    }
}
