using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>The body of <c>SimulateStandings</c>.</summary>
/// <param name="Changes">Other points that are supposed.</param>
/// <param name="Conditions">Other facts that are supposed.</param>
internal sealed record SimulationBody(
    [property: Items(0, SimulationBody.MostChanges)] IReadOnlyList<SimulatedChange>? Changes = null,
    [property: Items(0, SimulationBody.MostChanges)] IReadOnlyList<SimulatedCondition>? Conditions = null)
{
    public const int MostChanges = 200;
}

/// <param name="Unit">Of which unit.</param>
/// <param name="Condition">The code of a condition of the scheme.</param>
/// <param name="IsSo">Whether it would be so.</param>
internal sealed record SimulatedCondition(
    [property: Slug] string Unit, [property: StringLength(SchemeRules.LongestCode, MinimumLength = 1)] string Condition, bool IsSo);

/// <param name="Unit">Of which unit.</param>
/// <param name="Criterion">Which criterion.</param>
/// <param name="Points">What its official points would be. One of points, by, option and measure is given.</param>
/// <param name="By">By how much they would differ, such as -5.</param>
/// <param name="Option">Of a criterion that is chosen: the option that would hold.</param>
/// <param name="Measure">Of a measure: what would have been measured.</param>
internal sealed record SimulatedChange(
    [property: Slug] string Unit,
    [property: StringLength(SchemeRules.LongestCode, MinimumLength = 1)] string Criterion,
    Points? Points = null,
    Points? By = null,
    [property: Longest(SchemeRules.LongestCode)] string? Option = null,
    Measured? Measure = null);

/// <param name="Units">Every unit of the bloc: what it has and what it would have, in the order of the supposed ranks.</param>
internal sealed record SimulationView(IReadOnlyList<SimulatedUnit> Units);

/// <param name="Now">Its place; null without one.</param>
/// <param name="Then">The place it would have.</param>
/// <param name="WhyApart">Why it has none, whatever is supposed; null where it has one.</param>
internal sealed record SimulatedUnit(string Unit, string Name, SimulatedPlace? Now, SimulatedPlace? Then, string? WhyApart);

/// <param name="Value">What it is ranked by; null in a ranking by measures alone.</param>
/// <param name="Class">The class's code; null for none.</param>
internal sealed record SimulatedPlace(int Rank, bool IsShared, Points? Value, string? Class);

/// <summary>What the standings would be with other official points. Pure: nothing is kept of it.</summary>
internal static class Simulation
{
    /// <exception cref="Refusal">400: every change that cannot be supposed is named.</exception>
    public static SimulationView Of(ComputedStandings standings, SimulationBody body, Language language)
    {
        var faults = new List<Fault>();
        var supposed = Check(standings, body.Changes ?? [], faults);
        var held = CheckConditions(standings, body.Conditions ?? [], faults);
        if (body.Changes is not { Count: > 0 } && body.Conditions is not { Count: > 0 })
        {
            faults.Add("$", "Ghi ít nhất một thay đổi trong changes hoặc conditions.", "Give at least one change, in changes or conditions.");
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var (bloc, _, entrants, reckoning) = standings;
        var then = Ranking.Of(
            bloc.Tree.Content,
            entrants.Select(entrant => new Contender(
                entrant.Unit,
                entrant.Name,
                Supposed(reckoning.Scores[entrant.Unit].Official, supposed.GetValueOrDefault(entrant.Unit), held.GetValueOrDefault(entrant.Unit)),
                entrant.WhyApart,
                Placements.FactsOf(standings.Record, Measuring(entrant, body.Changes ?? [])))),
            standings.Record.Decisions);
        return new([.. entrants
            .Select(entrant => new SimulatedUnit(entrant.Unit, entrant.Name, Find(reckoning.Ranking, entrant.Unit), Find(then, entrant.Unit), then.Unranked.FirstOrDefault(one => one.Unit == entrant.Unit)?.Reason.In(language)))
            .OrderBy(unit => unit.Then?.Rank ?? int.MaxValue)
            .ThenBy(unit => unit.Name, VietnameseNames.Order)
            .ThenBy(unit => unit.Unit, StringComparer.Ordinal)]);
    }

    private static ScoreTable Supposed(ScoreTable official, IReadOnlyDictionary<string, Points>? points, HeldConditions? held)
    {
        var changed = points is null ? official : official.With(points);
        return held is null ? changed : changed.Under(held);
    }

    /// <summary>What is measured breaks ties, too.</summary>
    private static Entrant Measuring(Entrant entrant, IReadOnlyList<SimulatedChange> changes)
    {
        var measured = changes.Where(change => change.Unit == entrant.Unit && change.Measure is not null).ToDictionary(change => change.Criterion, change => change.Measure, StringComparer.Ordinal);
        var content = entrant.Sheet.Content;
        return measured.Count == 0 ? entrant : entrant with
        {
            Sheet = entrant.Sheet with
            {
                Content = content with
                {
                    Entries =
                    [
                        .. content.Entries.Where(entry => !measured.ContainsKey(entry.Criterion)),
                        .. measured.Select(one => new ScoreEntry(one.Key, Measure: one.Value)),
                    ],
                },
            },
        };
    }

    private static SimulatedPlace? Find(Ranking ranking, string unit) =>
        ranking.Places.FirstOrDefault(place => place.Unit == unit) is { } place
            ? new(place.Rank, place.IsShared, place.Scores.Tree.Content.Basis == ScoreBasis.Measures ? null : place.Value, place.Classification.Rung?.Code)
            : null;

    /// <returns>The supposed points, by unit and criterion.</returns>
    private static Dictionary<string, Dictionary<string, Points>> Check(ComputedStandings standings, IReadOnlyList<SimulatedChange> changes, List<Fault> faults)
    {
        var supposed = new Dictionary<string, Dictionary<string, Points>>(StringComparer.Ordinal);
        var tree = standings.Bloc.Tree;
        foreach (var (index, change) in changes.Index())
        {
            var path = $"$.changes[{index}]";
            if (new object?[] { change.Points, change.By, change.Option, change.Measure }.Count(one => one is not null) != 1)
            {
                faults.Add(path, "Ghi points, by, option hoặc measure, chỉ một trong số đó.", "Give points, by, option or measure, just one of them.");
                continue;
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

            var entry = new ScoreEntry(change.Criterion, Option: change.Option, Measure: change.Measure);
            if (change.Option is not null || change.Measure is not null)
            {
                var before = faults.Count;
                EntryRules.CheckValue(criterion, entry, path, faults);
                if (faults.Count > before)
                {
                    continue;
                }
            }

            var now = standings.Placements.Scores[change.Unit].Official.Under(HeldConditions.None)[tree.Find(change.Criterion)!];
            var points = change.Points ?? LeafPoints.Of(criterion, entry, tree.Content.Rounding) ?? now.Points + now.Bonus + now.Penalty + (change.By ?? default);
            EntryRules.CheckPoints(criterion, points, change.Points is not null ? $"{path}.points" : change.By is not null ? $"{path}.by" : path, faults);
            if (!supposed.TryGetValue(change.Unit, out var own))
            {
                supposed[change.Unit] = own = new(StringComparer.Ordinal);
            }

            if (!own.TryAdd(change.Criterion, points))
            {
                faults.Add($"{path}.criterion", $"Tiêu chí {change.Criterion} có hai lần.", $"Criterion {change.Criterion} is given twice.");
            }
        }

        return supposed;
    }

    /// <returns>All conditions of the units of which something is supposed, as they would stand.</returns>
    private static Dictionary<string, HeldConditions> CheckConditions(ComputedStandings standings, IReadOnlyList<SimulatedCondition> conditions, List<Fault> faults)
    {
        var content = standings.Bloc.Tree.Content;
        foreach (var (index, one) in conditions.Index())
        {
            var path = $"$.conditions[{index}]";
            if (standings.Entrants.All(entrant => entrant.Unit != one.Unit))
            {
                faults.Add($"{path}.unit", $"Đơn vị '{one.Unit}' không thuộc khối.", $"The unit '{one.Unit}' is not in the bloc.");
            }

            if (content.Conditions?.FirstOrDefault(condition => condition.Code == one.Condition) is not { } known)
            {
                faults.Add($"{path}.condition", $"Bảng điểm không có điều kiện {one.Condition}.", $"The scheme has no condition {one.Condition}.");
            }
            else if (known.Source != ConditionSource.Declared)
            {
                faults.Add($"{path}.condition", $"Hệ thống tự biết điều kiện {one.Condition}.", $"The program knows the condition {one.Condition} by itself.");
            }

            if (conditions.Take(index).Any(earlier => (earlier.Unit, earlier.Condition) == (one.Unit, one.Condition)))
            {
                faults.Add(path, $"Điều kiện {one.Condition} của đơn vị '{one.Unit}' có hai lần.", $"The condition {one.Condition} of '{one.Unit}' is given twice.");
            }
        }

        return faults.Count > 0 ? [] : conditions.GroupBy(one => one.Unit, StringComparer.Ordinal).ToDictionary(
            own => own.Key,
            own =>
            {
                var declared = new Dictionary<string, bool>(standings.Record.DeclaredOf(own.Key), StringComparer.Ordinal);
                foreach (var one in own)
                {
                    declared[one.Condition] = one.IsSo;
                }

                return HeldConditions.Of(content, declared, standings.Entrants.First(entrant => entrant.Unit == own.Key).Sheet.Head?.IsSubmitted is true);
            },
            StringComparer.Ordinal);
    }
}
