using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether the lines of a scheme are a tree whose sums are exact.</summary>
internal static class CriteriaRules
{
    public static void Check(SchemeContent content, List<Fault> faults)
    {
        var criteria = content.Criteria;
        if (criteria.Count is 0 or > SchemeRules.MaximumCriteria)
        {
            faults.Add(
                "$.criteria",
                $"Bảng điểm phải có từ 1 đến {SchemeRules.MaximumCriteria} tiêu chí; ở đây có {criteria.Count}.",
                $"A scheme must have 1 to {SchemeRules.MaximumCriteria} criteria; this one has {criteria.Count}.");
            return;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < criteria.Count; index++)
        {
            var criterion = criteria[index];
            var path = $"$.criteria[{index}]";
            SchemeRules.CheckTitle(criterion.Title, $"{path}.title", faults);
            KindRules.Check(criterion, path, faults);
            if (SchemeRules.CheckCode(criterion.Code, $"{path}.code", faults) && !places.TryAdd(criterion.Code, index))
            {
                faults.Add(
                    $"{path}.code",
                    $"Mã {criterion.Code} đã dùng cho tiêu chí thứ {places[criterion.Code] + 1}.",
                    $"Code {criterion.Code} is already that of criterion number {places[criterion.Code] + 1}.");
            }
        }

        var parents = FindParents(criteria, places, faults);
        CheckSums(content, parents, faults);
        CheckCaps(criteria, parents, faults);
        CheckDepths(criteria, parents, faults);
    }

    /// <summary>The place of each line's parent; null for a section, and where there is no such parent.</summary>
    private static int?[] FindParents(IReadOnlyList<Criterion> criteria, Dictionary<string, int> places, List<Fault> faults)
    {
        var parents = new int?[criteria.Count];
        for (var index = 0; index < criteria.Count; index++)
        {
            if (criteria[index].Parent is not { } code)
            {
                continue;
            }

            if (!places.TryGetValue(code, out var parent))
            {
                faults.Add($"$.criteria[{index}].parent", $"Không có tiêu chí mã {code}.", $"There is no criterion {code}.");
                continue;
            }

            parents[index] = parent;
            if (criteria[parent].Kind != CriterionKind.Group)
            {
                faults.Add(
                    $"$.criteria[{index}].parent",
                    $"Tiêu chí {code} không phải là nhóm nên không thể chứa tiêu chí con.",
                    $"Criterion {code} is not a group, so it cannot hold others.");
            }
        }

        return parents;
    }

    /// <summary>Whether a line lies in a group, however deep. Lines that hold each other in a circle are told elsewhere.</summary>
    public static bool IsBelow(string code, string group, IReadOnlyDictionary<string, Criterion> criteria)
    {
        var at = criteria[code].Parent;
        for (var steps = 0; at is not null && at != group && steps < criteria.Count; steps++)
        {
            at = criteria.GetValueOrDefault(at)?.Parent;
        }

        return at == group;
    }

    private static void CheckSums(SchemeContent content, int?[] parents, List<Fault> faults)
    {
        var criteria = content.Criteria;
        var sums = new Points[criteria.Count];
        var children = new int[criteria.Count];
        var sections = Points.Zero;
        for (var index = 0; index < criteria.Count; index++)
        {
            var part = criteria[index].IsBase ? criteria[index].Maximum : Points.Zero;
            if (parents[index] is { } parent)
            {
                sums[parent] += part;
                children[parent]++;
            }
            else if (criteria[index].Parent is null)
            {
                sections += part;
            }
        }

        for (var index = 0; index < criteria.Count; index++)
        {
            var criterion = criteria[index];
            if (criterion.Kind != CriterionKind.Group)
            {
                continue;
            }

            if (children[index] == 0)
            {
                faults.Add(
                    $"$.criteria[{index}].kind",
                    $"Nhóm {criterion.Code} không có tiêu chí con.",
                    $"Group {criterion.Code} holds no criterion.");
            }
            else if (sums[index] != criterion.Maximum && !content.IsDraft)
            {
                faults.Add(
                    $"$.criteria[{index}].maximum",
                    $"Nhóm {criterion.Code} ghi {criterion.Maximum.InVietnamese()} điểm nhưng các tiêu chí con cộng lại là {sums[index].InVietnamese()}.",
                    $"Group {criterion.Code} says {criterion.Maximum} points, but its criteria sum to {sums[index]}.");
            }
        }

        if (sections != content.Maximum && !content.IsDraft)
        {
            faults.Add(
                "$.maximum",
                $"Bảng điểm ghi tổng {content.Maximum.InVietnamese()} điểm nhưng các phần cộng lại là {sections.InVietnamese()}.",
                $"The scheme says {content.Maximum} points, but its sections sum to {sections}.");
        }
    }

    /// <summary>A cap, or a net, over no line would look as if something were capped.</summary>
    private static void CheckCaps(IReadOnlyList<Criterion> criteria, int?[] parents, List<Fault> faults)
    {
        var (withBonus, withPenalty) = (new bool[criteria.Count], new bool[criteria.Count]);
        for (var index = 0; index < criteria.Count; index++)
        {
            var below = criteria[index].Kind switch
            {
                CriterionKind.Bonus => withBonus,
                CriterionKind.Penalty => withPenalty,
                _ => null,
            };
            for (var (at, steps) = (parents[index], 0); below is not null && at is { } group && !below[group] && steps < criteria.Count; at = parents[group], steps++)
            {
                below[group] = true;
            }
        }

        for (var index = 0; index < criteria.Count; index++)
        {
            if (criteria[index].Adding is not { } adding)
            {
                continue;
            }

            var path = $"$.criteria[{index}].adding";
            if (adding.BonusCap is not null && !withBonus[index])
            {
                faults.Add($"{path}.bonusCap", $"Nhóm {criteria[index].Code} không có dòng điểm thưởng nào để áp trần.", $"Group {criteria[index].Code} holds no bonus line that the cap could belong to.");
            }

            if (adding.PenaltyCap is not null && !withPenalty[index])
            {
                faults.Add($"{path}.penaltyCap", $"Nhóm {criteria[index].Code} không có dòng điểm trừ nào để áp trần.", $"Group {criteria[index].Code} holds no penalty line that the cap could belong to.");
            }

            if (adding.IsNet && !withBonus[index] && !withPenalty[index])
            {
                faults.Add($"{path}.isNet", $"Nhóm {criteria[index].Code} không có dòng thưởng hay trừ nào.", $"Group {criteria[index].Code} holds neither a bonus nor a penalty line.");
            }
        }
    }

    /// <summary>Follows each line to its section. A line met again on the way up is a cycle, told once with all that are in it.</summary>
    private static void CheckDepths(IReadOnlyList<Criterion> criteria, int?[] parents, List<Fault> faults)
    {
        // 0: not visited; -1: on the way; -2: in or below a cycle; otherwise the depth.
        var depths = new int[criteria.Count];
        var way = new List<int>();
        for (var start = 0; start < criteria.Count; start++)
        {
            way.Clear();
            int? at = start;
            while (at is { } here && depths[here] == 0)
            {
                depths[here] = -1;
                way.Add(here);
                at = parents[here];
            }

            var depth = at is { } known ? depths[known] : 0;
            if (depth == -1)
            {
                var cycle = way[way.IndexOf(at!.Value)..];
                var codes = string.Join(" → ", cycle.Append(at.Value).Select(index => criteria[index].Code));
                faults.Add(
                    $"$.criteria[{cycle.Min()}].parent",
                    $"Các tiêu chí chứa lẫn nhau thành vòng: {codes}.",
                    $"The criteria hold each other in a circle: {codes}.");
                depth = -2;
            }

            for (var step = way.Count - 1; step >= 0; step--)
            {
                depth = depth < 0 ? -2 : depth + 1;
                depths[way[step]] = depth;
                if (depth == SchemeRules.MaximumDepth + 1)
                {
                    faults.Add(
                        $"$.criteria[{way[step]}].parent",
                        $"Tiêu chí {criteria[way[step]].Code} nằm ở cấp {depth}; chỉ được tối đa {SchemeRules.MaximumDepth} cấp.",
                        $"Criterion {criteria[way[step]].Code} lies at level {depth}; at most {SchemeRules.MaximumDepth} levels are allowed.");
                }
            }
        }
    }
}
