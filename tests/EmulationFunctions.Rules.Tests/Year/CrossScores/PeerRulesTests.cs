using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.CrossScores;

namespace EmulationFunctions.Rules.Tests.Year.CrossScores;

public sealed class PeerRulesTests
{
    [Fact]
    public void What_was_given_by_another_version_of_the_scheme_counts_only_where_it_still_fits()
    {
        var tree = SchemeSamples.Of(
            SchemeSamples.Group("I", null, 60), SchemeSamples.PassFail("I.1", "I", 40), SchemeSamples.Direct("I.2", "I", 20), SchemeSamples.Direct("II", null, 40),
            new("III", null, "Chỉ tiêu", CriterionKind.Quantitative, SchemeSamples.P(10))).Tree();
        var given = new[] { ("I", 1m), ("I.1", 39m), ("I.2", 20m), ("II", 40.01m), ("III", 1m), ("IV", 1m) }.ToDictionary(one => one.Item1, one => SchemeSamples.P(one.Item2));

        Assert.Equal(["I.2"], PeerRules.Fitting(tree, given).Keys);
        Assert.Equal(["I.1", "II"], PeerRules.Missing(tree, PeerRules.Fitting(tree, given), new HashSet<string>()));
    }
}
