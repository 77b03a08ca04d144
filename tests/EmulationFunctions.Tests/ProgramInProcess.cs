using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Settings;
using EmulationFunctions.StandIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.Tests;

/// <summary>The program in this process, behind a stand-in host of its own. There may be many at once.</summary>
internal sealed record ProgramInProcess(StandInHost Host, IHost Program) : IAsyncDisposable
{
    /// <param name="settings">Its app settings.</param>
    /// <param name="replace">Puts other services in the place of the program's.</param>
    /// <param name="clock">The host's; the program's is a service.</param>
    public static async Task<ProgramInProcess> StartAsync(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection> replace, TimeProvider? clock = null)
    {
        // The worker asks the process's environment for it, and finds host.json and itself there.
        Environment.SetEnvironmentVariable("FUNCTIONS_APPLICATION_DIRECTORY", AppContext.BaseDirectory);
        var host = await StandInHost.OpenAsync(AppContext.BaseDirectory, new() { Clock = clock ?? TimeProvider.System });
        var builder = HostingRegistration.CreateBuilder([]);
        builder.Configuration.AddInMemoryCollection(host.WorkerSettings);
        // Before whoever asks at once.
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        EmulationFunctions.Program.AddRooms(builder);
        // Found through the entry assembly, which is the test program's here.
        builder.Services.AddSingleton<IFunctionMetadataProvider, GeneratedFunctionMetadataProvider>();
        // The worker takes one port a process; here are many workers.
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        replace(builder.Services);

        var program = builder.Build();
        program.Services.CheckSettings();
        await program.StartAsync();
        await host.ServeAsync(new(program.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), CancellationToken.None);
        return new(host, program);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Program.StopAsync(new CancellationToken(canceled: true));
        Program.Dispose();
    }
}
