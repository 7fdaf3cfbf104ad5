using Dukcapil.Standalone.Hosting;

namespace Dukcapil.Standalone.Commands;

/// <summary>A data folder that must be there already: a mistyped path would otherwise become a new folder with new keys that nobody trusts.</summary>
internal static class FolderData
{
    /// <summary>Opens it, or says on the error stream that it is none.</summary>
    public static DataFolder? Buka(string[] args)
    {
        var path = args.Value("--data") ?? ServeCommand.DefaultData;
        if (File.Exists(Path.Combine(path, DataFolder.OperatorKey))) return new DataFolder(path);
        Console.Error.WriteLine($"Folder data '{path}' tidak ditemukan. Jalankan layanan lebih dahulu, atau sebutkan --data FOLDER.");
        return null;
    }
}
