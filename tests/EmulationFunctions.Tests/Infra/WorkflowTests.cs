using System.Text.RegularExpressions;

namespace EmulationFunctions.Tests.Infra;

/// <summary>What runs with rights on Azure is pinned to what was looked at.</summary>
public sealed class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. InfraFiles.List(".github/workflows", "*.yml")];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_to_a_commit_and_says_its_version(string path)
    {
        foreach (Match use in Regex.Matches(InfraFiles.Read(path), @"(?m)^\s*(?:- )?uses: (.*)$"))
        {
            Assert.Matches(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", use.Groups[1].Value.TrimEnd());
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_asks_for_a_token_of_Azure_only_where_it_signs_in(string path)
    {
        var text = InfraFiles.Read(path);

        Assert.Equal(text.Contains("azure/login@", StringComparison.Ordinal), text.Contains("id-token: write", StringComparison.Ordinal));
        Assert.DoesNotContain("permissions: write-all", text);
        Assert.Contains("permissions:\n  contents: read", text);
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void What_a_person_typed_reaches_a_shell_only_as_a_variable(string path)
    {
        // An expression inside a script is pasted into it as text, quotes and all.
        foreach (Match step in Regex.Matches(InfraFiles.Read(path), @"(?m)^(\s*)(?:- )?run: (?:\|\n((?:\1\s+.*\n)+)|(.*)\n)"))
        {
            Assert.DoesNotContain("${{", step.Value);
        }
    }
}
