using Dukcapil.Dokumen;
using Dukcapil.Kependudukan;

namespace Dukcapil.Intake.Konsep;

/// <summary>Letterhead of the office.</summary>
internal static class KopKantor
{
    public static Kop Dari(Kantor kantor) => new() { Instansi = "PELAYANAN KARTU KELUARGA", Dinas = kantor.Nama };
}
