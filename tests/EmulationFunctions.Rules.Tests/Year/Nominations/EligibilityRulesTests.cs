using EmulationFunctions.Province.Awards;
using EmulationFunctions.Year.Nominations;
using static EmulationFunctions.Rules.Tests.Province.Awards.AwardSamples;

namespace EmulationFunctions.Rules.Tests.Year.Nominations;

public sealed class EligibilityRulesTests
{
    private static readonly UnitFacts Nothing = new("so-a", 2026, [], null, [], null, [], [], null);

    private static readonly NominationFigures Counted = new(new(2026, 11, 30), "Báo cáo 12/BC-STC", People: 100, Women: 70, AdvancedWorkers: 69, BaseFighters: 1, Collectives: 10, SmallCollectives: 6);

    [Theory]
    [InlineData(1, 1, EligibilityState.Met)]
    [InlineData(1, 2, EligibilityState.NotMet)]
    [InlineData(3, 3, EligibilityState.Met)]
    internal void A_place_is_that_of_the_published_standings(int needed, int rank, EligibilityState state)
    {
        var place = new AwardCondition("hang", "Hạng", AwardConditionKind.Place, Default, Place: needed);

        Assert.Equal(state, Check(place, Nothing with { Standing = new(rank, 9, new(95_00), null, new(2026, 12, 22)) }).State);
        Assert.Equal(EligibilityState.NotKnown, Check(place, Nothing).State);
        var apart = Check(place, Nothing with { Standing = new(null, 9, null, "Bị loại theo 45/QĐ.", new(2026, 12, 22)) });
        Assert.Equal((EligibilityState.NotMet, "Không xếp hạng: Bị loại theo 45/QĐ."), (apart.State, apart.Why.Vi));
    }

    [Theory]
    [InlineData(8999, EligibilityState.NotMet)]
    [InlineData(9000, EligibilityState.Met)]
    internal void Points_are_compared_as_whole_hundredths(long hundredths, EligibilityState state)
    {
        var points = new AwardCondition("diem", "Điểm", AwardConditionKind.Points, Default, Points: new(90_00));

        Assert.Equal(state, Check(points, Nothing with { Standing = new(1, 9, new(hundredths), null, new(2026, 12, 22)) }).State);
        Assert.Equal(EligibilityState.NotKnown, Check(points, Nothing with { Standing = new(1, 9, null, null, new(2026, 12, 22)) }).State); // ranked by measures alone
    }

    [Fact]
    public void A_streak_of_classes_ends_with_this_year_and_a_year_that_was_not_published_is_not_known()
    {
        var streak = new AwardCondition("ba-nam", "Ba năm liền", AwardConditionKind.Class, Default, Classes: ["XS"], Years: 3);
        YearResult Year(int year, string? code) => new(year, code, code is null ? null : $"Loại {code}");

        Assert.Equal(EligibilityState.Met, Check(streak, Nothing with { Results = [Year(2026, "XS"), Year(2025, "XS"), Year(2024, "XS"), Year(2023, "T")] }).State);
        Assert.Equal(EligibilityState.NotKnown, Check(streak, Nothing with { Results = [Year(2026, "XS"), Year(2024, "XS")] }).State);
        Assert.Equal(EligibilityState.NotMet, Check(streak, Nothing with { Results = [Year(2026, "XS"), Year(2024, "T")] }).State); // whatever 2025 was
        Assert.Equal(EligibilityState.NotMet, Check(streak, Nothing with { Results = [Year(2026, null), Year(2025, "XS"), Year(2024, "XS")] }).State);
        Assert.Equal(EligibilityState.NotMet, Check(streak, Nothing with { Results = [Year(2026, "XS"), Year(2025, "XS"), Year(2025, "T"), Year(2024, "XS")] }).State); // of a unit it took over
        Assert.Contains("2025", Check(streak, Nothing with { Results = [Year(2026, "XS"), Year(2024, "XS")] }).Why.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_streak_of_titles_ends_with_the_year_before_and_what_was_revoked_never_was()
    {
        var streak = new AwardCondition("hai-nam", "Hai năm liền", AwardConditionKind.Titles, Default, Awards: ["ttldxs", "co"], Years: 2);
        HeldTitle Title(string award, int year, bool isRevoked = false) => new(award, year, $"{year}/QĐ-UBND", new(year + 1, 1, 20), isRevoked);

        Assert.Equal(EligibilityState.Met, Check(streak, Nothing with { Titles = [Title("co", 2025), Title("ttldxs", 2024)] }).State);
        Assert.Contains("2025/QĐ-UBND", Check(streak, Nothing with { Titles = [Title("co", 2025), Title("ttldxs", 2024)] }).Why.Vi, StringComparison.Ordinal);
        Assert.Equal(EligibilityState.NotMet, Check(streak, Nothing with { Titles = [Title("co", 2025, isRevoked: true), Title("ttldxs", 2024)] }).State);
        Assert.Equal(EligibilityState.NotMet, Check(streak, Nothing with { Titles = [Title("co", 2025), Title("bang-khen", 2024)] }).State);
        Assert.Equal(EligibilityState.NotMet, Check(streak, Nothing).State);
    }

    /// <summary>69 of 100 are not 70 %: compared exactly.</summary>
    [Fact]
    public void Shares_and_counts_come_from_the_figures_of_the_nomination_with_their_day_and_source()
    {
        var share = new AwardCondition("ldtt", "LĐTT", AwardConditionKind.Share, Default, Part: AwardFigure.AdvancedWorkers, Whole: AwardFigure.People, Share: new(70, 100));
        var small = new AwardCondition("nho", "Tập thể nhỏ", AwardConditionKind.Share, Default, Part: AwardFigure.SmallCollectives, Whole: AwardFigure.Collectives, Share: new(60, 100));
        var direct = new AwardCondition("truc-tiep", "Trực tiếp", AwardConditionKind.Share, Default, Part: AwardFigure.DirectWorkers, Whole: AwardFigure.People, Share: new(1, 2));
        var count = new AwardCondition("cstd", "CSTĐ", AwardConditionKind.Count, Default, Part: AwardFigure.BaseFighters, Count: 1);
        var facts = Nothing with { Figures = Counted };

        Assert.Equal(EligibilityState.NotMet, Check(share, facts).State);
        Assert.Equal(EligibilityState.Met, Check(share, Nothing with { Figures = Counted with { AdvancedWorkers = 70 } }).State);
        Assert.Equal(EligibilityState.Met, Check(small, facts).State);
        Assert.Equal((EligibilityState.NotKnown, "Đề nghị chưa ghi số người trực tiếp lao động, công tác."), (Check(direct, facts).State, Check(direct, facts).Why.Vi));
        Assert.Equal(EligibilityState.Met, Check(count, facts).State);
        Assert.Equal(EligibilityState.NotKnown, Check(count, Nothing).State);
        Assert.Equal("69/100 (ngày 30/11/2026, Báo cáo 12/BC-STC); cần ít nhất 70/100.", Check(share, facts).Why.Vi);
    }

    [Fact]
    public void No_list_that_came_must_name_the_unit_and_all_that_are_asked_for_must_have_come()
    {
        var condition = new AwardCondition("danh-sach", "Danh sách", AwardConditionKind.NotListed, Default, Lists: ["cong-an", "thue"]);
        OutsideList List(string id, bool hasCome, params string[] units) =>
            new(id, $"Cơ quan {id}", "x", new(2026, 12, 10), hasCome ? new DateOnly(2026, 12, 5) : null, null, [.. units.Select(unit => new ListedUnit(unit, "Vi phạm phòng cháy"))]);

        Assert.Equal(EligibilityState.Met, Check(condition, Nothing with { Lists = [List("cong-an", true, "so-b"), List("thue", true)] }).State);
        var missing = Check(condition, Nothing with { Lists = [List("cong-an", true), List("thue", false)] });
        Assert.Equal((EligibilityState.NotKnown, "Chưa nhận danh sách của: Cơ quan thue."), (missing.State, missing.Why.Vi));
        Assert.Equal(EligibilityState.NotKnown, Check(condition, Nothing with { Lists = [List("cong-an", true)] }).State);
        Assert.Equal("Chưa nhận danh sách của: Công an; cơ quan gửi danh sách “thue”.", Check(condition, Nothing).Why.Vi); // nobody has entered them
        var named = Check(condition, Nothing with { Lists = [List("cong-an", true, "so-a"), List("thue", false)] });
        Assert.Equal((EligibilityState.NotMet, true), (named.State, named.IsConfidential));
        Assert.Contains("Vi phạm phòng cháy", named.Why.Vi, StringComparison.Ordinal);
        Assert.Equal(EligibilityState.Met, Check(condition, Nothing with { Lists = [List("cong-an", true), List("thue", true), List("y-te", true, "so-a")] }).State); // not asked for
        Assert.Equal(EligibilityState.NotMet, Check(condition with { Lists = null }, Nothing with { Lists = [List("y-te", true, "so-a")] }).State);
        Assert.Equal(EligibilityState.NotKnown, Check(condition with { Lists = null }, Nothing).State);
    }

    [Fact]
    public void What_no_figure_shows_is_known_only_when_the_nomination_says_it()
    {
        var condition = new AwardCondition("doan-ket", "Đoàn kết", AwardConditionKind.Stated, Default);

        Assert.Equal(EligibilityState.NotKnown, Check(condition, Nothing).State);
        Assert.Equal(EligibilityState.Met, Check(condition, Nothing with { Statements = [new("doan-ket", true, "Biên bản 05/BB")] }).State);
        Assert.Equal(EligibilityState.NotMet, Check(condition, Nothing with { Statements = [new("doan-ket", false, "Kết luận 12/KL")] }).State);
    }

    /// <summary>Decree 152/2025, article 4(4): achievements count only from the end of the penalty.</summary>
    [Theory]
    [InlineData("2027-02-01", EligibilityState.NotMet)]
    [InlineData("2026-12-31", EligibilityState.NotMet)]
    [InlineData("2026-03-31", EligibilityState.NotKnown)]
    internal void After_a_penalty_only_what_was_achieved_later_counts(string ends, EligibilityState state)
    {
        var found = Assert.Single(EligibilityRules.Check(Flag, Nothing with { PenaltyEnds = DateOnly.Parse(ends, null) }));

        Assert.Equal((state, true, "khoản 4 Điều 4"), (found.State, found.IsConfidential, found.Condition.Source.Article));
        Assert.Empty(EligibilityRules.Check(Flag, Nothing with { PenaltyEnds = new(2025, 12, 31) }));
    }

    [Fact]
    public void One_that_is_not_met_decides_then_one_that_is_not_known()
    {
        Assert.Equal(EligibilityState.NotMet, EligibilityRules.Sum([EligibilityState.Met, EligibilityState.NotKnown, EligibilityState.NotMet]));
        Assert.Equal(EligibilityState.NotKnown, EligibilityRules.Sum([EligibilityState.NotKnown, EligibilityState.Met]));
        Assert.Equal(EligibilityState.Met, EligibilityRules.Sum([EligibilityState.Met]));
        Assert.Equal(EligibilityState.Met, EligibilityRules.Sum([]));
    }

    private static CheckedCondition Check(AwardCondition condition, UnitFacts facts) =>
        Assert.Single(EligibilityRules.Check(Flag with { Conditions = [condition] }, facts));
}
