#:sdk Microsoft.NET.Sdk
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property JsonSerializerIsReflectionEnabledByDefault=true
#:project tests/emulators/EmulationFunctions.Emulators.csproj

// dotnet run local.cs            everything on this machine, a bloc's year walked through, then it stays up
// dotnet run local.cs -- --once  the same, ends after the walk: 0 when every step did what it should

using EmulationFunctions.Emulators;

using var stopping = new CancellationTokenSource();
Console.OutputEncoding = System.Text.Encoding.UTF8;
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stopping.Cancel();
};

try
{
    await using var machine = await LocalMachine.StartAsync(Console.WriteLine, stopping.Token);
    await new SampleWalk(machine, Console.WriteLine).RunAsync(stopping.Token);
    if (args.Contains("--once"))
    {
        return 0;
    }

    await machine.StayAsync(stopping.Token);
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    Console.WriteLine("Ended.");
    return args.Contains("--once") ? 130 : 0;
}
catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or TimeoutException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
