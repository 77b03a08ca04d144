using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// What the program tells of itself, by OpenTelemetry: its records, and a span for each invocation. They go to Application Insights where
/// its connection string is set, signed in as the program's identity; elsewhere they go to the host alone. Which records there are, with
/// their fields: docs/operations.md.
/// </summary>
internal static class Telemetry
{
    public const string ConnectionSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static void AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        if (builder.Configuration[ConnectionSetting] is not { Length: > 0 } connection)
        {
            return;
        }

        builder.Services.AddOpenTelemetry().Follow().UseAzureMonitorExporter();
        builder.Services.AddOptions<AzureMonitorExporterOptions>().Configure<TokenCredential>((options, credential) =>
        {
            options.ConnectionString = connection;
            options.Credential = credential;
            // Records are counted, so none may be left out. The exporter would keep five traces a second, and their records with them.
            options.SamplingRatio = 1;
            options.TracesPerSecond = null;
            options.EnableTraceBasedLogsSampler = false;
            options.EnableLiveMetrics = false;
        });
    }

    /// <summary>What is told, to whomever: records with their sentence and their fields, and the worker's own spans. No scopes, addresses or headers.</summary>
    public static IOpenTelemetryBuilder Follow(this IOpenTelemetryBuilder telemetry)
    {
        telemetry.UseFunctionsWorkerDefaults();
        telemetry.Services.Configure<OpenTelemetryLoggerOptions>(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = false;
        });
        return telemetry;
    }
}
