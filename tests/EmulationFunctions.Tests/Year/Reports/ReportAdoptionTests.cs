using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;
using Roster = EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Tests.Year.Reports;

/// <summary>A report is adopted whole, by a meeting that could, and stays as it was then.</summary>
public sealed class ReportAdoptionTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_adopted_report_came_to_stays_when_the_roster_and_the_regulation_change_and_days_go_by()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var office = app.Admin();
        await head.DoneAsync(Put(Address(), Asked));
        await app.SendsAsync("so-c", """{"results":[{"text":"Đúng hạn."}]}""");
        app.SetDay("2026-07-12");
        var tag = await head.DoneAsync(Post($"{Address()}/merge"));
        await head.DoneAsync(Post($"{Address()}/adoption", """{"day":"2026-07-12"}""", tag));
        var before = await office.GetsAsync(Address());

        await office.PutAsync("/api/units/so-moi", ReportsOf.Json(new { name = "Sở Mới", kind = "department", functions = Array.Empty<string>(), isCentrallyManaged = false, contacts = Array.Empty<string>(), isPlaceholder = false }), Cancellation).JsonAsync();
        await office.PutAsync($"/api/blocs/{Bloc}/members/so-moi/2026-01-01", ReportsOf.Json(new { until = (string?)null, decision = (string?)null }), Cancellation).JsonAsync();
        await app.ChangeRosterAsync(change => change.Put(Roster.RosterRows.Row(new Roster.Membership(Bloc, "so-d", new(2010, 1, 1), new(2026, 6, 1), null, null, 0))));
        await head.DoneAsync(Put($"/api/cycles/2026/blocs/{Bloc}/regulation", """{"articles":[],"settings":{"approval":"reportParts"}}"""));
        await head.DoneAsync(Post($"/api/cycles/2026/blocs/{Bloc}/regulation/adoption", """{"day":"2026-07-12"}""", (await head.GetAsync(new Uri($"/api/cycles/2026/blocs/{Bloc}/regulation", UriKind.Relative), Cancellation)).Headers.ETag!.Tag));
        app.SetDay("2026-09-01");
        var after = await office.GetsAsync(Address());

        Assert.Equal((4, 1, 3, false), ((int)before["asked"]!, (int)before["sent"]!, (int)before["late"]!, (bool)before["needsApproval"]!));
        Assert.Equal((before["asked"]!, before["sent"]!, before["late"]!, before["needsApproval"]!).ToString(), (after["asked"]!, after["sent"]!, after["late"]!, after["needsApproval"]!).ToString());
        Assert.Equal(before["parts"]!.ToJsonString(), after["parts"]!.ToJsonString());
    }

    [Fact]
    public async Task What_has_no_text_is_not_adopted_nor_in_the_future_nor_without_a_day_or_word_of_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        var tag = await head.DoneAsync(Put(Address(), Asked));

        Assert.Equal("report-empty", (await head.RefusedAsync(409, Post($"{Address()}/adoption", """{"day":"2026-07-01"}""", tag))).Type());
        tag = await head.DoneAsync(Put($"{Address()}/draft", """{"items":[{"chapter":"tasks","text":"Một"}]}"""));
        foreach (var body in new[] { """{"day":"2026-07-02"}""", """{"day":"2025-12-31"}""", "{}", """{"day":"2026-07-01","said":"vừa qua"}""" })
        {
            Assert.Equal(["$.day"], (await head.RefusedAsync(400, Post($"{Address()}/adoption", body, tag))).Paths());
        }

        await head.RefusedAsync(428, Post($"{Address()}/adoption", """{"day":"2026-07-01"}"""));
        Assert.Equal("open", (string)(await head.GetsAsync(Address()))["state"]!);
    }

    [Theory]
    [InlineData("thieu", null, 409)] // short of its quorum
    [InlineData("khong-ro", null, 409)] // nobody recorded who was there
    [InlineData("sap-toi", null, 409)] // yet to come
    [InlineData("bac", null, 409)] // its minutes say that it was not carried
    [InlineData("khac", null, 400)] // no such meeting
    [InlineData("so-ket", "2027", 400)] // none of that year
    [InlineData("so-ket", "2028", 400)] // no year of such a meeting
    [InlineData("so-ket", null, 200)]
    public async Task A_meeting_that_was_not_or_was_short_of_its_quorum_adopts_nothing(string meeting, string? year, int status)
    {
        await using var app = new EmulationApp(azurite, issuer, services: services => services.AddSingleton<MeetingLookup>((id, asked, _) => Task.FromResult(
            id.Year == 2026 && asked is "so-ket" or "bac" or "thieu" or "khong-ro" or "sap-toi"
                ? new HeldMeeting(new(2026, 7, asked == "sap-toi" ? 2 : 1), asked == "khong-ro" ? null : asked != "thieu", IsQuorumAsked: true)
                {
                    // Of another report something else was decided.
                    Decisions = [new(DecisionMatter.Report, "bao-cao-khac", asked == "bac"), new(DecisionMatter.Report, "so-ket", asked != "bac")],
                }
                : null)));
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));
        var tag = await head.DoneAsync(Put($"{Address()}/draft", """{"items":[{"chapter":"tasks","text":"Một"}]}"""));

        using var answer = await head.SendAsync(Post($"{Address()}/adoption", $$"""{"day":"2026-07-01","meeting":"{{meeting}}","meetingYear":{{year ?? "null"}}}""", tag), Cancellation);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? "adopted" : "open", (string)(await head.GetsAsync(Address()))["state"]!);
    }

    [Fact]
    public async Task A_report_is_not_adopted_while_a_part_that_came_later_is_not_merged()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Put(Address(), Asked));
        await app.SendsAsync("so-c", """{"tasks":["Một"]}""");
        var merged = await head.DoneAsync(Post($"{Address()}/merge"));
        await app.SendsAsync("so-d", """{"tasks":["Hai"]}""");
        var edited = await head.DoneAsync(Put($"{Address()}/draft", """{"items":[{"chapter":"tasks","text":"Một","number":1},{"chapter":"tasks","text":"Ba"}]}""", merged));

        var refused = await head.RefusedAsync(409, Post($"{Address()}/adoption", """{"day":"2026-07-01"}""", edited));
        var again = await head.DoneAsync(Post($"{Address()}/merge"));
        Assert.Equal(again, await head.DoneAsync(Post($"{Address()}/merge"))); // nothing new
        await head.DoneAsync(Post($"{Address()}/adoption", """{"day":"2026-07-01"}""", again));

        Assert.Equal("parts-not-merged", refused.Type());
        Assert.Contains("'so-d'", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("'so-c'", (string)refused["detail"]!, StringComparison.Ordinal);
        Assert.Equal(["Ba", "Hai", "Một"], (await head.GetsAsync(Address())).Texts("tasks").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_last_adopted_report_leaves_is_there_for_the_next_year_s_plan()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync();
        using var head = await app.OfficerAsync(Head);
        var find = app.Services.GetRequiredService<ReportOutcomeLookup>();
        await head.DoneAsync(Put(Address(), Asked));
        var tag = await head.DoneAsync(Put($"{Address()}/draft", """
            {"items":[{"chapter":"shortcomings","text":"Trụ sở phân tán","causes":["Nhiều nơi làm việc"]},{"chapter":"tasks","text":"Đôn đốc ký kết"},{"chapter":"results","text":"Tốt"}]}
            """));
        Assert.Null(await find(Id, Cancellation));
        await head.DoneAsync(Post($"{Address()}/adoption", """{"day":"2026-07-01"}""", tag));

        var left = await find(Id, Cancellation);

        Assert.Equal("so-ket", left!.Report);
        Assert.Equal(("Trụ sở phân tán", "Nhiều nơi làm việc"), (Assert.Single(left.Shortcomings).Text, Assert.Single(left.Shortcomings[0].Causes)));
        Assert.Equal(["Đôn đốc ký kết"], left.Tasks);
    }
}
