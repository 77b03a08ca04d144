using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Whether targets and results fit the scheme and the bloc: every fault at once, each at its JSON path.</summary>
internal static class FigureRules
{
    public static IReadOnlyList<Fault> Check(SchemeTree tree, IReadOnlyList<string> members, IReadOnlyList<TargetEntry> targets)
    {
        var faults = new List<Fault>();
        var seen = new HashSet<(string, string)>();
        foreach (var (index, entry) in targets.Index())
        {
            var path = $"$.targets[{index}]";
            FindLeaf(tree, entry.Criterion, $"{path}.criterion", faults);
            if (!members.Contains(entry.Unit, StringComparer.Ordinal))
            {
                faults.Add($"{path}.unit", $"Đơn vị '{entry.Unit}' không thuộc khối.", $"The unit '{entry.Unit}' is not in the bloc.");
            }

            if (!seen.Add((entry.Criterion, entry.Unit)))
            {
                faults.Add(
                    path,
                    $"Chỉ tiêu {entry.Criterion} của đơn vị '{entry.Unit}' có hai lần.",
                    $"The target of the unit '{entry.Unit}' in {entry.Criterion} is given twice.");
            }

            if (entry.Target is { } target)
            {
                QuantitativeScores.CheckTarget(target, $"{path}.target", faults);
            }
        }

        return faults;
    }

    /// <param name="notApplicable">What is not assigned to the unit.</param>
    public static IReadOnlyList<Fault> Check(SchemeTree tree, IReadOnlySet<string> notApplicable, IReadOnlyList<ActualEntry> actuals)
    {
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, entry) in actuals.Index())
        {
            var path = $"$.actuals[{index}]";
            if (FindLeaf(tree, entry.Criterion, $"{path}.criterion", faults) is { } leaf && !leaf.AppliesTo(notApplicable))
            {
                faults.Add(
                    $"{path}.criterion",
                    $"Tiêu chí {leaf.Code} không áp dụng cho đơn vị này.",
                    $"Criterion {leaf.Code} is not applicable to this unit.");
            }

            if (!seen.Add(entry.Criterion))
            {
                faults.Add($"{path}.criterion", $"Tiêu chí {entry.Criterion} có hai lần.", $"Criterion {entry.Criterion} is given twice.");
            }

            if (entry.Actual is { } actual)
            {
                QuantitativeScores.CheckActual(actual, $"{path}.actual", faults);
            }
        }

        return faults;
    }

    private static SchemeNode? FindLeaf(SchemeTree tree, string code, string path, List<Fault> faults)
    {
        var node = tree.Find(code);
        if (node is null)
        {
            faults.Add(path, $"Bảng điểm không có tiêu chí {code}.", $"The scheme has no criterion {code}.");
        }
        else if (node.Criterion.Kind != CriterionKind.Quantitative)
        {
            faults.Add(
                path,
                $"Tiêu chí {code} không phải tiêu chí định lượng nên không có chỉ tiêu và kết quả.",
                $"Criterion {code} is not quantitative, so it has no target and no result.");
        }
        else if (node.IsVoid)
        {
            faults.Add(path, $"Tiêu chí {code} đã vô hiệu.", $"Criterion {code} is void.");
        }

        return node is { Criterion.Kind: CriterionKind.Quantitative, IsVoid: false } ? node : null;
    }
}
