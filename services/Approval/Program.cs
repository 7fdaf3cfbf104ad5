using Dukcapil.Approval;

await ApprovalService.Build(WebApplication.CreateBuilder(args)).RunAsync();
