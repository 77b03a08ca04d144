using EmulationFunctions.Common;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Sheets;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Plans.PlansOf;

namespace EmulationFunctions.Tests.Year.Plans;

/// <summary>A bloc writes its regulation in versions, and what was adopted holds.</summary>
public sealed class RegulationTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private const string Adoption = $"{Regulation}/adoption";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_that_was_adopted_never_changes_and_the_next_one_holds_once_it_is_adopted()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var member = await app.OfficerAsync(SheetWorld.Unit);
        Assert.Null(await HoldsAsync(app));

        var (_, draft) = await head.DoesAsync(Put(Regulation, Version("""{"quorum":{"part":1,"of":2}}""")));
        var (first, tag) = await head.DoesAsync(Put(Regulation, Version("""{"quorum":{"part":2,"of":3},"threshold":{"part":1,"of":2,"above":true},"base":"allVoters","approval":"reportParts"}"""), draft));
        Assert.Null(await HoldsAsync(app)); // a draft holds nothing
        var (adopted, after) = await head.DoesAsync(Post(Adoption, """{"day":"2026-11-30","meeting":"phat-dong"}""", tag));
        Assert.Equal(after, (await head.DoesAsync(Post(Adoption, """{"day":"2026-11-30","meeting":"phat-dong"}"""))).Tag); // again
        var holds = await HoldsAsync(app);
        var (second, next) = await head.DoesAsync(Put(Regulation, Version("""{"quorum":{"part":3,"of":4}}"""), after));
        Assert.Equal(holds, await HoldsAsync(app));
        await head.DoesAsync(Post(Adoption, """{"said":"đầu tháng 12"}""", next));

        Assert.Equal((1, 1, 2), ((int)first["version"]!, (int)adopted["version"]!, (int)second["version"]!));
        Assert.Equal(new RegulationSettings(new(2, 3), null, new(1, 2, true), VoteBase.AllVoters, Approval: ApprovalOfAnswers.ReportParts), holds);
        Assert.Equal(new Share(3, 4), (await HoldsAsync(app))!.Quorum);
        var (old, _) = await member.ReadsAsync($"{Regulation}?version=1");
        var (last, _) = await member.ReadsAsync(Regulation);
        Assert.Equal((2, "adopted", "2026-11-30"), ((int)old["settings"]!["quorum"]!["part"]!, (string)old["state"]!, (string)old["adopted"]!["day"]!));
        Assert.Equal((2, "đầu tháng 12"), ((int)last["version"]!, (string)last["adopted"]!["said"]!));
        Assert.Equal([(1, "adopted"), (2, "adopted")], last["versions"]!.AsArray().Select(one => ((int)one!["version"]!, (string)one["state"]!)));
        Assert.Equal(5, await AuditChain.AssertWholeAsync(app.Tables, Id.AddressIn("Plans"), Cancellation));
    }

    [Fact]
    public async Task What_holds_on_a_day_is_the_version_that_was_adopted_by_then_by_its_own_day_or_that_of_its_meeting()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        var (_, first) = await head.DoesAsync(Put(Regulation, Version("""{"ballots":1}""")));
        var (_, second) = await head.DoesAsync(Put(Regulation, Version("""{"ballots":2}"""), (await head.DoesAsync(Post(Adoption, """{"day":"2026-11-10"}""", first))).Tag));
        await head.DoesAsync(Post(Adoption, """{"meeting":"phat-dong"}""", second)); // on 30 November

        var history = await app.Services.GetRequiredService<AdoptedRegulation>()(Id, Cancellation);

        Assert.Equal([null, 1, 1, 2, 2], new[] { 9, 10, 29, 30 }.Select(day => history.On(new(2026, 11, day))?.Ballots).Append(history.Last?.Ballots));
    }

    [Fact]
    public async Task What_was_adopted_cannot_be_adopted_otherwise_and_nothing_can_be_adopted_that_is_not_there()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);

        await head.SendAsync(Post(Adoption, """{"day":"2026-11-30"}"""), Cancellation).ProblemAsync(404);
        await head.GetAsync(Regulation, Cancellation).ProblemAsync(404);
        var (_, draft) = await head.DoesAsync(Put(Regulation, Version("{}")));
        await head.SendAsync(Post(Adoption, """{"day":"2026-11-30"}"""), Cancellation).ProblemAsync(428);
        var (_, tag) = await head.DoesAsync(Post(Adoption, """{"day":"2026-11-30"}""", draft));
        var again = await head.SendAsync(Post(Adoption, """{"day":"2026-12-01"}""", tag), Cancellation).ProblemAsync(409);
        await head.GetAsync($"{Regulation}?version=2", Cancellation).ProblemAsync(404);

        Assert.Equal("urn:emulation-functions:regulation-adopted", (string)again["type"]!);
        Assert.Equal("2026-11-30", (string)(await head.ReadsAsync(Regulation)).Body["adopted"]!["day"]!);
    }

    [Fact]
    public async Task Every_fault_is_named_at_its_place()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);

        var rules = await head.SendAsync(Put(Regulation, Version("""{"quorum":{"part":3,"of":2},"threshold":{"part":1,"of":2},"absentees":"inWriting","secrecy":"secret"}""", " ")), Cancellation).ProblemAsync(400);
        var form = await head.SendAsync(Put(Regulation, """{"articles":[{"title":"Điều"}],"settings":{"quorum":{"part":0,"of":3},"voters":"all","ballots":6}}"""), Cancellation).ProblemAsync(400);
        var (_, tag) = await head.DoesAsync(Put(Regulation, Version("{}")));
        var future = await head.SendAsync(Post(Adoption, """{"day":"2026-12-02"}""", tag), Cancellation).ProblemAsync(400);
        var never = await head.SendAsync(Post(Adoption, "{}", tag), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.articles[0].title", "$.settings.quorum", "$.settings.base", "$.settings.absentees"], rules.Paths());
        Assert.Equal(["$.articles[0].text", "$.settings.ballots", "$.settings.quorum.part", "$.settings.voters"], form.Paths().Order(StringComparer.Ordinal));
        Assert.Equal(["$.day"], future.Paths());
        Assert.Equal(["$"], never.Paths());
    }

    [Fact]
    public async Task What_a_meeting_rejected_by_its_minutes_it_did_not_adopt()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        var minutes = $"{PlansOf.Year}/meetings/phat-dong/minutes";
        var (_, tag) = await head.DoesAsync(Put(minutes, """{"decisions":[{"number":1,"about":"regulation","text":"Quy chế","reference":"1","isAdopted":false}]}"""));
        var (_, draft) = await head.DoesAsync(Put(Regulation, Version("{}")));

        var refused = await head.SendAsync(Post(Adoption, """{"day":"2026-11-30","meeting":"phat-dong"}""", draft), Cancellation).ProblemAsync(409);
        await head.DoesAsync(Put(minutes, """{"decisions":[{"number":1,"about":"regulation","text":"Quy chế","reference":"1","isAdopted":true}]}""", tag));
        var (adopted, _) = await head.DoesAsync(Post(Adoption, """{"day":"2026-11-30","meeting":"phat-dong"}""", draft));

        Assert.Equal("urn:emulation-functions:decision-not-carried", (string)refused["type"]!);
        Assert.Equal("adopted", (string)adopted["state"]!);
    }

    [Fact]
    public async Task What_was_adopted_last_holds_in_the_next_years_too_until_another_is_and_each_begins_with_a_draft_of_it()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var office = app.Admin();
        var (_, draft) = await head.DoesAsync(Put(Regulation, Version("""{"quorum":{"part":2,"of":3}}""")));
        await head.DoesAsync(Post(Adoption, """{"day":"2026-11-30"}""", draft));

        app.SetDay("2027-01-02");
        var done = await app.RunAsync("StartAnnualCycle");
        var next = Regulation.Replace("2026", "2027", StringComparison.Ordinal);
        var (drafted, tag) = await office.ReadsAsync(next);
        var inNext = await HoldsAsync(app, 2027);
        app.SetDay("2028-01-02");
        await app.RunAsync("StartAnnualCycle");
        var inThird = await HoldsAsync(app, 2028);
        await office.DoesAsync(Put(next, Version("""{"quorum":{"part":3,"of":4}}"""), tag));
        var (_, changed) = await office.ReadsAsync(next);
        await office.DoesAsync(Post($"{next}/adoption", """{"day":"2027-12-30"}""", changed));

        Assert.Contains($"the regulation of {SheetWorld.Bloc} for 2027 is drafted after that of 2026", done);
        Assert.Equal((1, "draft", 2), ((int)drafted["version"]!, (string)drafted["state"]!, (int)drafted["settings"]!["quorum"]!["part"]!));
        Assert.Equal((new Share(2, 3), new Share(2, 3)), (inNext!.Quorum, inThird!.Quorum));
        Assert.Equal(new Share(3, 4), (await HoldsAsync(app, 2028))!.Quorum);
        Assert.Equal(new Share(2, 3), (await HoldsAsync(app))!.Quorum);
        Assert.Null(await HoldsAsync(app, 2025));
    }

    [Fact]
    public async Task Plan_and_regulation_are_papers_for_whoever_reads_them_and_say_what_is_missing()
    {
        await using var app = await StartAsync(azurite, issuer);
        using var head = await app.OfficerAsync(SheetWorld.Head);
        using var member = await app.OfficerAsync(SheetWorld.Unit);
        using var stranger = await app.OfficerAsync("don-vi-ngoai-khoi");
        await member.GetAsync($"{PlansOf.Year}/documents/plan", Cancellation).ProblemAsync(404);
        await member.GetAsync($"{PlansOf.Year}/documents/regulation", Cancellation).ProblemAsync(404);
        await head.DoesAsync(Put(Plan, """{"statedObjectives":6}"""));
        await head.DoesAsync(Put(Regulation, Version("{}")));

        foreach (var (kind, gap) in new[] { ("plan", "6 mục tiêu, nhiệm vụ"), ("regulation", "số, ký hiệu") })
        {
            using var file = await member.GetAsync($"{PlansOf.Year}/documents/{kind}", Cancellation);
            using var asked = new HttpRequestMessage(HttpMethod.Get, $"{PlansOf.Year}/documents/{kind}") { Headers = { { "Accept", "application/json" } } };
            var told = await member.SendAsync(asked, Cancellation).JsonAsync();

            Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", file.Content.Headers.ContentType!.MediaType);
            Assert.Contains(gap, told["gaps"]!.AsArray().Select(one => (string)one!));
            await stranger.GetAsync($"{PlansOf.Year}/documents/{kind}", Cancellation).ProblemAsync(403);
        }
    }

    private static string Version(string settings, string title = "Nguyên tắc làm việc") =>
        $$"""{"articles":[{"title":"{{title}}","text":"Tập trung dân chủ.\nMột đơn vị một phiếu."}],"settings":{{settings}}}""";

    private static async Task<RegulationSettings?> HoldsAsync(EmulationApp app, int year = 2026) =>
        (await app.Services.GetRequiredService<AdoptedRegulation>()(Id with { Year = year }, Cancellation)).Last;
}
