using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.CrossScores;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

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

    [Fact]
    public void What_a_peer_gives_is_held_to_the_form_and_each_fault_is_told_where_it_stands()
    {
        var tree = Of(Group("I", null, 20), Direct("I.1", "I", 20), Direct("II", null, 40)).Tree();

        var faults = PeerRules.Check(tree, [new("II", P(40)), new("I", P(1)), new("I.1", P(20.01m)), new("II", P(39)), new("IX", P(1))], new HashSet<string>());

        Assert.Equal(
            ["$.scores[1].criterion", "$.scores[2].points", "$.scores[3].criterion", "$.scores[4].criterion"], faults.Select(fault => fault.Path));
        Assert.Equal(("Tiêu chí II có hai lần.", "Criterion II is given twice."), (faults[2].Words.Vi, faults[2].Words.En));
        Assert.Empty(PeerRules.Check(tree, [new("I.1", P(20)), new("II", P(0))], new HashSet<string>()));
    }
}
