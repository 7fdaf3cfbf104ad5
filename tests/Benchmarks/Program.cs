using Dukcapil.Benchmarks.Approval;
using Dukcapil.Benchmarks.Audit;
using Dukcapil.Benchmarks.Elsa;
using Dukcapil.Benchmarks.Engine;
using Dukcapil.Benchmarks.Intake;
using Dukcapil.Benchmarks.Registry;
using Dukcapil.Benchmarks.Sistem;

// `./bench` says what there is; each benchmark is a folder.
return args switch
{
    ["engine", .. var rest] => await EngineBenchmark.RunAsync(rest),
    ["elsa", .. var rest] => await ElsaBenchmark.RunAsync(rest),
    ["approval"] => await ApprovalBenchmark.RunAsync(),
    ["sistem", .. var rest] => await SistemBenchmark.RunAsync(rest),
    ["intake"] => await IntakeBenchmark.RunAsync(),
    ["registry"] => await RegistryBenchmark.RunAsync(),
    ["audit"] => await AuditBenchmark.RunAsync(),
    ["engine-murni", .. var rest] => BurstBenchmark.Run(rest),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("Usage: ./bench engine | elsa FOLDER | engine-murni | audit | intake | approval | registry | sistem");
    return 2;
}
