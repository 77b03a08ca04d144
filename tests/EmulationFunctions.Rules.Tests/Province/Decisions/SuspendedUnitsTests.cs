using EmulationFunctions.Common;
using EmulationFunctions.Province.Decisions;

namespace EmulationFunctions.Rules.Tests.Province.Decisions;

/// <summary>No award of a unit that is suspended on the day.</summary>
public sealed class SuspendedUnitsTests
{
    [Theory]
    [InlineData("2026-12-19", null, false)]
    [InlineData("2026-12-20", null, true)]
    [InlineData("2027-06-01", null, true)]
    [InlineData("2026-12-27", "2026-12-28", true)]
    [InlineData("2026-12-28", "2026-12-28", false)] // on the day on which it is lifted the unit goes on
    [InlineData("2026-12-20", "2026-12-20", false)]
    public void A_unit_is_suspended_from_its_first_day_to_the_day_before_it_is_lifted(string day, string? lifted, bool isSuspended) => Assert.Equal(
        isSuspended, new SuspendedTime("so-a", new(2026, 12, 20), lifted is null ? null : Day(lifted)).Covers(Day(day)));

    [Fact]
    public void Each_that_is_suspended_is_named_with_its_place_and_since_when()
    {
        IReadOnlyList<SuspendedTime> times = [new("so-a", new(2026, 12, 20), null), new("so-b", new(2026, 3, 1), new(2026, 4, 1)), new("so-b", new(2026, 12, 1), null)];

        var refused = Assert.Throws<Refusal>(() => SuspendedUnits.Refuse([("$.titles[0]", "so-b"), ("$.titles[1]", "so-c"), ("$.titles[2]", "so-a")], new(2026, 12, 21), times));

        Assert.Equal(["$.titles[0]", "$.titles[2]"], refused.Faults.Select(fault => fault.Path));
        Assert.Contains("01/12/2026", refused.Faults[0].Words.Vi, StringComparison.Ordinal);
        SuspendedUnits.Refuse([("$.titles[0]", "so-b")], new(2026, 4, 1), times);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
