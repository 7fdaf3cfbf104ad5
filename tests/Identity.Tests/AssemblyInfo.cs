// The first administrator's password is taken from the error stream of the process; two starts at once would read each other's.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
