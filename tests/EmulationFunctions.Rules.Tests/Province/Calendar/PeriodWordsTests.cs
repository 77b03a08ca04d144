using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Rules.Tests.Province.Calendar;

public sealed class PeriodWordsTests
{
    [Theory]
    [InlineData(null, "năm 2019")]
    [InlineData("6 tháng đầu năm", "kỳ 6 tháng đầu năm 2019")]
    [InlineData("Quý IV", "kỳ Quý IV năm 2019")]
    [InlineData("Kỳ 1", "kỳ 1 năm 2019")]
    [InlineData("Quý I/2019", "kỳ Quý I/2019")]
    public void A_period_is_said_with_its_year_once(string? name, string said) => Assert.Equal(said, PeriodWords.In(2019, name));
}
