using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>Which scores count for the standings, and whose.</summary>
public sealed class CountedScoresTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 20, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Points_computed_from_results_count_each_for_its_own_criterion_and_unit()
    {
        var tree = Of(Direct("I", null, 70), Quantitative("II", 10), Quantitative("III", 10), Quantitative("IV", 10)).Tree("IV");
        var record = BlocRecord.Empty with
        {
            Figures = [new("II", "a", 100, 120), new("II", "b", 100, 100), new("III", "a", null, 30), new("III", "b", null, 60), new("IV", "a", 1, 1)],
        };

        var scores = CountedScores.Of(tree, record, Sheets(("a", [Entry("I", 60)]), ("b", [Entry("I", 60)]), ("c", [Entry("I", 50)])));

        Assert.Equal([P(75), P(75), P(50)], scores.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value.Official.Total));
        Assert.Equal((P(10), P(5)), (scores["a"].Quantitative["II"].Points, scores["a"].Quantitative["III"].Points));
        Assert.Equal(["II", "III"], scores["b"].Quantitative.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(QuantitativeCase.NoResult, scores["c"].Quantitative["II"].Case);
    }

    [Fact]
    public void What_peers_have_submitted_is_averaged_with_the_units_own_points_and_what_appraisers_recorded_counts_before_both()
    {
        var scheme = Of(Direct("I", null, 60), Direct("II", null, 40)) with { CrossScoring = new(1, PeerAverage.Mean, Share(50)) };
        var record = BlocRecord.Empty with
        {
            Panel = [new("b", "a")],
            Given = [new("a", "b", new Dictionary<string, Points> { ["I"] = P(40), ["II"] = P(20) }, null, At, 1)],
            Appraised = [Appraised(1, "I", 45), Appraised(2, "II", 1)],
        };
        var sheets = Sheets(("a", [Entry("I", 60), Entry("II", 40)]));

        var open = CountedScores.Of(scheme.Tree(), record, sheets)["a"];
        var closed = CountedScores.Of(scheme.Tree(), record with { ClosedRounds = 1 }, sheets)["a"];

        Assert.Equal((P(100), P(80), P(80)), (open.Self.Total, open.Averaged.Total, open.Official.Total));
        Assert.Equal((P(80), P(75)), (closed.Averaged.Total, closed.Official.Total));
    }

    [Fact]
    public void A_unit_that_has_not_handed_in_is_told_so_before_it_is_told_of_its_peers() => Assert.Equal(
        "The score sheet was not submitted.",
        CountedScores.WhyNot("a", new(SheetState.Draft, "mau", 1), new("mau", 1, A with { CrossScoring = new(1, PeerAverage.Mean, Share(50)) }), BlocRecord.Empty)!.En);

    private static Criterion Quantitative(string code, decimal maximum) => new(code, null, $"Chỉ tiêu {code}", CriterionKind.Quantitative, P(maximum));

    private static AppraisedScore Appraised(int round, string criterion, decimal points) =>
        new(round, "a", criterion, P(points), AppraiserOffice.Office, "Đối chiếu.", null, At, 1);

    private static Dictionary<string, StoredSheet> Sheets(params (string Unit, ScoreEntry[] Entries)[] sheets) =>
        sheets.ToDictionary(sheet => sheet.Unit, sheet => new StoredSheet(new(SheetState.Submitted, "mau", 1), SheetContent.Of(sheet.Entries)), StringComparer.Ordinal);
}
