using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Disclosures;
using EmulationFunctions.Year.Nominations;

namespace EmulationFunctions.Office.Archive;

/// <summary>Reads what is counted of a year: a partition a bloc for nominations, one for disclosures, one for decisions.</summary>
internal sealed class StatisticsReader(
    RosterTable roster, NominationTable nominations, DisclosureTable disclosures, DecisionTable decisions, DecisionDesk desk, CouncilOutcomesOf findOutcomes)
{
    public async Task<StatisticBook> ReadAsync(Cycle cycle, StatisticsTemplate template, CancellationToken cancellationToken)
    {
        var (facts, blocs, places) = (new List<StatisticFact>(), new List<(string, string)>(), new Dictionary<string, List<string>>(StringComparer.Ordinal));
        var asksCouncil = template.Tables.Any(table => table.Columns.Any(column => column.Measure is StatisticMeasure.CouncilPassed or StatisticMeasure.CouncilNotPassed));
        var outcomes = asksCouncil ? await findOutcomes(cycle.Year, cancellationToken) : null;
        foreach (var bloc in cycle.Blocs.Select(one => one.Bloc).Order(StringComparer.Ordinal))
        {
            blocs.Add((bloc, (await roster.FindBlocAsync(bloc, cancellationToken))?.Name ?? bloc));
            foreach (var unit in await roster.MembersOfYearAsync(bloc, cycle.Year, cancellationToken))
            {
                facts.Add(new(StatisticMeasure.Units, [bloc], unit, null, 1));
                (places.TryGetValue(unit, out var of) ? of : places[unit] = []).Add(bloc);
            }

            foreach (var one in await nominations.ListAsync(new YearOfBloc(cycle.Year, bloc), cancellationToken))
            {
                facts.AddRange(Measures(one.Status).Select(measure => new StatisticFact(measure, [bloc], one.Unit, one.Award, 1)));
                if (outcomes?.GetValueOrDefault((one.Award, one.Unit)) is { } outcome)
                {
                    facts.Add(new(outcome.IsPassed ? StatisticMeasure.CouncilPassed : StatisticMeasure.CouncilNotPassed, [bloc], one.Unit, one.Award, 1));
                }
            }
        }

        facts.AddRange(
            from disclosure in await disclosures.ListAsync(cycle.Year, cancellationToken)
            where disclosure.IsPublicOn(desk.Today)
            from key in disclosure.Proposals.Select(proposal => (proposal.Bloc, proposal.Unit, proposal.Award))
            group key by key into once
            select new StatisticFact(StatisticMeasure.Disclosed, [once.Key.Bloc], once.Key.Unit, once.Key.Award, 1));
        var views = await desk.ViewsAsync(cycle.Year, await decisions.OfYearAsync(cycle.Year, cancellationToken), Language.Vietnamese, cancellationToken);
        foreach (var title in views.SelectMany(view => view.Titles))
        {
            var of = places.GetValueOrDefault(title.Unit) ?? [];
            facts.Add(new(title.Revocation is null ? StatisticMeasure.Given : StatisticMeasure.Revoked, of, title.Unit, title.Award, 1));
            if (title.Money.IsPaid != false)
            {
                facts.Add(new(StatisticMeasure.Money, of, title.Unit, title.Award, title.Money.IsPaid is null ? null : title.Money.Amount));
            }
        }

        var names = await roster.NamesOfYearAsync(cycle.Year, desk.Today, cancellationToken);
        return new(
            cycle.Year,
            desk.Today,
            blocs,
            [.. facts.Select(fact => fact.Unit).Distinct(StringComparer.Ordinal).Select(unit => (unit, names[unit])).OrderBy(unit => unit.Item2, VietnameseNames.Order)],
            await AwardsAsync(cycle.Year, facts, cancellationToken),
            facts);
    }

    /// <summary>Those of the rules of the year's end, and those that are met with beside them.</summary>
    private async Task<IReadOnlyList<(string Id, string Name)>> AwardsAsync(int year, List<StatisticFact> facts, CancellationToken cancellationToken)
    {
        var day = RosterTable.LastDayOf(year, desk.Today);
        var known = (await desk.RulesAsync([day], cancellationToken))(day)!.Awards.Select(award => (award.Code, award.Title)).ToList();
        return [.. known, .. facts.Select(fact => fact.Award).OfType<string>().Distinct(StringComparer.Ordinal).Where(code => !known.Exists(award => award.Code == code)).Order(StringComparer.Ordinal).Select(code => (code, code))];
    }

    private static IEnumerable<StatisticMeasure> Measures(NominationStatus status) => status switch
    {
        NominationStatus.Withdrawn => [StatisticMeasure.Withdrawn],
        NominationStatus.Suspended => [StatisticMeasure.Nominated, StatisticMeasure.Suspended],
        _ => [StatisticMeasure.Nominated],
    };
}
