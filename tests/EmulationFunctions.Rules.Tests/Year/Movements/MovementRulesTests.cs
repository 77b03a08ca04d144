using EmulationFunctions.Year.Movements;

namespace EmulationFunctions.Rules.Tests.Year.Movements;

public sealed class MovementRulesTests
{
    private static readonly MovementBody Bare = new("Bắc Ninh chung sức xây dựng nông thôn mới", MovementScope.Province, MovementForm.Regular);

    [Fact]
    public void Of_a_movement_nothing_but_its_name_must_be_known() => Assert.Empty(MovementRules.Check(2017, Bare));

    [Fact]
    public void A_movement_of_several_years_belongs_to_each_of_them()
    {
        var long_ = Bare with { From = new(2016, 1, 1), Until = new(2020, 12, 31) };

        Assert.All([2016, 2018, 2020], year => Assert.Empty(MovementRules.Check(year, long_)));
        Assert.Equal("$.from", Assert.Single(MovementRules.Check(2015, long_)).Path);
        Assert.Equal("$.until", Assert.Single(MovementRules.Check(2021, long_)).Path);
    }

    [Fact]
    public void Every_fault_of_a_movement_is_named_at_its_place()
    {
        var body = new MovementBody(" ", MovementScope.Bloc, MovementForm.Campaign, new(2026, 5, 1), new(2026, 4, 30), null, new(2026, 3, 1), new(" ", " "), new(2026, 2, 1), new(2026, 2, 28))
        {
            Criteria = ["", "x"],
            LaunchedBy = [" "],
        };

        Assert.Equal(
            ["$.name", "$.until", "$.reviewOn", "$.answerBy", "$.criteria[0]", "$.launchedBy[0]", "$.paper.kind", "$.paper.number"],
            MovementRules.Check(2026, body).Select(fault => fault.Path));
    }

    [Fact]
    public void Every_fault_of_an_answer_is_named_at_its_place()
    {
        var body = new MovementAnswerBody { Figures = [new(" ", " ", 1.00001m), new("hồ sơ", "gần 8.400", 8400)] };

        Assert.Equal(["$.figures[0].what", "$.figures[0].said", "$.figures[0].number"], MovementRules.Check(body).Select(fault => fault.Path));
        Assert.Equal(["$.response"], MovementRules.Check(new MovementAnswerBody(" ", null, " ")).Select(fault => fault.Path));
    }

    [Fact]
    public void Members_are_told_when_it_is_launched_and_when_its_days_change_and_of_nothing_else()
    {
        var planned = Bare.ToMovement("p");
        var launched = planned with { LaunchedOn = new DateOnly(2026, 2, 1) };

        Assert.False(MovementRules.IsNews(null, planned));
        Assert.True(MovementRules.IsNews(null, launched));
        Assert.True(MovementRules.IsNews(planned, launched));
        Assert.True(MovementRules.IsNews(launched, launched with { AnswerBy = new DateOnly(2026, 12, 1) }));
        Assert.False(MovementRules.IsNews(launched, launched with { Content = "Giúp đỡ xã", Criteria = ["Có kế hoạch"] }));
    }
}
