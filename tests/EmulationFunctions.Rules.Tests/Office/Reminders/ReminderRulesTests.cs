using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Rules.Tests.Office.Reminders;

public sealed class ReminderRulesTests
{
    [Fact]
    public void Every_stage_reminds_14_7_3_1_and_0_days_before_and_one_day_after_unless_configured()
    {
        Assert.All(StageKinds.All, stage => Assert.Equal([14, 7, 3, 1, 0, -1], ReminderRules.Default.DaysOf(stage)));
        Assert.Empty(ReminderRules.Default.Faults());
    }

    [Fact]
    public void A_stage_that_is_not_named_reminds_nobody() =>
        Assert.Empty(new ReminderRules([new(StageKind.Pact, [1])]).DaysOf(StageKind.SelfScore));

    [Fact]
    public void All_faults_of_rules_are_named_at_once()
    {
        var rules = new ReminderRules(
        [
            new(StageKind.Pact, [91, -31, 90, -30, 3, 3]),
            new(StageKind.Pact, [.. Enumerable.Range(0, 21)]),
        ]);

        Assert.Equal(
            ["$.stages[0].days[0]", "$.stages[0].days[1]", "$.stages[0].days[5]", "$.stages[1].stage", "$.stages[1].days"],
            rules.Faults().Select(fault => fault.Path));
    }
}
