namespace Dukcapil.Workflow.Tests;

/// <summary>The service starts on an empty folder and knows the SOP.</summary>
public sealed class LayananMulai(LayananAlur layanan) : IClassFixture<LayananAlur>
{
    [Fact]
    public async Task The_SOP_is_there_after_the_first_start()
    {
        var jawaban = (await layanan.Sebagai("ADMIN_ALUR").BacaAsync("/elsa/api/workflow-definitions/by-definition-id/kartu-keluarga?versionOptions=Published")).Harus(200);
        Assert.Equal("kartu-keluarga", jawaban.Json.GetProperty("definitionId").GetString());
    }

    [Fact]
    public async Task Without_a_token_or_role_nothing_is_shown()
    {
        (await layanan.TanpaToken().BacaAsync("/elsa/api/workflow-definitions")).Harus(401);
        (await layanan.Sebagai("LOKET").BacaAsync("/elsa/api/workflow-definitions")).Harus(403);
    }
}
