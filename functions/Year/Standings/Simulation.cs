using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>The body of <c>SimulateStandings</c>.</summary>
/// <param name="Changes">What is supposed.</param>
internal sealed record SimulationBody([property: Items(1, SimulationBody.MostChanges)] IReadOnlyList<SimulatedChange> Changes)
{
    public const int MostChanges = 200;
}

/// <param name="Unit">Of which unit.</param>
/// <param name="Criterion">Which criterion.</param>
/// <param name="Points">What its official points would be; or <paramref name="By"/>.</param>
/// <param name="By">By how much they would differ, such as -5; or <paramref name="Points"/>.</param>
internal sealed record SimulatedChange(
    [property: Slug] string Unit,
    [property: StringLength(SchemeRules.LongestCode, MinimumLength = 1)] string Criterion,
    Points? Points = null,
    Points? By = null);

/// <param name="Units">Every unit of the bloc: what it has and what it would have, in the order of the supposed ranks.</param>
internal sealed record SimulationView(IReadOnlyList<SimulatedUnit> Units);

/// <param name="Now">Its place; null without one.</param>
/// <param name="Then">The place it would have.</param>
/// <param name="WhyApart">Why it has none, whatever is supposed; null where it has one.</param>
internal sealed record SimulatedUnit(string Unit, string Name, SimulatedPlace? Now, SimulatedPlace? Then, string? WhyApart);

/// <param name="Class">The class's code; null for none.</param>
internal sealed record SimulatedPlace(int Rank, bool IsShared, Points Value, string? Class);

/// <summary>What the standings would be with other official points. Pure: nothing is kept of it.</summary>
internal static class Simulation
{
    /// <exception cref="Refusal">400: every change that cannot be supposed is named.</exception>
    public static SimulationView Of(ComputedStandings standings, IReadOnlyList<SimulatedChange> changes, Language language)
    {
        var supposed = Check(standings, changes);
        var (bloc, _, entrants, reckoning) = standings;
        var then = Ranking.Of(
            bloc.Tree.Content,
            entrants.Select(entrant => new Contender(
                entrant.Unit,
                entrant.Name,
                supposed.TryGetValue(entrant.Unit, out var own) ? reckoning.Scores[entrant.Unit].Official.With(own) : reckoning.Scores[entrant.Unit].Official,
                entrant.WhyApart,
                Placements.FactsOf(standings.Record, entrant))),
            standings.Record.Decisions);
        return new([.. entrants
            .Select(entrant => new SimulatedUnit(entrant.Unit, entrant.Name, Find(reckoning.Ranking, entrant.Unit), Find(then, entrant.Unit), then.Unranked.FirstOrDefault(one => one.Unit == entrant.Unit)?.Reason.In(language)))
            .OrderBy(unit => unit.Then?.Rank ?? int.MaxValue)
            .ThenBy(unit => unit.Name, VietnameseNames.Order)
            .ThenBy(unit => unit.Unit, StringComparer.Ordinal)]);
    }

    private static SimulatedPlace? Find(Ranking ranking, string unit) =>
        ranking.Places.FirstOrDefault(place => place.Unit == unit) is { } place
            ? new(place.Rank, place.IsShared, place.Value, place.Classification.Rung?.Code)
            : null;

    /// <returns>The supposed points, by unit and criterion.</returns>
    private static Dictionary<string, Dictionary<string, Points>> Check(ComputedStandings standings, IReadOnlyList<SimulatedChange> changes)
    {
        var faults = new List<Fault>();
        var supposed = new Dictionary<string, Dictionary<string, Points>>(StringComparer.Ordinal);
        var tree = standings.Bloc.Tree;
        foreach (var (index, change) in changes.Index())
        {
            var path = $"$.changes[{index}]";
            if (change.Points is null == change.By is null)
            {
                faults.Add(path, "Ghi points hoặc by, chỉ một trong hai.", "Give points or by, just one of them.");
            }

            if (standings.Entrants.FirstOrDefault(one => one.Unit == change.Unit) is not { } entrant)
            {
                faults.Add($"{path}.unit", $"Đơn vị '{change.Unit}' không thuộc khối.", $"The unit '{change.Unit}' is not in the bloc.");
                continue;
            }

            if (EntryRules.FindLeaf(tree, change.Criterion, entrant.Sheet.Content.NotApplicable, $"{path}.criterion", faults) is not { } criterion)
            {
                continue;
            }

            var now = standings.Placements.Scores[change.Unit].Official[tree.Find(change.Criterion)!];
            var points = change.Points ?? now.Points + now.Bonus + now.Penalty + (change.By ?? default);
            EntryRules.CheckPoints(criterion, points, change.Points is null ? $"{path}.by" : $"{path}.points", faults);
            if (!supposed.TryGetValue(change.Unit, out var own))
            {
                supposed[change.Unit] = own = new(StringComparer.Ordinal);
            }

            if (!own.TryAdd(change.Criterion, points))
            {
                faults.Add($"{path}.criterion", $"Tiêu chí {change.Criterion} có hai lần.", $"Criterion {change.Criterion} is given twice.");
            }
        }

        return faults.Count == 0 ? supposed : throw Refusal.BadInput(faults);
    }
}
