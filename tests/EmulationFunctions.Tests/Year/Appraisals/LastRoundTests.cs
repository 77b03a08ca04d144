using EmulationFunctions.Tests.Province.Calendar;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Appraisals;

/// <summary>What could not be appraised any more does not change any more.</summary>
public sealed class LastRoundTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_is_not_closed_while_a_unit_revises_and_the_refusal_names_it()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Revision("so-b", await TagAsync(head, "so-b")));
        await head.DoneAsync(Revision("so-c", await TagAsync(head, "so-c")));

        var problem = await head.CloseAsync(1).ProblemAsync(409);

        Assert.Equal("sheets-open", problem.Type());
        Assert.Equal(2, problem["faults"]!.AsArray().Count);
        Assert.Contains("'so-b'", (string)problem["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Contains("'so-c'", (string)problem["faults"]![1]!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_was_not_answered_in_time_holds_no_round_back_and_its_day_can_still_be_moved()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Sheet("so-b", "revision", await TagAsync(head, "so-b"), """{"reason":"Bổ sung minh chứng.","due":"2026-12-17"}"""));
        app.SetDay("2026-12-18", 0);

        await head.CloseAsync(1).JsonAsync();
        await head.DoneAsync(Revision("so-b", await TagAsync(head, "so-b")));
        var waits = await head.CloseAsync(2).ProblemAsync(409);

        Assert.Contains("'so-b'", (string)waits["faults"]![0]!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_last_round_a_sheet_is_neither_returned_nor_revised_nor_given_more_time()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 1) }, "so-c");
        using var head = await app.OfficerAsync(Head);
        using var admin = app.Admin();
        await head.CloseAsync(1).JsonAsync();
        var tag = await TagAsync(head, "so-b");

        var returned = await head.SendAsync(Sheet("so-b", "return", tag, """{"reason":"Xem lại."}"""), Cancellation).ProblemAsync(409);
        var revised = await head.SendAsync(Revision("so-b", tag), Cancellation).ProblemAsync(409);
        var extended = await admin.PutAsync($"/api/cycles/{TheYear}/units/so-c/extensions/self-score", EmulationApp.Json("""{"closes":"2026-12-30","reason":"Thiên tai"}"""), Cancellation).ProblemAsync(409);

        Assert.Equal(("round-not-open", "round-not-open", "extension-without-effect"), (returned.Type(), revised.Type(), extended.Type()));
        Assert.Equal("submitted", (string)(await admin.AskAsync(SheetAddress("so-b")).JsonAsync())["summary"]!["state"]!);
    }

    [Fact]
    public async Task The_last_round_waits_for_a_unit_that_was_given_more_time()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 1) }, "so-c");
        using var head = await app.OfficerAsync(Head);
        using var admin = app.Admin();
        var given = await ExtendAsync(admin).JsonAsync();

        var waits = await head.CloseAsync(1).ProblemAsync(409);
        app.SetDay("2026-12-21", 0);
        await head.CloseAsync(1).JsonAsync();
        var again = await ExtendAsync(admin).JsonAsync();

        Assert.Equal("sheets-open", waits.Type());
        Assert.Contains("so-c", (string)waits["faults"]![0]!["detail"]!, StringComparison.Ordinal);
        Assert.Equal(given.ToJsonString(), again.ToJsonString());

        static Task<HttpResponseMessage> ExtendAsync(HttpClient admin) =>
            admin.PutAsync($"/api/cycles/{TheYear}/units/so-c/extensions/self-score", EmulationApp.Json("""{"closes":"2026-12-20","reason":"Thiên tai"}"""), Cancellation);
    }

    [Fact]
    public async Task More_time_is_refused_where_it_would_do_nothing_with_what_would()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var admin = app.Admin();
        await head.DoneAsync(Revision("so-b", await TagAsync(head, "so-b")));
        var revising = await ExtendAsync("so-b").ProblemAsync(409);
        app.SetDay("2026-12-29", 0);
        using (var published = await admin.PublishAsync(Bloc, "so-b"))
        {
            Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync(Cancellation));
        }

        var locked = await ExtendAsync("so-c").ProblemAsync(409);
        using var unit = await app.OfficerAsync("so-c");
        var saved = await unit.SendAsync(Save("so-c", null, ("I.1", 1)), Cancellation).ProblemAsync(409);

        Assert.Contains("dời hạn của yêu cầu chỉnh sửa", (string)revising["detail"]!, StringComparison.Ordinal);
        Assert.Equal(("extension-without-effect", "extension-without-effect"), (revising.Type(), locked.Type()));
        Assert.Equal("sheet-locked", saved.Type());
        Assert.DoesNotContain("gia hạn", (string)saved["detail"]!, StringComparison.Ordinal);

        Task<HttpResponseMessage> ExtendAsync(string of) =>
            admin.PutAsync($"/api/cycles/{TheYear}/units/{of}/extensions/self-score", EmulationApp.Json("""{"closes":"2026-12-31","reason":"Thiên tai"}"""), Cancellation);
    }

    private static async Task<string> TagAsync(HttpClient client, string unit)
    {
        using var answer = await client.GetAsync(SheetAddress(unit), Cancellation);
        return answer.Headers.ETag!.Tag;
    }

    private static HttpRequestMessage Revision(string unit, string tag) => Sheet(unit, "revision", tag, """{"reason":"Bổ sung minh chứng.","due":"2026-12-19"}""");

    private static HttpRequestMessage Sheet(string unit, string action, string tag, string body) =>
        new HttpRequestMessage(HttpMethod.Post, $"{SheetAddress(unit)}/{action}") { Content = EmulationApp.Json(body) }.With(System.Net.Http.Headers.EntityTagHeaderValue.Parse(tag));
}
