namespace Dukcapil.Intake.Retensi;

/// <summary>How long an office keeps what applications say of persons; section <c>Retensi</c>.</summary>
/// <param name="Tahun">Years after the end of an application; null: for ever.</param>
public sealed record SetelanRetensi(int? Tahun)
{
    /// <summary>Reads the section.</summary>
    public static SetelanRetensi Dari(IConfiguration configuration)
    {
        var tahun = configuration.GetValue<int?>("Retensi:Tahun");
        return tahun is < 1 ? throw new InvalidOperationException("Setting Retensi:Tahun must be 1 or more; leave it out to keep everything.") : new(tahun);
    }
}
