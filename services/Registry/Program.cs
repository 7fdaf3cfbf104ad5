using Dukcapil.Registry;

await RegistryService.Build(WebApplication.CreateBuilder(args)).RunAsync();
