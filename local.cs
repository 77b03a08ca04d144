#:sdk Microsoft.NET.Sdk
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
#:property JsonSerializerIsReflectionEnabledByDefault=true
#:project tests/emulators/EmulationFunctions.Emulators.csproj

// dotnet run local.cs -- --help says what there is.

using System.Runtime.InteropServices;
using EmulationFunctions.Emulators;

Console.OutputEncoding = System.Text.Encoding.UTF8;
var (asked, fault) = LocalArguments.Parse(args);
if (asked is null || asked.WantsHelp)
{
    (asked is null ? Console.Error : Console.Out).WriteLine(fault is null ? LocalArguments.Usage : $"{fault}\n\n{LocalArguments.Usage}");
    return asked is null ? 2 : 0;
}

// However somebody ends it (Ctrl-C, a closed terminal, a service manager), everything it started ends with it.
using var stopping = new CancellationTokenSource();
PosixSignalRegistration[] signals = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, told =>
{
    told.Cancel = true;
    stopping.Cancel();
}))];

try
{
    await using var machine = await LocalMachine.StartAsync(asked.Now, withPage: !asked.Once, Console.WriteLine, stopping.Token);
    if (asked.Empty)
    {
        await machine.BeginEmptyAsync(stopping.Token);
    }
    else
    {
        await new SampleWalk(machine, Console.WriteLine).RunAsync(stopping.Token);
    }

    if (asked.Once)
    {
        return 0;
    }

    await machine.StayAsync(asked.Open ? Browser.TryOpen : null, stopping.Token);
    return 0;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    Console.WriteLine("Ended.");
    return asked.Once ? 130 : 0;
}
catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or TimeoutException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
finally
{
    Array.ForEach(signals, signal => signal.Dispose());
}
