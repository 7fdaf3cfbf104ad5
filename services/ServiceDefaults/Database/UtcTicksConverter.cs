using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dukcapil.ServiceDefaults.Database;

/// <summary>Stores a moment as UTC ticks (100 ns), so that SQLite can compare and sort it.</summary>
public sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(moment => moment.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
