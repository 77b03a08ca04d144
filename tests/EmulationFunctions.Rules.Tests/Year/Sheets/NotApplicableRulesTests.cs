using EmulationFunctions.Year.Sheets;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Sheets;

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
