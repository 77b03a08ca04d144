using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Office.Portal;

/// <summary>Where a caller's units stand in the open years, and where they stood in the one that is over.</summary>
internal sealed class MyYears(CycleTable cycles, RosterTable roster, VietnamTime vietnam, TimeProvider clock)
{
    public async Task<IReadOnlyList<MyCycle>> OfAsync(Caller caller, FunctionsAllowed functions, CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        var memberships = new List<Membership>();
        foreach (var unit in caller.Units)
        {
            memberships.AddRange(await roster.MembershipsOfAsync(unit, cancellationToken));
        }

        var names = await roster.NamesAsync(cancellationToken);
        var found = new List<MyCycle>();
        foreach (var begun in await cycles.ListBegunAsync(cancellationToken))
        {
            var year = begun.Year;
            var places = new List<MyPlace>();
            foreach (var (unit, bloc) in memberships.Where(member => member.CoversPartOf(year)).Select(member => (member.Unit, member.Bloc)).Distinct())
            {
                if (await cycles.FindForAsync(year, bloc, unit, cancellationToken) is not { } cycle || !cycle.Has(bloc))
                {
                    continue;
                }

                var term = await roster.FindTermAsync(bloc, year, today, cancellationToken);
                var blocName = (await roster.FindBlocAsync(bloc, cancellationToken))?.Name ?? bloc;
                var leaders = term is null ? Leaders.Nobody : BlocHeads.LeadersOn(today, term, cycle, await roster.HistoryAsync(bloc, cancellationToken));
                places.AddRange(
                    from period in cycle.Periods
                    where memberships.Exists(member =>
                        member.Unit == unit && member.Bloc == bloc && member.Covers(cycle.MembershipDay(period.Id, today)))
                    select new MyPlace(
                        unit,
                        names[unit],
                        bloc,
                        blocName,
                        period.Id,
                        Roles(unit, term, leaders),
                        [.. cycle.StagesFor(today, bloc, unit, period.Id).Select(stage => Stage(cycle, bloc, unit, stage))],
                        functions.For(new(unit, cycle.State == CycleState.Closed, leaders, unit, Members: new HashSet<string> { unit }))));
            }

            found.Add(new(year, begun.State == CycleState.Open, places));
        }

        return found;
    }

    /// <param name="leaders">Those in power by the term.</param>
    private static List<BlocRole> Roles(string unit, Term? term, Leaders leaders)
    {
        var roles = new List<BlocRole> { BlocRole.Member };
        if (term is not null && leaders != Leaders.Nobody)
        {
            AddIf(term.Head == unit && leaders.Head == unit, BlocRole.Head);
            AddIf(leaders.Deputy == unit, BlocRole.Deputy);
            AddIf(term.StandingUnit == unit, BlocRole.StandingUnit);
        }

        return roles;

        void AddIf(bool holds, BlocRole role)
        {
            if (holds)
            {
                roles.Add(role);
            }
        }
    }

    private static MyStage Stage(Cycle cycle, string bloc, string unit, Stage stage)
    {
        var deadline = cycle.DeadlineOf(bloc, unit, stage.Key)!.Value;
        return new(stage.Key.Kind, stage.Opens, deadline, deadline > stage.Closes);
    }
}
