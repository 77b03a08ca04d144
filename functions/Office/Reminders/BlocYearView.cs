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
/// <param name="Work">What the year asks for: late first, then by day; at most 200.</param>
/// <param name="MoreWork">How much more there is than is shown, the last of that order.</param>
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
    IReadOnlyList<BlocYearWork> Work,
    int MoreWork)
{
    public const int MostWork = 200;
    public const int MostMissing = 100;

    /// <param name="terms">The bloc's year.</param>
    /// <param name="obligations">What it asks for.</param>
    /// <param name="today">The Vietnamese day.</param>
    /// <param name="only">The units of a caller who sees only its own; null for one who sees all.</param>
    /// <param name="language">Of the words.</param>
    public static BlocYearView Of(YearTerms terms, IReadOnlyList<Obligation> obligations, DateOnly today, IReadOnlyList<string>? only, Language language)
    {
        var (cycle, bloc, names) = (terms.Cycle, terms.Id.Bloc, terms.Names);
        var work = obligations.GroupBy(one => (one.Stage, one.What, Ballot: one.Kind is DutyKind.Vote or DutyKind.Count ? one.Item : null)).Select(Work)
            .OrderBy(work => work.State).ThenBy(work => work.Due ?? DateOnly.MaxValue).ThenBy(work => work.What, StringComparer.Ordinal).ToList();
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
            [.. work.Take(MostWork)],
            Math.Max(0, work.Count - MostWork));

        BlocYearWork Work(IGrouping<(StageKey Stage, Words? What, string? Ballot), Obligation> group)
        {
            var missing = group.Where(one => !one.Done)
                .Select(one => (one.Unit, Due: one.DayIn(cycle), Is: one))
                .OrderBy(one => one.Due ?? DateOnly.MaxValue).ThenBy(one => one.Unit is null ? "" : names[one.Unit], VietnameseNames.Order).ToList();
            var seen = missing.Where(one => only is null || one.Is.IsOfBloc || (one.Unit is not null && only.Contains(one.Unit))).ToList();
            return new(
                group.First().IsOfYearBefore ? terms.Id.Year - 1 : terms.Id.Year,
                group.Key.Stage.Kind,
                group.Key.Stage.Period,
                (group.Key.What ?? group.Key.Stage.Kind.Words()).In(language),
                StateOf([.. missing.Select(one => one.Is)], cycle, today),
                missing.Count > 0 ? missing[0].Due : null,
                group.Count(),
                group.Count() - missing.Count,
                [.. seen.Take(MostMissing).Select(one => new BlocYearUnit(
                    one.Unit, one.Unit is null ? null : names[one.Unit], one.Due, one.Due?.DayNumber - today.DayNumber, one.Is.Said))],
                Math.Max(0, seen.Count - MostMissing),
                group.First().Kind,
                group.Select(one => one.Item).Distinct(StringComparer.Ordinal).ToList() is [var item] ? item : null);
        }
    }

    private static BlocYearState StateOf(IReadOnlyList<Obligation> missing, Cycle cycle, DateOnly today)
    {
        var known = missing.Where(one => one.IsKnown).ToList();
        return missing.Count == 0 ? BlocYearState.Done
            : known.Count == 0 ? BlocYearState.NotKnown
            : known.Exists(one => one.DayIn(cycle) < today) ? BlocYearState.Late
            : known.TrueForAll(one => one.OpensIn(cycle) > today) ? BlocYearState.Later
            : BlocYearState.Due;
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

/// <param name="Year">The year it is of: the one before where something is left of that.</param>
/// <param name="Stage">The step it belongs to.</param>
/// <param name="Period">Of which period.</param>
/// <param name="What">What is to be done.</param>
/// <param name="State">Done by all, due, late of somebody, to come (later), or not known: nothing here says whether it is done, for a bloc may do it on paper.</param>
/// <param name="Due">The first last day of those who are missing; null when nobody is, or no day was set. Where no text sets one it is that of the step, a configurable default.</param>
/// <param name="Total">How many have to do it.</param>
/// <param name="Done">How many have.</param>
/// <param name="Missing">Who has not, as far as the caller may see it; at most 100. What is the bloc's as a whole its leaders answer for.</param>
/// <param name="MoreMissing">How many more of them there are.</param>
/// <param name="Kind">What it is done with, such as the plan or a movement; null where the step says all.</param>
/// <param name="Item">Which of them, by its id: of a movement, of a report, of a ballot, of a conclusion its meeting's id and number ("so-ket/2"), of a finding its period, visit and number ("nam/kiem-tra-1/2"), of a dossier its year and award ("2026/co-thi-dua-tinh"), of what is to be given back the decision that gave it; null where the kind says all, or it is about several.</param>
internal sealed record BlocYearWork(
    int Year, StageKind Stage, string Period, string What, BlocYearState State, DateOnly? Due, int Total, int Done, IReadOnlyList<BlocYearUnit> Missing, int MoreMissing, DutyKind? Kind, string? Item);

/// <param name="Unit">The unit; null of what is the bloc's as a whole while nobody leads it: the office sees to it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Due">Its last day; null where none was set.</param>
/// <param name="DaysLeft">Calendar days until then: 0 is today, less is late.</param>
/// <param name="Said">How its day was said, where only words are known.</param>
internal sealed record BlocYearUnit(string? Unit, string? Name, DateOnly? Due, int? DaysLeft, string? Said);

/// <summary>In the order in which people look at it.</summary>
[JsonConverter(typeof(CamelCaseEnum<BlocYearState>))]
internal enum BlocYearState
{
    Late,
    Due,
    Later,

    /// <summary>Nothing here says whether it is done.</summary>
    NotKnown,

    Done,
}
