using System.Globalization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>
/// Decisions print numbers that start again in each section, or none at all: lines without a code get one from their place in the tree (<c>2.1.3</c>), and a
/// <c>level</c> stands for a parent.
/// </summary>
internal static class SchemeKeys
{
    /// <summary>The same criteria, each with a code and a parent; those that had both stay as they are.</summary>
    /// <param name="faults">Gets every level that has nothing above it.</param>
    public static IReadOnlyList<Criterion> Fill(IReadOnlyList<Criterion> criteria, List<Fault> faults)
    {
        if (criteria.All(line => line is { Code.Length: > 0, Level: null }))
        {
            return criteria;
        }

        var filled = new List<Criterion>(criteria.Count);
        var children = new Dictionary<string, int>(StringComparer.Ordinal);
        var above = new List<string>();
        foreach (var (index, line) in criteria.Index())
        {
            var parent = line.Level is { } level ? ParentAt(line, level, above, $"$.criteria[{index}]", faults) : line.Parent;
            var place = children[parent ?? ""] = children.GetValueOrDefault(parent ?? "") + 1;
            var number = place.ToString(CultureInfo.InvariantCulture);
            var code = line.Code.Length > 0 ? line.Code : parent is null ? number : $"{parent}.{number}";
            if (line.Level is { } depth and >= 1 && depth <= above.Count + 1)
            {
                above.RemoveRange(depth - 1, above.Count - depth + 1);
                above.Add(code);
            }

            filled.Add(line with { Code = code, Parent = parent, Level = null });
        }

        return filled;
    }

    private static string? ParentAt(Criterion line, int level, List<string> above, string path, List<Fault> faults)
    {
        if (line.Parent is not null)
        {
            faults.Add($"{path}.level", "Ghi cấp hoặc nhóm cha, chỉ một trong hai.", "Give a level or a parent, just one of them.");
            return line.Parent;
        }

        if (level < 1 || level > above.Count + 1)
        {
            faults.Add(
                $"{path}.level",
                $"Cấp {level} không có tiêu chí cấp trên ngay phía trước; ở đây chỉ được từ 1 đến {above.Count + 1}.",
                $"Level {level} has nothing above it before this line; here it can be 1 to {above.Count + 1}.");
            return null;
        }

        return level == 1 ? null : above[level - 2];
    }
}
