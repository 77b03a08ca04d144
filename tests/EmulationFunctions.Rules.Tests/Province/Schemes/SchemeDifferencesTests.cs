using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

public sealed class SchemeDifferencesTests
{
    [Fact]
    public void The_same_scheme_has_no_difference() =>
        Assert.Empty(SchemeDifferences.Between(SchemeC.Content, SchemeC.Content with { Criteria = [.. SchemeC.Content.Criteria] }));

    [Fact]
    public void What_was_added_removed_changed_and_moved_is_told()
    {
        var before = Of(Direct("1", null, 10), Direct("2", null, 10), Direct("3", null, 10)) with { Ladder = D.Ladder };
        var after = Of(Direct("3", null, 10), PassFail("1", null, 10), Direct("4", null, 5)) with
        {
            Ladder = [D.Ladder[0] with { MinimumIncluded = false }, D.Ladder[1] with { MaximumIncluded = true }, D.Ladder[2]],
            TieBreaks = [new(TieBreakKind.HigherPointsIn, "3")],
        };

        Assert.Equal(
            [
                new("maximum", "30", "25"),
                new("tieBreaks", "", "higherPointsIn 3"),
                new("criteria['1'].kind", "direct", "passFail"),
                new("criteria['2']", "Tiêu chí 2", null),
                new("criteria['4']", null, "Tiêu chí 4"),
                new("criteria.order", "1, 3", "3, 1"),
                new("ladder['XS'].minimum", "95", "95 (excluded)"),
                new("ladder['T'].maximum", "95 (excluded)", "95"),
            ],
            SchemeDifferences.Between(before, after));
    }

    [Fact]
    public void What_changed_in_how_sheets_are_appraised_is_told()
    {
        var one = Of(Direct("1", null, 10), Direct("2", null, 10));
        var two = one with { Appraisal = new(3, 0, AppraisalPower.SendBack, Specialists: [new("1", "so-noi-vu"), new("2", "so-tai-chinh")]) };

        Assert.Equal(
            [
                new("appraisal.rounds", null, "3"),
                new("appraisal.revisions", null, "0"),
                new("appraisal.head", null, "sendBack"),
                new("appraisal.deputy", null, "score"),
                new("appraisal.office", null, "score"),
                new("appraisal.specialists", null, "1 so-noi-vu, 2 so-tai-chinh"),
            ],
            SchemeDifferences.Between(one, two));
        Assert.Equal(
            [new("appraisal.specialists", "1 so-noi-vu, 2 so-tai-chinh", "1 so-y-te")],
            SchemeDifferences.Between(two, two with { Appraisal = two.Appraisal! with { Specialists = [new("1", "so-y-te")] } }));
    }
}
