using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Monitor.OpenTelemetry.Exporter;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Year.Sheets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Tests.Infra;

/// <summary>The workbook and the alerts read only what docs/operations.md lists, and the program emits it under these names.</summary>
public sealed partial class RecordTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Records = InfraFiles
        .Table("docs/operations.md", "record", "fields", "emitted by", "read by")
        .ToDictionary(row => InfraFiles.Words(row[0])[0], row => InfraFiles.Words(row[1]));

    public static TheoryData<string, string> Queries
    {
        get
        {
            var queries = new TheoryData<string, string>();
            var workbook = JsonDocument.Parse(InfraFiles.Read("infra/workbook.json")).RootElement;
            foreach (var item in workbook.GetProperty("items").EnumerateArray())
            {
                var content = item.GetProperty("content");
                if (content.TryGetProperty("query", out var query))
                {
                    queries.Add(content.GetProperty("title").GetString()!, query.GetString()!);
                }

                if (content.TryGetProperty("parameters", out var parameters))
                {
                    foreach (var parameter in parameters.EnumerateArray().Where(parameter => parameter.TryGetProperty("query", out _)))
                    {
                        queries.Add(parameter.GetProperty("name").GetString()!, parameter.GetProperty("query").GetString()!);
                    }
                }
            }

            var alerts = InfraFiles.ReadCode("infra/alerts.bicep");
            queries.Add("no-heartbeat", Heartbeat().Match(alerts).Groups[1].Value);
            foreach (Match alert in LogAlert().Matches(alerts))
            {
                queries.Add(alert.Groups[1].Value, alert.Groups[2].Value.Replace("\\n", "\n", StringComparison.Ordinal));
            }

            return queries;
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_reads_only_records_and_fields_that_are_listed(string title, string query)
    {
        var records = Record().Matches(query).SelectMany(match => Text().Matches(match.Value)).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.True(records.Count > 0 || !query.Contains("fields.", StringComparison.Ordinal), $"{title} reads fields of no record.");
        Assert.All(records, record => Assert.True(Records.ContainsKey(record), $"{title} reads {record}, which docs/operations.md does not list."));

        var known = records.SelectMany(record => Records[record]).ToHashSet();
        foreach (Match field in Field().Matches(query))
        {
            Assert.True(known.Contains(field.Groups[1].Value), $"{title} reads the field {field.Groups[1].Value}, which none of {string.Join(", ", records)} has.");
        }
    }

    [Fact]
    public void Every_record_is_read_by_somebody()
    {
        var read = string.Join('\n', Queries.Select(row => row.Data.Item2));

        Assert.All(Records.Keys, record => Assert.Contains($"\"{record}\"", read));
    }

    [Fact]
    public void Every_alert_has_a_line_that_says_what_to_do()
    {
        var lines = InfraFiles.Table("docs/operations.md", "alert", "first look", "then").SelectMany(row => InfraFiles.Words(row[0])).ToHashSet();
        var templates = InfraFiles.ReadCode("infra/alerts.bicep") + InfraFiles.ReadCode("infra/platformAlerts.bicep");
        var names = Regex.Matches(templates, @"name: '(?:alert-\$\{stem\}-)?([a-z-]+)'").Select(match => match.Groups[1].Value)
            .Where(name => name != "busy" && name != "availability"); // the criteria of the two metric alerts

        Assert.All(names, name => Assert.Contains(name, lines));
    }

    [Fact]
    public void Queries_of_records_find_them_in_one_way()
    {
        var way = Way().Match(InfraFiles.ReadCode("infra/alerts.bicep")).Groups[1].Value;

        Assert.Contains("record = tostring(Properties.EventName)", way);
        Assert.All(
            Queries.Select(row => row.Data).Where(query => query.Item2.Contains("fields.", StringComparison.Ordinal)),
            query => Assert.Contains(query.Item2.StartsWith("${records}", StringComparison.Ordinal) ? "${records}" : way, query.Item2));
    }

    /// <summary>Told by the very methods of the program, through the exporter that runs in Azure.</summary>
    [Fact]
    public void What_the_exporter_sends_of_a_listed_record_has_the_listed_fields_where_the_queries_look()
    {
        using var services = Sent(out var sent);
        var tellers = typeof(Telemetry).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is { EventName: { } name } && Records.ContainsKey(name))
            .ToList();
        foreach (var teller in tellers)
        {
            Tell(teller, services);
        }

        var items = sent.Everything(services).Where(item => item["data"]!["baseData"]!["properties"]?["EventName"] is not null).ToList();
        Assert.Equal(tellers.Count, items.Count);
        Assert.Equal(Records.Keys.Order(), items.Select(item => (string)item["data"]!["baseData"]!["properties"]!["EventName"]!).Distinct().Order());
        Assert.All(items, item =>
        {
            var properties = item["data"]!["baseData"]!["properties"]!.AsObject();
            Assert.Equal("MessageData", (string?)item["data"]!["baseType"]); // others are no rows of AppTraces
            Assert.StartsWith("EmulationFunctions", (string?)properties["CategoryName"]);
            Assert.All(Records[(string)properties["EventName"]!], field => Assert.True(properties.ContainsKey(field), $"{properties["EventName"]} has no {field}."));
        });
    }

    /// <summary>A truth is sent as <c>True</c>.</summary>
    [Fact]
    public void A_sheet_submitted_late_is_read_as_late()
    {
        using var services = Sent(out var sent);
        Tell(typeof(SheetChanges).GetMethod("SheetSubmitted", BindingFlags.Instance | BindingFlags.NonPublic)!, services);

        Assert.Equal("True", (string?)Assert.Single(sent.Records(services, "SheetSubmitted"))["data"]!["baseData"]!["properties"]!["Late"]);
        Assert.Contains(Queries, row => row.Data.Item2.Contains("tostring(fields.Late) =~ \"true\"", StringComparison.Ordinal));
    }

    [Fact]
    public void The_host_leaves_telemetry_to_the_program_and_samples_nothing_by_itself()
    {
        var host = JsonDocument.Parse(InfraFiles.Read("host.json")).RootElement;

        Assert.Equal("OpenTelemetry", host.GetProperty("telemetryMode").GetString());
        Assert.False(host.GetProperty("logging").TryGetProperty("applicationInsights", out _)); // of the other way, and ignored in this one
    }

    /// <summary>The host makes its exporter without options of its own: it reads the settings.</summary>
    [Theory]
    [InlineData(true, 1F, null)]
    [InlineData(false, 1F, 5.0)]
    public void The_requests_of_the_host_are_sampled_unless_the_settings_say_otherwise(bool set, float ratio, double? perSecond)
    {
        var settings = Sampler().Matches(InfraFiles.ReadCode("infra/app.bicep")).ToDictionary(match => match.Groups[1].Value, match => (string?)match.Groups[2].Value);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(set ? settings : []).Build());
        services.AddOpenTelemetry().UseAzureMonitorExporter();
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value;

        Assert.Equal((ratio, perSecond), (options.SamplingRatio, options.TracesPerSecond));
    }

    /// <summary>The program's telemetry without the program.</summary>
    private static ServiceProvider Sent(out SentTelemetry sent)
    {
        sent = new();
        var builder = HostingRegistration.CreateBuilder([]);
        builder.Configuration[sent.Setting.Name] = sent.Setting.Value;
        builder.AddTelemetry();
        sent.Take(builder.Services);
        return builder.Services.BuildServiceProvider();
    }

    /// <summary>Calls a method that writes a record, on an instance that has nothing but its logger.</summary>
    private static void Tell(MethodInfo teller, IServiceProvider services)
    {
        var owner = teller.DeclaringType!;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(owner.FullName!);
        object? instance = null;
        if (!teller.IsStatic)
        {
            instance = RuntimeHelpers.GetUninitializedObject(owner);
            var field = owner.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Single(field => field.FieldType.IsAssignableTo(typeof(ILogger)));
            field.SetValue(instance, services.GetRequiredService(field.FieldType));
        }

        teller.Invoke(instance, [.. teller.GetParameters().Select(parameter => Sample(parameter.ParameterType, logger))]);
    }

    private static object Sample(Type type, ILogger logger) =>
        type == typeof(ILogger) ? logger
        : type == typeof(string) ? "text"
        : type == typeof(bool) ? true
        : type == typeof(Exception) ? new InvalidOperationException()
        : Activator.CreateInstance(type)!;

    [GeneratedRegex("(?s)var heartbeat = '''(.*?)'''")]
    private static partial Regex Heartbeat();

    [GeneratedRegex(@"name: '([a-z-]+)'(?:(?!name:)[\s\S])*?query: '((?:\\'|[^'])*)'")]
    private static partial Regex LogAlert();

    [GeneratedRegex("""\brecord (?:==|in) (?:"\w+"|\([^)]*\))""")]
    private static partial Regex Record();

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Text();

    [GeneratedRegex(@"\bfields\.(\w+)")]
    private static partial Regex Field();

    [GeneratedRegex("(?s)var records = '''\n(.*?)'''")]
    private static partial Regex Way();

    [GeneratedRegex(@"(OTEL_TRACES_SAMPLER\w*): '([^']*)'")]
    private static partial Regex Sampler();
}
