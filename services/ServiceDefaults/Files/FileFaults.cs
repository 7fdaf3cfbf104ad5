namespace Dukcapil.ServiceDefaults.Files;

/// <summary>The content is longer than allowed.</summary>
public sealed class FileTooLargeException : Exception;

/// <summary>A stored file is gone or was changed where it lies.</summary>
public sealed class FileDamagedException(string name, Exception? inner) : Exception($"Stored file {name} is gone or damaged.", inner);

/// <summary>The object store has no room.</summary>
public sealed class StorageFullException(Exception inner) : Exception("The object store is full.", inner);

/// <summary>The object store does not answer; nothing is known of the file.</summary>
public sealed class StorageAwayException(Exception inner) : Exception("The object store cannot be reached.", inner);
