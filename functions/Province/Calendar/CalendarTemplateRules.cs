using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Calendar;

/// <summary>All faults of a template at once. A template without faults makes a cycle without faults in every year.</summary>
internal static class CalendarTemplateRules
{
    private static readonly Words NotADay = new(
        $"Không có ngày này trong lịch; năm lệch từ {YearDay.LeastOffset} đến {YearDay.MostOffset}.",
        $"There is no such day in a calendar; the year's offset goes from {YearDay.LeastOffset} to {YearDay.MostOffset}.");

    public static IReadOnlyList<Fault> FaultsOf(CalendarTemplate template) =>
    [
        .. template.StartsOn.IsDay ? Enumerable.Empty<Fault>() : [new("$.startsOn", NotADay)],
        .. CalendarRules.OfPeriods(template.Periods),
        .. CalendarRules.OfStages(
            [.. template.Stages.Select(rule => (rule.Stage, rule.Opens, rule.Closes))], template.Periods, day => day.IsDay, NotADay),
    ];
}
