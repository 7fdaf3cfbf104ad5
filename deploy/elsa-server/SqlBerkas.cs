namespace Dukcapil.ElsaServer;

/// <summary>SQL of the hot path, each statement in a file of its own.</summary>
internal static class SqlBerkas
{
    public static string Baca(string nama)
    {
        using var isi = typeof(SqlBerkas).Assembly.GetManifestResourceStream($"Dukcapil.ElsaServer.Alur.{nama}") ?? throw new InvalidOperationException($"{nama} is not in the program.");
        using var pembaca = new StreamReader(isi);
        return pembaca.ReadToEnd();
    }
}
