using EmulationFunctions.Province.Schemes;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

public sealed class AppraisalRulesTests
{
    private static readonly SchemeContent Two = Of(Group("I", null, 60), Direct("I.1", "I", 40), Direct("I.2", "I", 20), Direct("II", null, 40));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(5, 9)]
    [InlineData(0, 2, "$.appraisal.rounds")]
    [InlineData(6, 2, "$.appraisal.rounds")]
    [InlineData(2, -1, "$.appraisal.revisions")]
    [InlineData(2, 10, "$.appraisal.revisions")]
    public void Rounds_and_revisions_have_limits(int rounds, int revisions, params string[] paths) => Assert.Equal(paths, Faults(new(rounds, revisions)));

    [Fact]
    public void A_body_owns_a_criterion_that_there_is_and_that_nobody_else_owns() => Assert.Equal(
        ["$.appraisal.specialists[2].criterion", "$.appraisal.specialists[3].criterion", "$.appraisal.specialists[4].unit"],
        Faults(new(Specialists:
        [
            new("I", "so-noi-vu"), // a group, with all below it
            new("I.2", "so-tai-chinh"), // but this one of it
            new("IX", "so-noi-vu"), // unknown
            new("I", "so-y-te"), // given already
            new("II", "Sở Y tế"), // not an id
        ])));

    [Fact]
    public void The_nearest_body_above_a_criterion_owns_it()
    {
        var appraisal = new Appraisal(Specialists: [new("I", "so-noi-vu"), new("I.2", "so-tai-chinh")]);
        var tree = Two.Tree();

        Assert.Equal(["so-noi-vu", "so-noi-vu", "so-tai-chinh", null], tree.Nodes.Select(appraisal.OwnerOf));
        Assert.All(tree.Nodes, node => Assert.Null(Appraisal.Default.OwnerOf(node)));
    }

    [Fact]
    public void A_scheme_that_says_nothing_has_two_rounds_in_which_everybody_scores() =>
        Assert.Equal(new Appraisal(2, 2, AppraisalPower.Score, AppraisalPower.Score, AppraisalPower.Score), Two.Appraising);

    private static List<string> Faults(Appraisal appraisal) => [.. SchemeRules.Check(Two with { Appraisal = appraisal }).Select(fault => fault.Path)];
}
