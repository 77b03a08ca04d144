using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class OwnScoresTests
{
    private static readonly SchemeTree Tree = Of(
        Group("I", null, 30), Direct("I.1", "I", 10), new("I.2", "I", "Thu ngân sách", CriterionKind.Quantitative, P(20)), Direct("II", null, 10)).Tree();

    private static readonly SheetContent Sheet = SheetContent.Of(Entry("I.1", 8), Entry("II", 9));

    [Fact]
    public void Without_a_result_the_criterion_is_missing_and_nothing_is_provisional()
    {
        var own = Own(Tree, "a", Sheet, [new("I.2", "a", 100, null), new("I.2", "b", 100, 150)]);

        Assert.Equal(NodeState.Missing, own.Scores[Tree.Find("I.2")!].State);
        Assert.Empty(own.Provisional);
    }

    [Fact]
    public void Below_and_on_the_target_points_are_the_units_own_and_final()
    {
        var own = Own(Tree, "a", Sheet, [new("I.2", "a", 100, 50), new("I.2", "b", 100, 150)]);

        Assert.Equal(P(22), own.Scores.Total);
        Assert.Empty(own.Provisional);
    }

    [Fact]
    public void Above_the_target_points_depend_on_the_leader_so_they_and_their_groups_are_provisional()
    {
        var alone = Own(Tree, "a", Sheet, [new("I.2", "a", 100, 110)]);
        var behind = Own(Tree, "a", Sheet, [new("I.2", "a", 100, 110), new("I.2", "b", 100, 140)]);

        Assert.Equal(P(37), alone.Scores.Total);
        Assert.Equal(P(8 + 9 + 10 + 2.5m), behind.Scores.Total);
        Assert.Equal(["I", "I.2"], behind.Provisional.Order());
    }

    [Fact]
    public void Who_leads_or_has_a_result_without_a_target_is_provisional_too()
    {
        Assert.Equal(["I", "I.2"], Own(Tree, "a", Sheet, [new("I.2", "a", 100, 140), new("I.2", "b", 100, 110)]).Provisional.Order());
        Assert.Equal(["I", "I.2"], Own(Tree, "a", Sheet, [new("I.2", "a", null, 140), new("I.2", "b", 100, 110)]).Provisional.Order());
    }

    [Fact]
    public void What_is_void_or_not_applicable_has_no_points_and_is_not_provisional()
    {
        Figure[] figures = [new("I.2", "a", 100, 110), new("I.2", "b", 100, 140)];
        var isVoid = Own(SchemeTree.Of(Tree.Scheme, new HashSet<string> { "I.2" }), "a", Sheet, figures);
        var isNotApplicable = Own(Tree, "a", Sheet with { NotApplicable = new HashSet<string> { "I.2" } }, figures);

        Assert.Equal((P(17), P(17)), (isVoid.Scores.Total, isNotApplicable.Scores.Total));
        Assert.Empty(isVoid.Provisional.Concat(isNotApplicable.Provisional));
    }

    [Fact]
    public void Each_criterion_has_results_of_its_own()
    {
        var tree = Of(new("1", null, "Thu ngân sách", CriterionKind.Quantitative, P(20)), new("2", null, "Giải ngân", CriterionKind.Quantitative, P(10))).Tree();

        var own = Own(tree, "a", SheetContent.Of(), [new("1", "b", 10, 20), new("2", "b", 10, 20), new("2", "a", 100, 50), new("1", "c", 5, null)]);

        Assert.Equal([NodeState.Missing, NodeState.Scored], tree.Leaves.Select(leaf => own.Scores[leaf].State));
        Assert.Equal(P(2.5m), own.Scores.Total);
    }

    private static OwnScores Own(SchemeTree tree, string unit, SheetContent content, IReadOnlyList<Figure> figures) =>
        OwnScores.Of(tree, unit, content, figures, HeldConditions.None);
}
