using Dukcapil.Benchmarks.Approval;
using Dukcapil.Benchmarks.Audit;
using Dukcapil.Benchmarks.Engine;

// `./bench` says what there is; each benchmark is a folder.
return args switch
{
    ["engine", .. var rest] => await EngineBenchmark.RunAsync(rest),
    ["approval"] => await ApprovalBenchmark.RunAsync(),
    ["audit"] => await AuditBenchmark.RunAsync(),
    ["engine-murni", .. var rest] => BurstBenchmark.Run(rest),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("Usage: ./bench engine | engine-murni | audit | approval");
    return 2;
}
