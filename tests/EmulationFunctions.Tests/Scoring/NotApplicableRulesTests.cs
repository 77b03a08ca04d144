using EmulationFunctions.Scoring;
using static EmulationFunctions.Tests.Schemes.SchemeSamples;

namespace EmulationFunctions.Tests.Scoring;

public sealed class NotApplicableRulesTests
{
    [Fact]
    public void Criteria_and_groups_that_exist_may_be_declared_not_applicable() =>
        Assert.Empty(NotApplicableRules.Check(D.Tree(), ["I", "II.1"]));

    [Fact]
    public void Every_other_code_is_a_fault() => Assert.Equal(
        ["$.criteria[1]", "$.criteria[2]", "$.criteria[3]"],
        NotApplicableRules.Check(D.Tree(), ["I", "IX", "III", "I"]).Select(fault => fault.Path));
}
