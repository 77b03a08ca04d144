using System.Text.Json.Nodes;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Tests.Year.Visits;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;
using Roster = EmulationFunctions.Province.Roster;
using SoundPapers = EmulationFunctions.Rules.Tests.Platform.Documents.Papers;

namespace EmulationFunctions.Tests.Office.Papers;

/// <summary>Papers are given to those who may have them, with what is missing in them.</summary>
public sealed class ExportDocumentTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Documents = $"/api/cycles/2026/blocs/{Bloc}/documents";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_gets_its_report_as_a_sound_file_and_is_told_what_is_missing_in_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "so-a", "so-b");
        await app.SubmitsAsync("so-b", ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 34));
        using var unit = await app.OfficerAsync("so-b");

        using var answer = await unit.GetAsync($"{Documents}/self-score-report?period=nam&unit=so-b", Cancellation);
        var file = await answer.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(PaperWriter.MediaType, answer.Content.Headers.ContentType!.MediaType);
        var disposition = answer.Content.Headers.ContentDisposition!;
        Assert.Equal(
            ("attachment", "self-score-report-2026-nam-khoi-5-so-b.docx", "Báo cáo tự chấm điểm 2026 nam khoi-5 so-b.docx"),
            (disposition.DispositionType, disposition.FileName!.Trim('"'), disposition.FileNameStar));
        SoundPapers.AssertValid(file);
        var lines = SoundPapers.Lines(file);
        Assert.Contains("BÁO CÁO", lines);
        Assert.Contains(lines, line => line.Contains("94 điểm (các tiêu chí 94/100 điểm", StringComparison.Ordinal));
        Assert.Contains("I.1. Tiêu chí I.1: Tự chấm 33,35/33,35 điểm.", lines);
        var gaps = answer.Headers.GetValues("Paper-Gaps").Single().Split(", ").Select(Uri.UnescapeDataString).ToList();
        Assert.Contains("số, ký hiệu", gaps);
        Assert.All(gaps, gap => Assert.Contains(lines, line => line.Contains($"[…chưa ghi: {gap}…]", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_asks_for_json_is_told_what_is_missing_without_the_file()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, "so-a", "so-b");
        using var unit = await app.OfficerAsync("so-b");

        var answer = await JsonAsync(unit, $"{Documents}/self-score-report?period=nam&unit=so-b");

        Assert.Equal("self-score-report", (string)answer["kind"]!);
        Assert.True((int)answer["bytes"]! > 1_000);
        Assert.Contains("điểm tự chấm tiêu chí I.1", answer["gaps"]!.AsArray().Select(gap => (string)gap!));
    }

    [Fact]
    public async Task Each_kind_has_its_own_right()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");
        await head.PutsAsync(VisitsOf.Planned);

        foreach (var (kind, query, who) in new[]
        {
            ("self-score-report", "period=nam&unit=so-b", "so-a so-b council"),
            ("explanation-form", "period=nam&unit=so-b", "so-a so-b council"),
            ("score-inspection-minutes", "period=nam&unit=so-b", "so-a so-b council"),
            ("cross-check-plan", "period=nam", "so-a council"),
            ("cross-check-minutes", "period=nam&item=dot-1", "so-a so-b so-c council"),
            ("summary-table", "period=nam", "so-a council"),
        })
        {
            var got = new List<string>();
            foreach (var caller in new[] { "so-a", "so-b", "so-c", "so-d", "council" })
            {
                using var client = caller == "council" ? app.Holding("Emulation.Council") : await app.OfficerAsync(caller);
                using var answer = await client.GetAsync($"{Documents}/{kind}?{query}", Cancellation);
                Assert.Contains((int)answer.StatusCode, new[] { 200, 403, 404 });
                if (answer.IsSuccessStatusCode)
                {
                    got.Add(caller);
                    SoundPapers.AssertValid(await answer.Content.ReadAsByteArrayAsync(Cancellation));
                }
            }

            Assert.Equal((kind, who), (kind, string.Join(' ', got)));
        }
    }

    [Fact]
    public async Task The_list_names_what_the_caller_may_have()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");
        using var unit = await app.OfficerAsync("so-b");
        using var other = await app.OfficerAsync("so-d");

        Assert.Contains("cross-check-plan", await KindsAsync(head, Documents));
        Assert.DoesNotContain("cross-check-plan", await KindsAsync(unit, Documents));
        Assert.Contains("self-score-report", await KindsAsync(unit, Documents));
        Assert.DoesNotContain("self-score-report", await KindsAsync(other, $"{Documents}?unit=so-b&period=nam"));
        var needs = (await JsonAsync(unit, Documents))["documents"]!.AsArray().Single(one => (string)one!["kind"]! == "cross-check-minutes")!["needs"]!;
        Assert.Equal(["period", "item"], needs.AsArray().Select(need => (string)need!));
    }

    [Fact]
    public async Task What_is_listed_is_never_forbidden_whoever_names_which_unit_and_period()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        foreach (var caller in new[] { "so-a", "so-b", "so-d", "so-la", "council" })
        {
            using var client = caller == "council" ? app.Holding("Emulation.Council") : await app.OfficerAsync(caller);
            foreach (var query in new[] { "period=nam&unit=so-b", "period=nam&unit=so-d", "unit=so-b", "period=nam" })
            {
                using var list = await client.GetAsync(new Uri($"{Documents}?{query}", UriKind.Relative), Cancellation);
                Assert.Equal(("vi", "Accept-Language"), (string.Join(' ', list.Content.Headers.ContentLanguage), string.Join(' ', list.Headers.Vary)));
                foreach (var kind in await KindsAsync(client, $"{Documents}?{query}"))
                {
                    var unit = query.Contains("unit", StringComparison.Ordinal) ? "" : $"&unit={(caller == "council" ? "so-b" : caller)}";
                    var period = query.Contains("period", StringComparison.Ordinal) ? "" : "&period=nam";
                    using var answer = await client.GetAsync(new Uri($"{Documents}/{kind}?item=dot-1&{query}{unit}{period}", UriKind.Relative), Cancellation);
                    Assert.True((int)answer.StatusCode != 403, $"{caller} {query} {kind}");
                }
            }
        }
    }

    [Fact]
    public async Task Papers_of_a_year_that_is_over_call_units_what_they_were_called_on_its_last_day()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var head = await app.OfficerAsync("so-a");
        using var admin = app.Admin();
        await head.PutsAsync(VisitsOf.Planned);
        await app.ChangeRosterAsync(change => change.Put(Roster.RosterRows.Row(new Roster.Unit("so-b", "Sở Bê", Roster.UnitKind.Department, [], false, [], false, 0))));
        app.SetDay("2027-03-02");
        await admin.PutAsync("/api/successions/doi-ten", EmulationApp.Json(
            """{"kind":"rename","day":"2027-03-01","decision":{"kind":"Quyết định","number":"1/QĐ-UBND","day":"2027-03-01"},"from":["so-b"],"name":"Sở Xê"}"""), Cancellation).JsonAsync();
        await app.RunAsync("AdvanceStages");
        Assert.Equal("Sở Xê", (string)(await JsonAsync(admin, "/api/units/so-b"))["unit"]!["name"]!);

        foreach (var query in new[]
        {
            "self-score-report?period=nam&unit=so-b", "explanation-form?period=nam&unit=so-b", "score-inspection-minutes?period=nam&unit=so-b", "cross-check-plan?period=nam",
            "cross-check-minutes?period=nam&item=dot-1", "summary-table?period=nam",
        })
        {
            using var answer = await admin.GetAsync(new Uri($"{Documents}/{query}", UriKind.Relative), Cancellation);
            Assert.True(answer.IsSuccessStatusCode, query);
            var text = string.Join('\n', SoundPapers.Lines(await answer.Content.ReadAsByteArrayAsync(Cancellation)));
            Assert.True(text.Contains("Sở Bê", StringComparison.OrdinalIgnoreCase), $"{query}: {text}");
            Assert.DoesNotContain("Sở Xê", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_is_missing_or_no_id_is_named_and_what_is_not_there_is_not_found()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasMembersAsync();
        using var admin = app.Admin();

        var missing = await admin.GetAsync($"{Documents}/self-score-report", Cancellation).ProblemAsync(400);
        var wrong = await admin.GetAsync($"{Documents}/self-score-report?period=N%C4%83m&unit=..", Cancellation).ProblemAsync(400);
        await admin.GetAsync($"{Documents}/poem?period=nam", Cancellation).ProblemAsync(404);
        await admin.GetAsync($"{Documents}/self-score-report?period=nam&unit=so-x", Cancellation).ProblemAsync(404);
        await admin.GetAsync($"{Documents}/cross-check-plan?period=nam", Cancellation).ProblemAsync(404);
        await admin.GetAsync($"{Documents}/cross-check-minutes?period=nam&item=dot-9", Cancellation).ProblemAsync(404);
        await admin.GetAsync($"{Documents.Replace("2026", "2031", StringComparison.Ordinal)}/summary-table?period=nam", Cancellation).ProblemAsync(404);

        Assert.Equal(["period", "unit"], missing.Paths());
        Assert.Equal(["period", "unit"], wrong.Paths());
    }

    private static async Task<IReadOnlyList<string>> KindsAsync(HttpClient client, string address) =>
        [.. (await JsonAsync(client, address))["documents"]!.AsArray().Select(one => (string)one!["kind"]!)];

    private static async Task<JsonNode> JsonAsync(HttpClient client, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new("application/json"));
        return await client.SendAsync(request, Cancellation).JsonAsync();
    }
}
