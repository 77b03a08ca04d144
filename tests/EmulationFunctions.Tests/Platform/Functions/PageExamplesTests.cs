using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EmulationFunctions.Emulators;
using EmulationFunctions.Tests.Year.Meetings;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>
/// What the pages of the bloc's year print below an address ("`PUT /api/…`") can be sent as it stands to a program with the sample bloc that
/// dotnet run local.cs loads, in 2026, page by page from above to below.
/// </summary>
public sealed partial class PageExamplesTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Pages() => new()
    {
        { "plans.md", "legal-texts plan regulation" },
        { "pacts.md", "pact" },
        { "meetings.md", "meetings" },
        { "reports.md", "reports parts" },
        { "succession.md", "successions handover" },
        { "awards.md", "nominations" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_body_on_the_page_is_accepted_as_it_is_printed(string page, string what)
    {
        var examples = Examples(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", page), Cancellation));
        await using var app = new EmulationApp(azurite, issuer);
        await HasSampleAsync(app);

        foreach (var (method, address, body) in examples)
        {
            // Only the unit itself writes its part; all else the office may write too.
            using var caller = UnitOf().Match(address) is { Success: true } unit ? await app.OfficerAsync(unit.Groups[1].Value) : app.Admin();
            using var request = new HttpRequestMessage(new(method), address) { Content = EmulationApp.Json(body) };
            using var answer = await caller.SendAsync(request, Cancellation);
            Assert.True(answer.IsSuccessStatusCode, $"{page}: {method} {address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
        }

        Assert.Equal(what.Split(' '), examples.Select(example => Kind().Match(example.Address).Groups[1].Value));
    }

    /// <summary>The bloc of the present in its second year; the meeting that closed its first one.</summary>
    private static async Task HasSampleAsync(EmulationApp app)
    {
        app.SetDay("2026-12-15");
        using var office = app.Admin();
        using var file = new StringContent(await SampleWalk.BlocCsvAsync(2026, Cancellation), Encoding.UTF8, "text/csv");
        await office.PostAsync(new Uri("/api/roster/import", UriKind.Relative), file, Cancellation).JsonAsync();
        foreach (var year in new[] { 2025, 2026 })
        {
            await office.PutAsync($"/api/cycles/{year}", EmulationApp.Json($$"""
                {"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"{{SampleBloc.Bloc}}","scheme":null,"stages":[]}]}
                """), Cancellation).JsonAsync();
        }

        await app.HasMeetingAsync(new(2025, SampleBloc.Bloc), "tong-ket", new(2025, 12, 29));
    }

    private static List<(string Method, string Address, string Body)> Examples(string page) =>
        [.. Example().Matches(page.ReplaceLineEndings("\n")).Select(match => (match.Groups[1].Value, match.Groups[2].Value, JsonNode.Parse(match.Groups[3].Value)!.ToJsonString()))];

    [GeneratedRegex(@"`(PUT|POST) (/api/[^`]+)`[^\n]*\n\n```json\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("/parts/([^/]+)$")]
    private static partial Regex UnitOf();

    /// <summary>The last word of an address that is no id.</summary>
    [GeneratedRegex(".*/(legal-texts|plan|regulation|pact|meetings|reports|parts|successions|handover|nominations)(?:/|$)")]
    private static partial Regex Kind();
}
