using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Reminders;

/// <summary>
/// Reads who has to do what, a bloc at a time. Of the stages of a year only self-scoring and cross-scoring leave something from which it
/// is known who has done it; nobody is reminded of what may long be done.
/// </summary>
internal sealed class DueReader(
    CycleTable cycles,
    RosterTable roster,
    BlocTable blocs,
    LeadersLookup findLeaders,
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
                if (isSelf)
                {
                    var revisions = await findRevisions(cycle.Year, period.Id, bloc, [.. members.Where(unit => !submitted.Contains(unit))], cancellationToken);
                    obligations.AddRange(members.Select(unit => new Obligation(
                        self, bloc, unit, submitted.Contains(unit), revisions.TryGetValue(unit, out var revision) ? revision : null)));
                }

                if (isCross)
                {
                    obligations.AddRange(CrossScoring(cross, bloc, members, submitted, await blocs.ReadAsync(new(cycle.Year, period.Id, bloc), cancellationToken)));
                }
            }

            if (obligations.Count > 0)
            {
                var (head, _) = await findLeaders(bloc, cycle.Year, cancellationToken);
                work.Add(new(cycle, obligations, new Dictionary<string, IReadOnlyList<string>> { [bloc] = head is null ? [] : [head] }));
            }
        }

        return work;
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
