using System.Text.Json;
using System.Text.RegularExpressions;

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
    public void What_the_program_says_under_a_listed_name_carries_the_listed_fields()
    {
        foreach (var path in InfraFiles.List("functions", "*.cs"))
        {
            foreach (Match message in LoggerMessage().Matches(InfraFiles.Read(path)))
            {
                if (Records.TryGetValue(message.Groups[2].Value, out var fields))
                {
                    var said = Placeholder().Matches(message.Groups[1].Value).Select(match => match.Groups[1].Value).ToHashSet();
                    Assert.All(fields, field => Assert.True(said.Contains(field), $"{path}: {message.Groups[2].Value} does not say {field}."));
                }
            }
        }
    }

    [Fact]
    public void Every_listed_record_is_told_by_the_program()
    {
        var told = InfraFiles.List("functions", "*.cs").SelectMany(path => LoggerMessage().Matches(InfraFiles.Read(path))).Select(message => message.Groups[2].Value).ToHashSet();

        Assert.Empty(Records.Keys.Except(told));
    }

    [Fact]
    public void A_listed_record_is_a_trace_and_no_exception()
    {
        // What is logged with an exception arrives in another table than the one the queries read.
        foreach (var path in InfraFiles.List("functions", "*.cs"))
        {
            foreach (Match message in LoggerMethod().Matches(InfraFiles.Read(path)))
            {
                Assert.True(!Records.ContainsKey(message.Groups[1].Value) || !message.Groups[2].Value.Contains("Exception ", StringComparison.Ordinal), $"{path}: {message.Groups[1].Value} is logged with an exception.");
            }
        }
    }

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

    [GeneratedRegex(@"LoggerMessage\([^""]*""((?:\\""|[^""])*)""[^)]*EventName = ""(\w+)""")]
    private static partial Regex LoggerMessage();

    [GeneratedRegex(@"EventName = ""(\w+)""\)\]\s+private (?:static )?partial void \w+\(([^)]*)\)")]
    private static partial Regex LoggerMethod();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Placeholder();
}
