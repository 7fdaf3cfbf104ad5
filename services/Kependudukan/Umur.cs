namespace Dukcapil.Kependudukan;

/// <summary>Age in completed years.</summary>
public static class Umur
{
    /// <summary>
    /// Completed years on a day of the office. Who is born on 29 February completes a year on 1 March of a common year: an age is reached
    /// with its day, never before it. Negative before birth.
    /// </summary>
    public static int Pada(DateOnly lahir, DateOnly hari)
    {
        var tahun = hari.Year - lahir.Year;
        return (hari.Month, hari.Day).CompareTo((lahir.Month, lahir.Day)) < 0 ? tahun - 1 : tahun;
    }
}
