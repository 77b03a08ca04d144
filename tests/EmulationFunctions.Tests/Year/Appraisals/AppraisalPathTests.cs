using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Standings;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Appraisals.AppraisalsOf;
using static EmulationFunctions.Tests.Year.Standings.BlocOf;

namespace EmulationFunctions.Tests.Year.Appraisals;

/// <summary>From the unit's own score to the official one in published standings.</summary>
public sealed class AppraisalPathTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scheme_D_self_score_first_round_explanation_second_round_official()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(SchemeSamples.D, Head, "so-b");
        foreach (var unit in new[] { Head, "so-b" })
        {
            await app.HasSubmittedAsync(Bloc, unit, SchemeSamples.D, ("I.1", 33.35m), ("I.2", 26.65m), ("II.1", 40));
        }

        app.SetDay("2026-12-16");
        using var head = await app.OfficerAsync(Head);
        using var unitB = await app.OfficerAsync("so-b");
        using var office = app.Admin();

        var first = await head.DoneAsync(Appraises(1, null, $"{Entry("I.1", 13.35m)},{Entry("II.1", 40)},{Entry("III", 2, "Có cờ thi đua.")}"));
        var open = (await unitB.AppraisalAsync()).View;
        await head.CloseAsync(1).JsonAsync();
        var closed = (await unitB.AppraisalAsync()).View;
        await unitB.DoneAsync(Explains(1, null, Said("I.1", "Báo cáo nộp đúng hạn, kèm công văn 12.")));
        await office.DoneAsync(Appraises(2, first, Entry("I.1", 31.35m, "Chấp nhận giải trình.")));
        await head.CloseAsync(2, """{"reason":"Đã thẩm định xong."}""").JsonAsync();
        app.SetDay("2026-12-21");
        var published = await office.PublishAsync().JsonAsync();
        var (official, _) = await unitB.AppraisalAsync();

        Assert.Equal(("", 33.35m, "100", "XS"), (open.Seen("I.1"), open.Official("I.1"), $"{open["official"]!["scores"]!["total"]}", (string)open["own"]!["class"]!["code"]!));
        Assert.Equal(("1:13.35", 13.35m, "82"), (closed.Seen("I.1"), closed.Official("I.1"), $"{closed["official"]!["scores"]!["total"]}"));
        Assert.Equal(("1:13.35 2:31.35", 31.35m, 33.35m), (official.Seen("I.1"), official.Official("I.1"), (decimal)official.Criterion("I.1")["own"]!["points"]!));
        Assert.Equal("Báo cáo nộp đúng hạn, kèm công văn 12.", (string)official.Criterion("I.1")["rounds"]![0]!["explanation"]!["text"]!);
        Assert.Equal(("office", "Chấp nhận giải trình."), ((string)official.Criterion("I.1")["rounds"]![1]!["by"]!, (string)official.Criterion("I.1")["rounds"]![1]!["reason"]!));

        // 98 of the base, and 2 of bonus that stands beside the class.
        var place = published.Place("so-b");
        Assert.Equal((100m, 98m, 2m, "XS"), ((decimal)place["total"]!, (decimal)place["base"]!, (decimal)place["bonus"]!, (string)place["class"]!["code"]!));
        Assert.Equal(("100", "100"), ($"{official["official"]!["scores"]!["total"]}", $"{official["own"]!["scores"]!["total"]}"));
        var totals = await app.Services.GetRequiredService<StandingsTable>().TotalsAsync(Id, Cancellation);
        Assert.Equal(31.35m, totals["so-b"][SchemeSamples.D.Tree().Find("I.1")!].Points.ToDecimal());
        await AuditChain.AssertWholeAsync(app.Tables, Id.Address, Cancellation);
    }

    [Fact]
    public async Task Scheme_C_computed_points_stay_computed_and_only_its_body_scores_what_it_owns()
    {
        var scheme = SchemeSamples.Of(
            SchemeSamples.Group("I", null, 70),
            new("I.1", "I", "Chỉ tiêu", CriterionKind.Quantitative, SchemeSamples.P(50)),
            SchemeSamples.PassFail("I.2", "I", 20),
            SchemeSamples.Direct("II", null, 30)) with
        {
            Basis = ScoreBasis.PercentOfAssigned,
            Appraisal = new(Rounds: 1, Specialists: [new("II", Specialist)]),
        };
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasOpenBlocAsync(scheme, Head, "so-b");
        foreach (var (unit, actual) in new[] { (Head, 120m), ("so-b", 100m) })
        {
            await app.HasSubmittedAsync(Bloc, unit, scheme, ("I.2", 20), ("II", 30));
            await app.Services.GetRequiredService<BlocTable>().ChangeAsync(Id, Actor.System, (_, _, change) =>
            {
                change.Put(BlocRows.Row(Id.Address.Partition, new Figure("I.1", unit, 100, actual)));
                change.Audit = new("Test", unit);
                return Task.FromResult(0);
            }, Cancellation);
        }

        app.SetDay("2026-12-16");
        using var head = await app.OfficerAsync(Head);
        using var specialist = await app.OfficerAsync(Specialist);
        using var office = app.Admin();

        var computed = await head.SendAsync(Appraises(1, null, Entry("I.1", 50)), Cancellation).ProblemAsync(400);
        var tag = await specialist.DoneAsync(Appraises(1, null, Entry("II", 21.5m, "Chỉ số cải cách hành chính.")));
        await head.DoneAsync(Appraises(1, tag, Entry("I.2", 0, "Không đạt.")));
        await head.CloseAsync(1).JsonAsync();
        var (view, _) = await office.AppraisalAsync();
        app.SetDay("2026-12-21");
        var place = (await office.PublishAsync().JsonAsync()).Place("so-b");

        // T100/A100 is half of 50 while so-a leads with all of it.
        Assert.Equal(["$.scores[0].criterion"], computed.Paths());
        Assert.Equal([25m, 0m, 21.5m], new[] { "I.1", "I.2", "II" }.Select(code => view.Official(code)!.Value));
        Assert.Equal("specialist", (string)view.Criterion("II")["rounds"]![0]!["by"]!);
        Assert.Equal((46.5m, 46.5m), ((decimal)place["base"]!, (decimal)place["value"]!));
        Assert.Equal(46.5m, (decimal)(await office.AppraisalAsync()).View["official"]!["scores"]!["base"]!);
    }

    [Fact]
    public async Task Nothing_is_appraised_closed_or_explained_after_publication()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasAppraisedBlocAsync();
        using var head = await app.OfficerAsync(Head);
        using var unit = await app.OfficerAsync("so-b");
        using var office = app.Admin();
        var tag = await head.DoneAsync(Appraises(1, null, Entry("I.1", 30)));
        await head.CloseAsync(1).JsonAsync();
        await office.PublishAsync().JsonAsync();
        var rows = (await app.TrailAsync()).Count;

        Assert.Equal("standings-published", await head.RefusedAsync(Appraises(2, tag, Entry("I.1", 31))));
        Assert.Equal("standings-published", (await head.CloseAsync(2).ProblemAsync(409)).Type());
        Assert.Equal("standings-published", await unit.RefusedAsync(Explains(1, null, Said("I.1", "Muộn rồi."))));
        await head.CloseAsync(1).JsonAsync(); // what is closed already stays closed
        Assert.Equal(rows, (await app.TrailAsync()).Count);
        var (view, _) = await unit.AppraisalAsync();
        Assert.Equal(["closed", "upcoming"], view["rounds"]!.AsArray().Select(round => (string)round!["state"]!));
        Assert.All(view["rounds"]!.AsArray(), round => Assert.False((bool)round!["mayExplain"]!));
        Assert.Equal(30m, view.Official("I.1"));
    }
}
