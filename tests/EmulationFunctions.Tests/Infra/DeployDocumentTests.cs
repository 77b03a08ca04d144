using System.Text.RegularExpressions;

namespace EmulationFunctions.Tests.Infra;

/// <summary>docs/deploy.md says of the templates only what is so.</summary>
public sealed partial class DeployDocumentTests
{
    private static readonly IReadOnlyList<string[]> Settings = InfraFiles.Table("docs/deploy.md", "setting", "set by", "meaning");

    [Fact]
    public void Every_line_that_a_checklist_quotes_is_there()
    {
        var quotes = InfraFiles.Table("docs/deploy.md", "check", "what we do").SelectMany(row => Quote().Matches(row[1])).ToArray();

        Assert.True(quotes.Length > 40, "The checklists quote the templates.");
        Assert.All(quotes, quote => Assert.Contains(quote.Groups[2].Value.TrimEnd(), InfraFiles.Read(quote.Groups[1].Value)));
    }

    [Fact]
    public void The_settings_of_the_program_are_those_that_the_template_sets()
    {
        var listed = Settings.Where(row => row[1] == "template").Select(row => InfraFiles.Words(row[0])[0]);

        Assert.Equal(Block("programSettings").Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_settings_of_the_platform_are_named_too()
    {
        var text = InfraFiles.Read("docs/deploy.md");

        Assert.All(Block("platformSettings"), setting => Assert.Contains($"`{setting}`", text));
    }

    [Fact]
    public void One_resource_owns_all_settings()
    {
        // Azure replaces the collection: a second owner would take the first one's settings away.
        var template = InfraFiles.ReadCode("infra/app.bicep");

        Assert.Contains("properties: union(platformSettings, programSettings)", template);
        Assert.Single(Regex.Matches(template, "name: 'appsettings'"));
        Assert.DoesNotContain("appSettings:", template);
    }

    [Fact]
    public void Nothing_is_set_that_Flex_Consumption_refuses()
    {
        Assert.All(
            Block("platformSettings").Concat(Block("programSettings")),
            setting => Assert.DoesNotMatch("^(FUNCTIONS_WORKER_RUNTIME|FUNCTIONS_EXTENSION_VERSION|WEBSITE_RUN_FROM_PACKAGE|WEBSITE_CONTENT|SCM_DO_BUILD|TZ$|WEBSITE_TIME_ZONE)", setting));
    }

    [Fact]
    public void Every_parameter_file_gives_only_what_the_template_takes()
    {
        var known = Parameter().Matches(InfraFiles.ReadCode("infra/main.bicep")).Select(match => match.Groups[1].Value).ToHashSet();
        foreach (var path in InfraFiles.List("infra", "*.bicepparam"))
        {
            Assert.Contains("using 'main.bicep'", InfraFiles.Read(path));
            Assert.All(Parameter().Matches(InfraFiles.ReadCode(path)).Select(match => match.Groups[1].Value), name => Assert.Contains(name, known));
        }
    }

    private static IReadOnlyList<string> Block(string name)
    {
        var template = InfraFiles.ReadCode("infra/app.bicep");
        var start = template.IndexOf($"var {name} = {{", StringComparison.Ordinal);
        Assert.True(start >= 0, $"infra/app.bicep has no {name}.");
        var block = template[start..template.IndexOf("\n}", start, StringComparison.Ordinal)];
        return [.. Setting().Matches(block).Select(match => match.Groups[1].Value)];
    }

    [GeneratedRegex("`(infra/[^`]+)` `([^`]+)`")]
    private static partial Regex Quote();

    [GeneratedRegex(@"(?m)^  (\w+): ")]
    private static partial Regex Setting();

    [GeneratedRegex(@"(?m)^param (\w+)")]
    private static partial Regex Parameter();
}
