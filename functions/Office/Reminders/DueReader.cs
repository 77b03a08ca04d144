using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Reminders;

/// <summary>
/// Reads who has to do what, a bloc at a time: its sheets and cross-scores, and what the rooms of the year say of theirs (<see cref="YearDuties"/>). Of a stage that
/// leaves nothing from which it is known who has done it nobody is reminded: it may long be done.
/// </summary>
internal sealed class DueReader(
    CycleTable cycles,
    RosterTable roster,
    BlocTable blocs,
    YearDesk desk,
    IEnumerable<YearDuties> rooms,
    VietnamTime vietnam,
    TimeProvider clock,
    SubmittedUnits findSubmitted,
    RevisionsDue findRevisions)
{
    public Task<IReadOnlyList<Cycle>> OpenYearsAsync(CancellationToken cancellationToken) => cycles.ListOpenAsync(cancellationToken);

    /// <summary>What the members of a bloc have to do in the years it takes part in.</summary>
    public async Task<IReadOnlyList<YearWork>> ReadAsync(string bloc, IReadOnlyList<Cycle> years, CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        var work = new List<YearWork>();
        foreach (var cycle in years.Where(cycle => cycle.Has(bloc)))
        {
            var obligations = new List<Obligation>();
            foreach (var period in cycle.Periods)
            {
                var (self, cross) = (new StageKey(StageKind.SelfScore, period.Id), new StageKey(StageKind.CrossScore, period.Id));
                var (isSelf, isCross) = (HasOpened(cycle, bloc, self, today), HasOpened(cycle, bloc, cross, today));
                if (!isSelf && !isCross)
                {
                    continue;
                }

                string[] members = [.. (await roster.MembersAsync(bloc, cycle.MembershipDay(period.Id, today), cancellationToken)).Select(member => member.Unit)];
                var submitted = await findSubmitted(cycle.Year, period.Id, bloc, members, cancellationToken);
                var record = isCross || submitted.Count < members.Length ? await blocs.ReadAsync(new(cycle.Year, period.Id, bloc), cancellationToken) : null;
                if (isSelf)
                {
                    var revisions = await findRevisions(cycle.Year, period.Id, bloc, [.. members.Where(unit => !submitted.Contains(unit))], cancellationToken);

                    // Once the standings are settled no sheet is handed in any more, and nobody owes one.
                    obligations.AddRange(members.Where(unit => record?.IsSettled is not true || submitted.Contains(unit)).Select(unit => new Obligation(
                        self, bloc, unit, submitted.Contains(unit), revisions.TryGetValue(unit, out var revision) ? revision : null)));
                }

                if (isCross)
                {
                    obligations.AddRange(CrossScoring(cross, bloc, members, submitted, record!));
                }
            }

            var terms = await desk.FindAsync(bloc, cycle, cancellationToken);
            obligations.AddRange(terms is null ? [] : await DutiesAsync(terms, today, cancellationToken));
            if (obligations.Count > 0)
            {
                work.Add(new(cycle, obligations, new Dictionary<string, IReadOnlyList<string>> { [bloc] = terms?.Acting.Head is { } head ? [head] : [] }));
            }
        }

        return work;
    }

    /// <summary>What the rooms of the year know. What is the bloc's its leaders answer for; where nobody leads nobody is reminded of it, and it is shown.</summary>
    private async Task<IEnumerable<Obligation>> DutiesAsync(YearTerms terms, DateOnly today, CancellationToken cancellationToken)
    {
        var found = new List<YearDuty>();
        foreach (var room in rooms.OrderBy(room => room.Name, StringComparer.Ordinal))
        {
            found.AddRange(await room.ReadAsync(terms, cancellationToken));
        }

        return
            // Who led a year that is over is reminded of nothing, but has done what was done.
            from duty in found
            where duty.IsDone || duty.Unit is null || duty.Asked <= today
                || (duty.Asked is null && (duty.Due is not null || duty.IsUndated || HasOpened(terms.Cycle, terms.Id.Bloc, duty.Stage, today)))
            select new Obligation(
                duty.Stage, terms.Id.Bloc, duty.Unit ?? terms.Acting.Head ?? terms.Acting.Deputy ?? (duty.IsDone ? terms.Leaders.Head : null), duty.IsDone, duty.Due, duty.What, duty.Asked)
            {
                IsOfBloc = duty.Unit is null,
                Kind = duty.Kind,
                Item = duty.Id,
                IsOfYearBefore = duty.IsOfYearBefore,
                IsKnown = duty.IsKnown,
                IsChased = duty.IsChased,
                IsUndated = duty.IsUndated,
                Said = duty.Said,
            };
    }

    private static bool HasOpened(Cycle cycle, string bloc, StageKey stage, DateOnly today) => cycle.StageOf(bloc, stage) is { } found && found.Opens <= today;

    /// <summary>Who was assigned to score others. What cannot be scored, because it is not handed in or the standings are settled, is nobody's debt.</summary>
    private static IEnumerable<Obligation> CrossScoring(
        StageKey stage, string bloc, IReadOnlyList<string> members, IReadOnlySet<string> submitted, BlocRecord record) =>
        record.IsSettled
            ? []
            : record.Panel
                .Where(pair => submitted.Contains(pair.Scored) && members.Contains(pair.Scorer, StringComparer.Ordinal))
                .GroupBy(pair => pair.Scorer, StringComparer.Ordinal)
                .Select(pairs => new Obligation(stage, bloc, pairs.Key, pairs.All(record.IsSubmitted)));
}
