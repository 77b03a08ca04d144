using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Office.Reminders;

/// <summary>On how many days before a stage's deadline people are reminded: 0 is the deadline day, −1 the day after.</summary>
/// <param name="Stage">Which step of the year.</param>
/// <param name="Days">Days before the deadline, from 90 to -30.</param>
internal sealed record ReminderRule(StageKind Stage, [property: Items(0, ReminderRules.MostDays)] IReadOnlyList<int> Days);

/// <summary>When people are reminded. A stage that is not named reminds nobody.</summary>
/// <param name="Stages">For each stage its days.</param>
/// <param name="ChaseEvery">What is chased until it is done comes again every so many days after its last day; 0 is never.</param>
internal sealed record ReminderRules(
    [property: Items(0, ReminderRules.MostStages)] IReadOnlyList<ReminderRule> Stages, [property: Range(0, ReminderRules.EarliestDay)] int ChaseEvery = ReminderRules.Weekly)
{
    public const int MostStages = 9;
    public const int MostDays = 20;
    public const int EarliestDay = 90;
    public const int LatestDay = -30;

    /// <summary>A configurable default: no text says how often.</summary>
    public const int Weekly = 7;

    public static ReminderRules Default { get; } = new([.. StageKinds.All.Select(stage => new ReminderRule(stage, [14, 7, 3, 1, 0, -1]))]);

    /// <param name="late">How many days the last day is over.</param>
    public bool IsChasing(int late) => ChaseEvery > 0 && late > 0 && late % ChaseEvery == 0;

    public IReadOnlyList<int> DaysOf(StageKind stage) => Stages.FirstOrDefault(rule => rule.Stage == stage)?.Days ?? [];

    /// <summary>All faults at once; none when the rules can be kept.</summary>
    public IReadOnlyList<Fault> Faults()
    {
        var faults = new List<Fault>();
        for (var index = 0; index < Stages.Count; index++)
        {
            var (stage, days) = Stages[index];
            if (Stages.Take(index).Any(earlier => earlier.Stage == stage))
            {
                faults.Add(new($"$.stages[{index}].stage", new(
                    $"Bước {stage.Words().Vi} bị lặp lại.", $"The stage {stage.Slug()} is there twice.")));
            }

            if (days.Count > MostDays)
            {
                faults.Add(new($"$.stages[{index}].days", new(
                    $"Mỗi bước nhắc tối đa {MostDays} lần.", $"A stage reminds at most {MostDays} times.")));
            }

            for (var day = 0; day < days.Count; day++)
            {
                if (days[day] is > EarliestDay or < LatestDay)
                {
                    faults.Add(new($"$.stages[{index}].days[{day}]", new(
                        $"Chỉ nhắc từ {EarliestDay} ngày trước hạn đến {-LatestDay} ngày sau hạn.",
                        $"Reminders go from {EarliestDay} days before a deadline to {-LatestDay} days after it.")));
                }
                else if (days.Take(day).Contains(days[day]))
                {
                    faults.Add(new($"$.stages[{index}].days[{day}]", new(
                        $"Ngày {days[day]} bị lặp lại.", $"The day {days[day]} is there twice.")));
                }
            }
        }

        return faults;
    }
}
