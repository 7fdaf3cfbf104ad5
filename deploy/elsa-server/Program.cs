await Dukcapil.ElsaServer.ElsaServerService.Build(WebApplication.CreateBuilder(args)).RunAsync();
