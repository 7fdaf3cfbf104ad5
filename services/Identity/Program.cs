using Dukcapil.Identity;

await IdentityService.Build(WebApplication.CreateBuilder(args)).RunAsync();
