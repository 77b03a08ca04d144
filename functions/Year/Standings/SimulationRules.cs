using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>What is supposed of one unit.</summary>
/// <param name="Points">Official points, by criterion.</param>
/// <param name="Measured">What would be measured, by criterion.</param>
/// <param name="Conditions">By code.</param>
internal sealed record Supposition(Dictionary<string, Points> Points, Dictionary<string, ScoreEntry> Measured, Dictionary<string, bool> Conditions)
{
    public static Supposition Empty => new(new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal));
}

/// <summary>Whether changes can be supposed: every fault at once.</summary>
internal static class SimulationRules
{
    /// <returns>What is supposed, by unit.</returns>
    public static IReadOnlyDictionary<string, Supposition> Check(ComputedStandings standings, IReadOnlyList<SimulatedChange> changes)
    {
        var faults = new List<Fault>();
        var supposed = new Dictionary<string, Supposition>(StringComparer.Ordinal);
        foreach (var (index, change) in changes.Index())
        {
            var path = $"$.changes[{index}]";
            CheckForm(change, path, faults);
            if (standings.Entrants.FirstOrDefault(one => one.Unit == change.Unit) is not { } entrant)
            {
                faults.Add($"{path}.unit", $"Đơn vị '{change.Unit}' không thuộc khối.", $"The unit '{change.Unit}' is not in the bloc.");
                continue;
            }

            if (!supposed.TryGetValue(change.Unit, out var own))
            {
                supposed[change.Unit] = own = Supposition.Empty;
            }

            if (change.Criterion is { } criterion)
            {
                Suppose(standings, entrant, criterion, change, own, path, faults);
            }
            else if (change.Condition is { } condition)
            {
                Suppose(standings.Bloc.Tree.Content, condition, change.IsSo is true, own, path, faults);
            }
        }

        return faults.Count == 0 ? supposed : throw Refusal.BadInput(faults);
    }

    private static void CheckForm(SimulatedChange change, string path, List<Fault> faults)
    {
        var ways = new object?[] { change.Points, change.By, change.Option, change.Measure }.Count(way => way is not null);
        if (change.Condition is not null)
        {
            if (change.Criterion is not null || ways > 0 || change.IsSo is null)
            {
                faults.Add(path, "Với điều kiện chỉ ghi condition và isSo.", "With a condition, give condition and isSo only.");
            }
        }
        else if (change.Criterion is null)
        {
            faults.Add($"{path}.criterion", "Phải ghi tiêu chí hoặc điều kiện.", "A criterion or a condition is needed.");
        }
        else if (ways != 1 || change.IsSo is not null)
        {
            faults.Add(path, "Ghi points, by, option hoặc measure, chỉ một.", "Give points, by, option or measure, just one of them.");
        }
    }

    private static void Suppose(SchemeContent content, string condition, bool isSo, Supposition own, string path, List<Fault> faults)
    {
        var known = content.Conditions?.FirstOrDefault(one => one.Code == condition);
        if (known is null)
        {
            faults.Add($"{path}.condition", $"Bảng điểm không có điều kiện {condition}.", $"The scheme has no condition {condition}.");
        }
        else if (known.Source != ConditionSource.Declared)
        {
            faults.Add(
                $"{path}.condition",
                $"Hệ thống tự biết điều kiện “{known.Title}”, không giả định được.",
                $"The program knows the condition “{known.Title}” by itself; it cannot be supposed.");
        }
        else if (!own.Conditions.TryAdd(condition, isSo))
        {
            faults.Add($"{path}.condition", $"Điều kiện {condition} có hai lần.", $"Condition {condition} is given twice.");
        }
    }

    private static void Suppose(ComputedStandings standings, Entrant entrant, string code, SimulatedChange change, Supposition own, string path, List<Fault> faults)
    {
        var tree = standings.Bloc.Tree;
        if (EntryRules.FindLeaf(tree, code, entrant.Sheet.Content.NotApplicable, $"{path}.criterion", faults) is not { } criterion)
        {
            return;
        }

        if (Points(standings, entrant, criterion, change, path, faults) is not { } points)
        {
            return;
        }

        if (!own.Points.TryAdd(code, points))
        {
            faults.Add($"{path}.criterion", $"Tiêu chí {code} có hai lần.", $"Criterion {code} is given twice.");
        }
        else if (change.Measure is not null)
        {
            own.Measured[code] = new(code, Measure: change.Measure);
        }
    }

    /// <summary>The official points that it would have; null with faults, or where it says not just one thing.</summary>
    private static Points? Points(ComputedStandings standings, Entrant entrant, Criterion criterion, SimulatedChange change, string path, List<Fault> faults)
    {
        var (tree, before) = (standings.Bloc.Tree, faults.Count);
        if (change.Option is { } option)
        {
            MeasuredRules.CheckOption(criterion, option, $"{path}.option", faults);
        }

        if (change.Measure is { } measure)
        {
            MeasuredRules.Check(criterion, measure, $"{path}.measure", faults);
        }

        if (faults.Count > before)
        {
            return null;
        }

        if (change.Option is not null || change.Measure is not null)
        {
            return LeafPoints.Of(criterion, new(criterion.Code, Option: change.Option, Measure: change.Measure), tree.Content.Rounding);
        }

        var now = standings.Placements.Scores[entrant.Unit].Official[tree.Find(criterion.Code)!];
        var points = change.Points ?? now.Points + now.Bonus + now.Penalty + (change.By ?? default);
        EntryRules.CheckPoints(criterion, points, change.Points is null ? $"{path}.by" : $"{path}.points", faults);
        return points;
    }
}
