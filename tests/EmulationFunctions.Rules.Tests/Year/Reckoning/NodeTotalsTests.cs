using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

public sealed class NodeTotalsTests
{
    [Fact]
    public void The_points_at_every_criterion_are_a_text_that_people_can_read()
    {
        var tree = D.Tree("I.2");
        var scores = tree.Score(("I.1", 33.35m), ("III", 5));

        Assert.Equal(
            "I 33.35/33.35\nI.1 33.35/33.35\nI.2 Void 0/0\nII Missing 0/40\nII.1 Missing 0/40\nIII 0/0 +5\n",
            NodeTotals.Of(scores).ToText());
    }

    [Fact]
    public void What_is_read_back_is_what_was_written() => Law.HoldsForEverySeed(random =>
    {
        var tree = RandomSchemes.MakeAny(random).Tree();
        var scores = SheetScores.Compute(tree, RandomSchemes.MakeSheet(random, tree, isComplete: false));
        var read = NodeTotals.Parse(NodeTotals.Of(scores).ToText());
        return tree.Nodes.All(node => read[node] == scores[node]);
    });
}
