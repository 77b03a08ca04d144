using EmulationFunctions.Common;
using EmulationFunctions.Platform.Settings;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EmulationFunctions.Platform.Functions;

/// <summary>What the Functions host asks of the program, and what every function shares.</summary>
internal static class HostingRegistration
{
    /// <summary>Settings come from the environment; no file of them is watched.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args)
    {
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
        return FunctionsApplication.CreateBuilder(args);
    }

    public static void AddHosting(this FunctionsApplicationBuilder builder)
    {
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<AnswerMiddleware>();
        builder.AddTelemetry();

        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The host takes 100 MiB and no more, and each function much less. A limit here would cut the connection while the host
            // still sends, and be a 500 to the caller instead of a 413.
            kestrel.Limits.MaxRequestBodySize = null;
            // It would cut the connection, too (BodyPace).
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // Only the scheme, for links; the host is the only one in front of us.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedProto;
        });

        builder.Services.AddResponseCompression(packing =>
        {
            packing.EnableForHttps = true;
            packing.MimeTypes = ["application/json", "application/problem+json"];
        });
        builder.Services.AddTransient<IStartupFilter, PackedAnswers>();

        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.IdentityModel", LogLevel.Warning);
        builder.Logging.AddFilter("Azure", LogLevel.Warning);

        builder.Services.AddSingleton(services => LocalCondition.Of(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(services => Clock(services.GetRequiredService<IConfiguration>(), services.GetRequiredService<LocalCondition>()));
        builder.Services.AddSingleton(services => services.GetRequiredService<IConfiguration>()[VietnamTime.Setting] is { Length: > 0 } zone ? new VietnamTime(zone) : new());
        builder.Services.AddSingleton(new SettingsCheck(services => services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(new SettingsCheck(services => services.GetRequiredService<VietnamTime>()));
        builder.Services.AddSingleton(BodyPace.Default);
        builder.Services.AddSingleton<ProblemAnswers>();
        builder.Services.AddSingleton<TimerHeartbeats>();
        builder.Services.AddSingleton<TimerRunner>();
        builder.Services.AddSingleton(RequestLimits.Default);
        builder.Services.AddSingleton<RequestSlots>();
        builder.Services.AddSingleton<HealthReports>();
        builder.Services.AddHealthChecks().AddCheck<StorageHealth>("storage");
        builder.Services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var check in options.Registrations)
            {
                check.Timeout = HealthReports.Limit;
            }
        });
        builder.Services.ConfigureHttpJsonOptions(json => JsonRules.Apply(json.SerializerOptions));
    }

    private static TimeProvider Clock(IConfiguration settings, LocalCondition local)
    {
        if (!local.IsLocal)
        {
            return TimeProvider.System;
        }

        return settings["Local:Now"] is not { Length: > 0 } now ? new SetClock(TimeProvider.System.GetUtcNow())
            : DateTimeOffset.TryParse(now, System.Globalization.CultureInfo.InvariantCulture, out var instant) ? new SetClock(instant)
            : throw new SettingException("Local:Now", "must be an instant such as 2026-12-09T08:00:00+07:00.");
    }
}
