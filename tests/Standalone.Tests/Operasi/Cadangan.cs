using Xunit;

namespace Dukcapil.Standalone.Tests.Operasi;

/// <summary>Backup and restore, tried on a real PostgreSQL by the script that operators can run too.</summary>
public sealed class Cadangan
{
    [Fact]
    public async Task What_was_acknowledged_under_load_survives_the_loss_of_the_database_and_a_restore_to_a_moment_knows_nothing_later() =>
        Assert.Null(await Pohon.JalankanAsync("deploy/backup", "bash", "uji"));
}
