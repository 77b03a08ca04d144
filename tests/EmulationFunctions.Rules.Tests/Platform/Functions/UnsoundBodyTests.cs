using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Rules.Tests.Platform.Functions;

public sealed class UnsoundBodyTests
{
    [Fact]
    public void What_a_rule_says_of_a_faulty_place_or_of_all_around_it_is_not_told()
    {
        var body = new UnsoundBody([Fault("$.scores[1].points")]);

        var refusal = body.Refuse(Refusal.BadInput(
            [Fault("$"), Fault("$.scores"), Fault("$.scores[1]"), Fault("$.scores[1].points"), Fault("$.scores[1].points.x"), Fault("$.scores[1].criterion"), Fault("$.scores[10].points"), Fault("$.scores[0]")]));

        Assert.Equal(["$.scores[1].points", "$.scores[1].criterion", "$.scores[10].points", "$.scores[0]"], refusal.Faults.Select(fault => fault.Path));
    }

    [Fact]
    public void Whatever_else_became_of_it_the_faults_are_told()
    {
        var body = new UnsoundBody([Fault("$.a")]);

        Assert.All(
            new[] { body.Refuse(null), body.Refuse(new InvalidOperationException()), body.Refuse(Refusal.NotFound(new("", ""))) },
            refusal => Assert.Equal((400, "$.a"), (refusal.Status, Assert.Single(refusal.Faults).Path)));
    }

    private static Fault Fault(string path) => new(path, new("Sai.", "Wrong."));
}
