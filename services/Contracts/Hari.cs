namespace Dukcapil.Contracts;

/// <summary>A day of the week, numbered as <see cref="DayOfWeek"/>.</summary>
public enum Hari
{
    /// <summary>Sunday.</summary>
    Minggu = 0,

    /// <summary>Monday.</summary>
    Senin = 1,

    /// <summary>Tuesday.</summary>
    Selasa = 2,

    /// <summary>Wednesday.</summary>
    Rabu = 3,

    /// <summary>Thursday.</summary>
    Kamis = 4,

    /// <summary>Friday.</summary>
    Jumat = 5,

    /// <summary>Saturday.</summary>
    Sabtu = 6,
}
