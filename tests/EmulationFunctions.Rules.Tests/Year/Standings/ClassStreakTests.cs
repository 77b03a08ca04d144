using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Rules.Tests.Year.Standings;

public sealed class ClassStreakTests
{
    private static readonly ReachedClass Excellent = new("HTXSNV", "Hoàn thành xuất sắc nhiệm vụ");
    private static readonly ReachedClass Good = new("HTTNV", "Hoàn thành tốt nhiệm vụ");

    [Fact]
    public void Years_in_a_row_go_on_through_the_unit_that_was_taken_over()
    {
        var streak = ClassStreak.Of([Result(2026, Excellent, "so-moi"), Result(2025, Excellent, "so-cu"), Result(2024, Excellent, "so-cu"), Result(2023, Good, "so-cu")], isMore: false);

        Assert.Equal(new(Excellent, 3, 2024, IsAtLeast: false), streak);
    }

    [Fact]
    public void Of_several_units_that_were_taken_over_all_must_have_reached_the_class()
    {
        Assert.Equal(2, ClassStreak.Of([Result(2026, Excellent), Result(2025, Excellent, "so-a"), Result(2025, Excellent, "so-b")], isMore: false)!.Years);
        Assert.Equal(1, ClassStreak.Of([Result(2026, Excellent), Result(2025, Excellent, "so-a"), Result(2025, Good, "so-b")], isMore: false)!.Years);
    }

    [Fact]
    public void A_year_without_a_result_ends_it_and_other_periods_do_not_count()
    {
        Assert.Equal(1, ClassStreak.Of([Result(2026, Excellent), Result(2024, Excellent)], isMore: false)!.Years);
        Assert.Equal(1, ClassStreak.Of([Result(2026, Excellent), Result(2025, Excellent) with { Period = "quy-1" }], isMore: false)!.Years);
        Assert.Null(ClassStreak.Of([Result(2026, null), Result(2025, Excellent)], isMore: false));
        Assert.Null(ClassStreak.Of([], isMore: false));
    }

    [Fact]
    public void Where_earlier_years_were_not_looked_at_it_says_so()
    {
        Assert.True(ClassStreak.Of([Result(2026, Excellent), Result(2025, Excellent)], isMore: true)!.IsAtLeast);
        Assert.False(ClassStreak.Of([Result(2026, Excellent), Result(2025, Good)], isMore: true)!.IsAtLeast);
    }

    private static HistoryItem Result(int year, ReachedClass? reached, string unit = "so-moi") =>
        new(year, "nam", "khoi", "Khối", 1, 5, false, null, reached, null, DateTimeOffset.UnixEpoch, unit, unit);
}
