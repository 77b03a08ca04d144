using EmulationFunctions.Common;
using EmulationFunctions.Province.Texts;
using EmulationFunctions.Year.Plans;

namespace EmulationFunctions.Rules.Tests.Year.Plans;

public sealed class PlanRulesTests
{
    private static readonly DateOnly Today = Day("2026-03-01");

    private static readonly Plan Draft = new(null, null, null, null, [], [], [], [], null);

    private static readonly LegalText Decree = new(
        "nd-152", new("Nghị định", "152/2025/NĐ-CP", Day("2025-06-14")), Day("2025-07-01"), Day("2027-03-01"), null, [new("Điều 6", Until: Day("2026-02-28"))]);

    private static readonly Dictionary<string, LegalText> Register = new() { [Decree.Id] = Decree };

    [Fact]
    public void A_plan_may_say_how_much_it_has_before_it_says_what()
    {
        var plan = Draft with { StatedObjectives = 6, StatedSolutionGroups = 7, SolutionGroups = [new("Duy trì kiểm tra chéo")] };

        Assert.Empty(PlanRules.Check(2026, plan, [], Today));
        Assert.Equal(
            [(PlanWarningCode.CountDiffers, "$.objectives"), (PlanWarningCode.CountDiffers, "$.solutionGroups")],
            PlanWarning.Of(plan, Register, [], Today).Select(warning => (warning.Code, warning.Path)));
        Assert.Empty(PlanWarning.Of(plan with { StatedObjectives = null, StatedSolutionGroups = 1 }, Register, [], Today));
    }

    [Fact]
    public void A_directive_is_in_the_register_or_a_paper_and_never_both()
    {
        var paper = new PaperReference("Chỉ thị", "34-CT/TW");
        var faults = PlanRules.Check(
            2026,
            Draft with { Directives = [new("nd-152"), new(null, paper), new(), new("nd-152", paper), new("khac"), new("nd-152"), new(null, new(" ", "1")), new("nd-152", null, " "), new("nd-152", null, "Điều 6")] },
            ["nd-152"],
            Today);

        Assert.Equal(
            ["$.directives[2]", "$.directives[3]", "$.directives[4].text", "$.directives[5]", "$.directives[6].paper.kind", "$.directives[7].provision"],
            faults.Select(fault => fault.Path));
    }

    [Theory]
    [InlineData(null, "2026-02-28", false)]
    [InlineData("Điều 6", "2026-02-28", false)]
    [InlineData("điều 6", "2026-03-01", true)] // the provision ended
    [InlineData("Điều 7", "2026-03-01", true)] // the register does not know it by that name: the text is in force in part only
    [InlineData(null, "2026-03-01", true)]
    [InlineData(null, "2025-06-30", true)] // not yet
    public void A_text_that_is_not_in_force_on_the_plans_day_is_warned_of(string? provision, string day, bool isWarned)
    {
        var plan = Draft with { Day = Day(day), Directives = [new("nd-152", null, provision)] };

        var warnings = PlanWarning.Of(plan, Register, [], PlanWarning.DayOf(plan, Today));

        Assert.Equal(isWarned ? [(PlanWarningCode.TextNotInForce, "$.directives[0]")] : [], warnings.Select(warning => (warning.Code, warning.Path)));
    }

    [Fact]
    public void A_plans_day_is_that_of_its_paper_else_of_its_adoption_else_today()
    {
        var adopted = Draft with { Adopted = new(Day("2026-01-16")) };

        Assert.Equal([Day("2026-02-01"), Day("2026-01-16"), Today], new[] { adopted with { Day = Day("2026-02-01") }, adopted, Draft }.Select(plan => PlanWarning.DayOf(plan, Today)));
    }

    [Fact]
    public void An_adoption_says_when_or_where_and_is_not_in_the_future()
    {
        Assert.Equal(["$.adopted"], Faults(new()));
        Assert.Equal(["$.adopted.said", "$.adopted.said"], Faults(new(Day("2026-01-16"), " ")));
        Assert.Equal(["$.adopted.day"], Faults(new(Day("2026-03-02"))));
        Assert.Equal(["$.adopted.day"], Faults(new(Day("2024-12-31"))));
        Assert.Equal(["$.adopted.meetingYear"], Faults(new(Day("2026-01-16"), MeetingYear: 2025)));
        Assert.Equal(["$.adopted.meetingYear"], Faults(new(null, null, "tong-ket", 2024)));
        Assert.All(
            new Adoption[] { new(Day("2025-12-26")), new(null, "ngay từ đầu năm"), new(null, null, "phat-dong"), new(Day("2026-01-16"), null, "tong-ket", 2025) },
            adoption => Assert.Empty(Faults(adoption)));
    }

    [Fact]
    public void Every_fault_is_named_at_its_place() => Assert.Equal(
        [
            "$.number", "$.day", "$.objectives[1]", "$.solutionGroups[0].title", "$.solutionGroups[0].measures[0]", "$.carriedOver[0].text", "$.carriedOver[0].source.said",
            "$.carriedOver[0].source.year",
        ],
        PlanRules.Check(
            2026,
            Draft with
            {
                Number = "",
                Day = Day("2027-02-01"),
                Objectives = ["a", " "],
                SolutionGroups = [new(" ") { Measures = [""] }],
                CarriedOver = [new(CarriedKind.Conclusion, " ", new(2027, SourceRoom.Meeting, "tong-ket", " "))],
            },
            [],
            Today).Select(fault => fault.Path));

    private static IEnumerable<string> Faults(Adoption adoption) => PlanRules.Check(2026, Draft with { Adopted = adoption }, [], Today).Select(fault => fault.Path);

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
