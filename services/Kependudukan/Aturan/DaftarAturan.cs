namespace Dukcapil.Kependudukan.Aturan;

/// <summary>The rules of all groups in their order. A rule that is not listed here is not applied.</summary>
internal static class DaftarAturan
{
    public static IReadOnlyList<AturanKeluarga> Semua { get; } =
    [
        AturanKartu.K01, AturanKartu.K02, AturanKartu.K03, AturanKartu.K04,
        AturanNomor.N01, AturanNomor.N02, AturanNomor.N03, AturanNomor.N04, AturanNomor.N05,
        AturanNomor.N06, AturanNomor.N07, AturanNomor.N08, AturanNomor.N09,
        AturanData.D01, AturanData.D02, AturanData.D03, AturanData.D04, AturanData.D05,
        AturanData.D06, AturanData.D07, AturanData.D08, AturanData.D09, AturanData.D10,
        AturanPerkawinan.P01, AturanPerkawinan.P02, AturanPerkawinan.P03, AturanPerkawinan.P04, AturanPerkawinan.P05, AturanPerkawinan.P06,
        AturanPerkawinan.P07, AturanPerkawinan.P08, AturanPerkawinan.P09, AturanPerkawinan.P10, AturanPerkawinan.P11,
        AturanHubungan.U01, AturanHubungan.U02, AturanHubungan.U03, AturanHubungan.U04,
        AturanHubungan.U05, AturanHubungan.U06, AturanHubungan.U07,
        AturanOrangAsing.W01, AturanOrangAsing.W02, AturanOrangAsing.W03,
        AturanAlamat.A01, AturanAlamat.A02,
        AturanPermohonan.J01, AturanPermohonan.J02, AturanPermohonan.J03,
        AturanGanda.G01,
    ];
}
