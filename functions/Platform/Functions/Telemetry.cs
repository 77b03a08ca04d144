using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using OpenTelemetry;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// Sends every record, and one activity for each call of a function, to Application Insights, where the settings name one. Requests are the
/// host's to tell: ASP.NET Core's activities, which would tell them once more, and those of HTTP clients with their addresses stay here.
/// </summary>
internal static class Telemetry
{
    public const string Setting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static void AddTelemetry(this FunctionsApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is not { Length: > 0 } connection)
        {
            // The host keeps what the worker tells it: it must not hear that the worker does so itself.
            return;
        }

        builder.Services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithTracing(activities => activities.AddAzureMonitorTraceExporter())
            .WithLogging(records => records.AddAzureMonitorLogExporter(), records => records.IncludeFormattedMessage = true);
        builder.Services.AddOptions<AzureMonitorExporterOptions>().Configure<TokenCredential>((exporter, credential) =>
        {
            exporter.ConnectionString = connection;
            exporter.Credential = credential;
            // Records are counted. As it comes, the exporter takes five traces a second, and no record of the others.
            exporter.SamplingRatio = 1;
            exporter.TracesPerSecond = null;
            exporter.EnableTraceBasedLogsSampler = false;
            // The platform measures these.
            exporter.EnableLiveMetrics = false;
            exporter.EnableStandardMetrics = false;
            exporter.EnablePerformanceCounters = false;
        });
    }
}
