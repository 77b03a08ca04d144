using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Reminders;

/// <summary>A bloc's year at a glance.</summary>
/// <param name="Year">The year.</param>
/// <param name="Bloc">The bloc's id.</param>
/// <param name="BlocName">What people call it.</param>
/// <param name="Head">The unit that leads it by a confirmed term, of a year that is over the one that led it on its last day; null where nobody does.</param>
/// <param name="HeadName">What people call that unit.</param>
/// <param name="Deputy">The unit that stands in for the head.</param>
/// <param name="DeputyName">What people call that unit.</param>
/// <param name="Members">How many units belong to the bloc today.</param>
/// <param name="StatedMembers">How many the decision says it has, where that is known.</param>
/// <param name="Today">The Vietnamese day from which days are counted.</param>
/// <param name="Stages">The steps of its calendar, in the order of their last days.</param>
/// <param name="Work">What the year asks for so far: late first, then by day.</param>
internal sealed record BlocYearView(
    int Year,
    string Bloc,
    string BlocName,
    string? Head,
    string? HeadName,
    string? Deputy,
    string? DeputyName,
    int Members,
    int? StatedMembers,
    DateOnly Today,
    IReadOnlyList<BlocYearStage> Stages,
    IReadOnlyList<BlocYearWork> Work)
{
    /// <param name="terms">The bloc's year.</param>
    /// <param name="obligations">What it asks for.</param>
    /// <param name="today">The Vietnamese day.</param>
    /// <param name="only">The units of a caller who sees only its own; null for one who sees all.</param>
    /// <param name="language">Of the words.</param>
    public static BlocYearView Of(YearTerms terms, IReadOnlyList<Obligation> obligations, DateOnly today, IReadOnlyList<string>? only, Language language)
    {
        var (cycle, bloc, names) = (terms.Cycle, terms.Id.Bloc, terms.Names);
        return new(
            terms.Id.Year,
            bloc,
            terms.Bloc.Name,
            terms.Leaders.Head,
            terms.Leaders.Head is { } head ? names[head] : null,
            terms.Leaders.Deputy,
            terms.Leaders.Deputy is { } deputy ? names[deputy] : null,
            terms.MembersOn(cycle.MembershipDay(Period.WholeYear, today)).Count,
            terms.Bloc.StatedMemberCount,
            today,
            [.. cycle.Stages.Select(stage => cycle.StageOf(bloc, stage.Key)!).OrderBy(stage => stage.Closes).ThenBy(stage => stage.Key.Kind)
                .Select(stage => new BlocYearStage(stage.Key.Kind, stage.Key.Period, stage.Key.Kind.Words().In(language), stage.Opens, stage.Closes, StateOf(stage, today)))],
            [.. obligations.GroupBy(one => (one.Stage, one.What)).Select(Work).OrderBy(work => work.State).ThenBy(work => work.Due ?? DateOnly.MaxValue).ThenBy(work => work.What, StringComparer.Ordinal)]);

        BlocYearWork Work(IGrouping<(StageKey Stage, Words? What), Obligation> group)
        {
            var missing = group.Where(one => !one.Done)
                .Select(one => (one.Unit, Due: one.Due ?? cycle.DeadlineOf(bloc, one.Unit, one.Stage)))
                .OrderBy(one => one.Due ?? DateOnly.MaxValue).ThenBy(one => names[one.Unit], VietnameseNames.Order).ToList();
            var first = missing.Count > 0 ? missing[0].Due : null;
            return new(
                group.Key.Stage.Kind,
                group.Key.Stage.Period,
                (group.Key.What ?? group.Key.Stage.Kind.Words()).In(language),
                missing.Count == 0 ? BlocYearState.Done : first < today ? BlocYearState.Late : BlocYearState.Due,
                first,
                group.Count(),
                group.Count() - missing.Count,
                [.. missing.Where(one => only is null || only.Contains(one.Unit)).Select(one => new BlocYearUnit(one.Unit, names[one.Unit], one.Due, one.Due?.DayNumber - today.DayNumber))]);
        }
    }

    private static BlocYearState StateOf(Stage stage, DateOnly today) => stage.On(today) switch
    {
        StageState.Upcoming => BlocYearState.Later,
        StageState.Open => BlocYearState.Due,
        _ => BlocYearState.Done,
    };
}

/// <param name="Stage">Which step.</param>
/// <param name="Period">Of which period.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Opens">Its first day in the bloc.</param>
/// <param name="Closes">Its last day in the bloc.</param>
/// <param name="State">Whether its days are to come (later), are now (due) or are over (done).</param>
internal sealed record BlocYearStage(StageKind Stage, string Period, string Name, DateOnly Opens, DateOnly Closes, BlocYearState State);

/// <param name="Stage">The step it belongs to.</param>
/// <param name="Period">Of which period.</param>
/// <param name="What">What is to be done.</param>
/// <param name="State">Done by all, due, or late of somebody.</param>
/// <param name="Due">The first last day of those who are missing; null when nobody is, or no day was set.</param>
/// <param name="Total">How many have to do it.</param>
/// <param name="Done">How many have.</param>
/// <param name="Missing">Who has not, as far as the caller may see it.</param>
internal sealed record BlocYearWork(
    StageKind Stage, string Period, string What, BlocYearState State, DateOnly? Due, int Total, int Done, IReadOnlyList<BlocYearUnit> Missing);

/// <param name="Unit">The unit.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Due">Its last day; null where none was set.</param>
/// <param name="DaysLeft">Calendar days until then: 0 is today, less is late.</param>
internal sealed record BlocYearUnit(string Unit, string Name, DateOnly? Due, int? DaysLeft);

/// <summary>In the order in which people look at it.</summary>
[JsonConverter(typeof(CamelCaseEnum<BlocYearState>))]
internal enum BlocYearState
{
    Late,
    Due,
    Later,
    Done,
}
