using EmulationFunctions.Common;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Appraisals;

/// <summary>How a round ends, and what units say to it.</summary>
public sealed class AppraisalRoundTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_round_is_closed_for_the_whole_bloc_in_order_and_again_changes_nothing()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        await head.DoneAsync(Appraises(1, null, $"{Entry("I.1", 38.5m)},{Entry("I.2", 20)}"));
        await head.DoneAsync(Appraises(1, null, Entry("I.1", 40), "so-c")); // the same as the unit's own

        var outOfOrder = await head.CloseAsync(2).ProblemAsync(409);
        var closed = await head.CloseAsync(1, """{"reason":" Hết thời gian. "}""").JsonAsync();
        var again = await head.CloseAsync(1, """{"reason":"Lần nữa."}""").JsonAsync();

        Assert.Equal("round-not-open", outOfOrder.Type());
        Assert.Equal(closed.ToJsonString(), again.ToJsonString());
        Assert.Equal(["closed", "open"], closed["rounds"]!.AsArray().Select(round => (string)round!["state"]!));
        var trail = await app.TrailAsync();
        Assert.Equal(3, trail.Count);
        Assert.Equal(("CloseAppraisalRound", $"2026 nam {Bloc} 1", "Hết thời gian.", "so-b"), (trail[2].Entry.Action, trail[2].Entry.Subject, trail[2].Entry.Reason, trail[2].Entry.After));
        var notice = Assert.Single(await app.NoticesAsync());
        Assert.Equal((NoticeKind.ScoresAppraised, "so-b", "Tiêu chí I.1 “Tiêu chí I.1”: 40 → 38,5. Lý do: Đối chiếu báo cáo."), (notice.Kind, Assert.Single(notice.Units), notice.Text));
        await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation);
    }

    [Fact]
    public async Task After_the_last_round_the_mail_does_not_invite_to_explain()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 1) });
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-b");
        await head.DoneAsync(Appraises(1, null, Entry("P", 1)));
        await head.CloseAsync(1).JsonAsync();

        var notice = Assert.Single(await app.NoticesAsync());
        Assert.Equal((NoticeKind.ScoresFinal, "Tiêu chí P “Điểm trừ”: chưa có điểm → 1. Lý do: Đối chiếu báo cáo."), (notice.Kind, notice.Text));
        Assert.Equal("last-round", await unit.RefusedAsync(Explains(1, null, Said("P", "Không đúng."))));
        Assert.Equal("round-not-open", (await head.CloseAsync(2).ProblemAsync(409)).Type());
    }

    [Fact]
    public async Task Nothing_is_closed_while_nobody_has_submitted_or_before_the_appraisal_begins()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(null, Head, "so-b", "so-c", Deputy);
        app.SetDay("2026-12-15");
        using var head = await app.OfficerAsync(Head);
        var early = (await head.CloseAsync(1).ProblemAsync(409)).Type();
        app.SetDay("2026-12-16", 0);
        var nobody = (await head.CloseAsync(1).ProblemAsync(409)).Type();

        Assert.Equal(("no-sheet-submitted", "stage-not-open"), (nobody, early));
        var blank = await head.CloseAsync(1, """{"reason":""}""").ProblemAsync(400);
        var unknown = await head.CloseAsync(1, """{"force":true}""").ProblemAsync(400);
        Assert.Equal(["$.reason", "$.force"], blank.Paths().Concat(unknown.Paths()));
    }

    [Fact]
    public async Task A_unit_explains_from_the_closing_of_a_round_until_the_next_is_closed()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-b");
        await head.DoneAsync(Appraises(1, null, $"{Entry("I.1", 38)},{Entry("I.2", 20)}"));
        var early = await unit.RefusedAsync(Explains(1, null, Said("I.1", "Sớm.")));
        await head.CloseAsync(1).JsonAsync();

        var faults = await unit.SendAsync(
            Explains(1, null, $"{Said("IX", "x")},{Said("I.2", "x")},{Said("I.1", "x")},{Said("I.1", " ")},{Said("II", "x")}"), Cancellation).ProblemAsync(400);
        var structural = await unit.SendAsync(Explains(1, null, $"{Said("I.1", new('x', 4001))},{Said("I.1", "")}"), Cancellation).ProblemAsync(400);
        var first = await unit.DoneAsync(Explains(1, null, Said("I.1", " Đã đủ. ")));
        var same = await unit.DoneAsync(Explains(1, null, Said("I.1", "Đã đủ.")));
        var unread = await unit.RefusedAsync(Explains(1, null, Said("I.1", "Đã đủ, xem công văn 15.")), 428);
        var seen = (string)(await unit.AppraisalAsync()).View["rounds"]![0]!["explanationsETag"]!;
        var second = await unit.DoneAsync(Explains(1, seen, Said("I.1", "Đã đủ, xem công văn 15.")));
        var stale = await unit.RefusedAsync(Explains(1, first, Said("I.1", "Khác.")), 412);
        await head.CloseAsync(2).JsonAsync();
        var late = await unit.RefusedAsync(Explains(1, second, Said("I.1", "Muộn.")));
        var last = await unit.RefusedAsync(Explains(2, null, Said("I.1", "Cuối.")));

        Assert.Equal(("round-not-closed", "if-match-missing", "changed-meanwhile", "explanation-over", "last-round"), (early, unread, stale, late, last));
        Assert.Equal(["$.explanations[0].criterion", "$.explanations[1].criterion", "$.explanations[3].criterion", "$.explanations[3].text", "$.explanations[4].criterion"], faults.Paths());
        Assert.Equal(["$.explanations[0].text", "$.explanations[1].text", "$.explanations[1].criterion"], structural.Paths());
        Assert.Equal((first, first), (same, seen));
        Assert.Equal("Đã đủ, xem công văn 15.", (string)(await head.AppraisalAsync()).View.Criterion("I.1")["rounds"]![0]!["explanation"]!["text"]!);
        var entry = (await app.TrailAsync()).Last(row => row.Entry.Action == "ExplainScores").Entry;
        Assert.Equal(
            ("""[{"criterion":"I.1","text":"Đã đủ."}]""", """[{"criterion":"I.1","text":"Đã đủ, xem công văn 15."}]"""),
            (entry.Before, entry.After));
        await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation);
    }

    [Fact]
    public async Task Points_that_a_round_took_over_unchanged_need_no_explanation_and_a_later_round_is_compared_with_the_one_before()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync(Form with { Appraisal = new(Rounds: 3) });
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-b");
        var tag = await head.DoneAsync(Appraises(1, null, $"{Entry("I.1", 38)},{Entry("II", 30)}"));
        await head.CloseAsync(1).JsonAsync();
        await head.DoneAsync(Appraises(2, tag, $"{Entry("I.1", 38)},{Entry("II", 40)}"));
        await head.CloseAsync(2).JsonAsync();

        var refused = await unit.SendAsync(Explains(2, null, $"{Said("I.1", "x")},{Said("II", "Cảm ơn.")}"), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.explanations[0].criterion"], refused.Paths());
        Assert.Equal("Tiêu chí II “Tiêu chí II”: 30 → 40. Lý do: Đối chiếu báo cáo.", (await app.NoticesAsync())[^1].Text);
    }
}
