using System.Net;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Settings;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Console;

namespace EmulationFunctions.Platform.Functions;

/// <summary>What the Functions host asks of the program, and what every function shares.</summary>
internal static class HostingRegistration
{
    /// <summary>The host's own limit; what a function takes is less and checked there.</summary>
    private const long MaximumRequestBytes = 30L * 1024 * 1024;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaximumRequestBytes;
            // Behind the host: its address, its protocol, its port.
            if (builder.Configuration["FUNCTIONS_CUSTOMHANDLER_PORT"] is { Length: > 0 } port)
            {
                kestrel.Listen(IPAddress.Loopback, int.TryParse(port, out var number)
                    ? number
                    : throw new SettingException("FUNCTIONS_CUSTOMHANDLER_PORT", "must be a port number."));
            }
        });

        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Logging.AddFilter("Azure", LogLevel.Warning);
        builder.Logging.AddConsole(console => console.FormatterName = JsonLines.Name);
        builder.Services.AddSingleton<ConsoleFormatter, JsonLines>();

        builder.Services.AddSingleton(services => LocalCondition.Of(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(services => Clock(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<LocalCondition>()));
        builder.Services.AddSingleton(services => services.GetRequiredService<IConfiguration>()[VietnamTime.Setting] is { Length: > 0 } zone ? new VietnamTime(zone) : new());
        builder.Services.AddSingleton<TimerHeartbeats>();
        builder.Services.AddSingleton<TimerRunner>();
        builder.Services.AddSingleton<HealthReports>();
        builder.Services.AddExceptionHandler<ProblemAnswers>();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // The official storage clients need reflection; our own bodies are read and written by the rooms' contexts alone.
            json.SerializerOptions.TypeInfoResolverChain.Clear();
            JsonRules.Apply(json.SerializerOptions);
        });
        builder.Services.AddJson(HostingJson.Default);
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // Only the scheme, for links; the host is the only one in front of us.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedProto;
        });
        builder.Services.AddFunctionDescription();
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<RequestRecords>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { SuppressDiagnosticsCallback = _ => true, ExceptionHandler = _ => Task.CompletedTask });
        app.UseStatusCodePages(ProblemAnswers.WriteStatusAsync);
        app.UseRouting();
    }

    private static TimeProvider Clock(IConfiguration settings, LocalCondition local)
    {
        if (!local.IsLocal || settings["Local:Now"] is not { Length: > 0 } now)
        {
            return TimeProvider.System;
        }

        return DateTimeOffset.TryParse(now, System.Globalization.CultureInfo.InvariantCulture, out var instant)
            ? new SetClock(instant)
            : throw new SettingException("Local:Now", "must be an instant such as 2026-12-09T08:00:00+07:00.");
    }
}
