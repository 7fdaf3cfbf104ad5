using Dukcapil.Intake;

await IntakeService.Build(WebApplication.CreateBuilder(args)).RunAsync();
