using Dukcapil.Workflow;

await WorkflowService.Build(WebApplication.CreateBuilder(args)).RunAsync();
