using System.Text.Json;
using EmulationFunctions.Common;

namespace EmulationFunctions.Rules.Tests.Common;

public sealed class PointsTests
{
    [Theory]
    [InlineData("90.5", 9050)]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("-1.25", -125)]
    [InlineData("1000000", 100_000_000)]
    [InlineData("90.500", 9050)]  // zeros say nothing
    public void A_number_with_two_decimals_is_read(string json, long hundredths) =>
        Assert.Equal(new Points(hundredths), JsonSerializer.Deserialize<Points>(json));

    [Theory]
    [InlineData("89.995", "two decimals")]
    [InlineData("0.000000000000000000000000000000001", "two decimals")]  // a decimal would read 0
    [InlineData("1e-40", "exponent")]
    [InlineData("1E2", "exponent")]
    [InlineData("1000000.01", "between")]
    [InlineData("99999999999999999999999999999999999", "between")]
    [InlineData("\"90\"", "number")]
    [InlineData("\"NaN\"", "number")]
    [InlineData("true", "number")]
    [InlineData("[]", "number")]
    public void Anything_else_is_refused_with_the_reason(string json, string reason)
    {
        var refused = Assert.Throws<BadValueException>(() => JsonSerializer.Deserialize<Points>(json));

        Assert.Contains(reason, refused.Words.En, StringComparison.Ordinal);
        Assert.Equal("$", refused.Path);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void Not_a_number_is_not_json(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Points>(json));

    [Theory]
    [InlineData(9050, "90.5")]
    [InlineData(9000, "90")]
    [InlineData(-1, "-0.01")]
    [InlineData(100_000_000, "1000000")]
    public void It_is_written_as_a_plain_number(long hundredths, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(new Points(hundredths)));
        Assert.Equal(json, new Points(hundredths).ToString());
    }

    [Fact]
    public void People_read_a_comma_and_dots() => Assert.Equal("1.234,5", new Points(123_450).InVietnamese());

    [Fact]
    public void A_third_decimal_is_refused_not_rounded() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Points.FromDecimal(89.995m));

    [Fact]
    public void Points_are_added_and_compared()
    {
        Assert.Equal(new Points(30), new Points(10) + new Points(20));
        Assert.Equal(new Points(-10), new Points(10) - new Points(20));
        Assert.Equal(new Points(60), Points.Sum([new Points(10), new Points(20), new Points(30)]));
        Assert.True(new Points(10) < new Points(20));
        Assert.Throws<OverflowException>(() => new Points(long.MaxValue) + new Points(1));
    }

    [Theory]
    [InlineData(17999, 2, nameof(RoundingRule.HalfAwayFromZero), 9000)]   // 89.995
    [InlineData(17999, 2, nameof(RoundingRule.HalfToEven), 9000)]
    [InlineData(17997, 2, nameof(RoundingRule.HalfAwayFromZero), 8999)]   // 89.985
    [InlineData(17997, 2, nameof(RoundingRule.HalfToEven), 8998)]
    [InlineData(17999, 2, nameof(RoundingRule.TowardsZero), 8999)]
    [InlineData(-5, 2, nameof(RoundingRule.HalfAwayFromZero), -3)]
    [InlineData(-5, 2, nameof(RoundingRule.HalfToEven), -2)]
    [InlineData(-5, 2, nameof(RoundingRule.TowardsZero), -2)]
    [InlineData(2, 3, nameof(RoundingRule.HalfAwayFromZero), 1)]
    [InlineData(1, 3, nameof(RoundingRule.HalfAwayFromZero), 0)]
    public void A_quotient_is_rounded_as_declared(long numerator, long denominator, string rounding, long expected) =>
        Assert.Equal(expected, Exact.Divide((Int128)numerator, denominator, Enum.Parse<RoundingRule>(rounding)));

    [Fact]
    public void Nothing_is_divided_by_zero() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Exact.Divide(1L, 0L, RoundingRule.HalfAwayFromZero));

    [Theory]
    [InlineData(1, 8670)]
    [InlineData(0, 8700)]
    [InlineData(2, 8667)]
    public void Fewer_decimals_may_be_shown_than_are_kept(int decimals, long shown) =>
        Assert.Equal(new Points(shown), new Points(8667).Round(decimals, RoundingRule.HalfAwayFromZero));

    [Fact]
    public void A_share_is_compared_without_rounding()
    {
        Assert.True(Percent.FromDecimal(85).IsReached(new Points(8500), new Points(10_000)));
        Assert.False(Percent.FromDecimal(85).IsReached(new Points(849_999_9), new Points(1_000_000_0)));
    }
}
