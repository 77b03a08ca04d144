using EmulationFunctions.Common;

namespace EmulationFunctions.Rules.Tests.Common;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0, "0 criteria have")]
    [InlineData(1, "1 criterion has")]
    [InlineData(1200, "1200 criteria have")]
    public void A_count_in_English_is_singular_for_one_alone(int count, string said) => Assert.Equal(said, Words.Count(count, "criterion has", "criteria have"));

    [Fact]
    public void What_is_not_said_otherwise_has_an_s() => Assert.Equal(("1 unit", "2 units"), (Words.Count(1, "unit"), Words.Count(2, "unit")));
}
