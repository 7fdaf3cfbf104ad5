namespace Dukcapil.ServiceDefaults.Database;

/// <summary>Which database this service has. PostgreSQL gets hand-written SQL and group commit on the hot path, SQLite portable queries.</summary>
/// <param name="IsPostgreSql">Whether it is PostgreSQL; otherwise SQLite.</param>
public sealed record DatabaseProvider(bool IsPostgreSql);
