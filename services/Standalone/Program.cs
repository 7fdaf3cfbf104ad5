using Dukcapil.Standalone.Commands;

return await CommandLine.RunAsync(args);
