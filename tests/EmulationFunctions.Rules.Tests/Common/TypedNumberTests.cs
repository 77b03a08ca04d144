using EmulationFunctions.Common;

namespace EmulationFunctions.Rules.Tests.Common;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("18,5", "18.5")]
    [InlineData("18.5", "18.5")]
    [InlineData("18", "18")]
    [InlineData(" -0,25 ", "-0.25")]
    [InlineData("\u22121,5", "-1.5")]
    [InlineData("1.234,5", "1234.5")]
    [InlineData("1 234,5", "1234.5")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("1234,567", null)]
    [InlineData("0,125", "0.125")]
    [InlineData("33,3350", "33.3350")]
    public void A_number_is_taken_as_people_type_it(string typed, string? meant)
    {
        var number = TypedNumber.Read(typed, out var why);

        Assert.Equal(meant, number?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(meant is null, why is not null);
    }

    [Theory]
    [InlineData("1.234", "write 1234")]
    [InlineData("18,500", "write 18500")]
    [InlineData("-1.000", "write -1000")]
    [InlineData("1,234.5", "must be a number")]
    [InlineData("1,2,3", "must be a number")]
    [InlineData("1.23.456", "must be a number")]
    [InlineData("--1", "must be a number")]
    [InlineData("1e2", "must be a number")]
    [InlineData("tốt", "must be a number")]
    [InlineData("-", "must be a number")]
    [InlineData(",", "must be a number")]
    [InlineData("１８", "must be a number")]
    [InlineData("99999999999999999999999999999999", "must be a number")]
    public void What_is_no_number_or_could_be_two_is_told_so(string typed, string why)
    {
        Assert.Null(TypedNumber.Read(typed, out var words));
        Assert.Contains(why, words!.En);
    }
}
