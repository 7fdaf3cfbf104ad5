using Dukcapil.Kependudukan;
using Dukcapil.ServiceDefaults.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dukcapil.Intake.Wilayah;

/// <summary>The villages this office knows, for address forms of Loket and of the systems that file.</summary>
internal static class WilayahApi
{
    public static void MapWilayah(this RouteGroupBuilder permohonan) =>
        permohonan.MapGet("/wilayah", Ok<IReadOnlyList<WilayahDesa>> (string? kecamatan, DaftarWilayah wilayah) =>
            TypedResults.Ok<IReadOnlyList<WilayahDesa>>([.. wilayah.DesaTercakup.Where(d => kecamatan is null || d.Kode.Kecamatan!.ToString() == kecamatan)]))
            .RequireAuthorization(Izin.MelihatPermohonan)
            .WithSummary("Desa/kelurahan yang dikenal kantor ini; dengan kecamatan (99.01.01) hanya yang di sana");
}
