using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Whether criteria can be declared not applicable to a unit.</summary>
internal static class NotApplicableRules
{
    public static IReadOnlyList<Fault> Check(SchemeTree tree, IReadOnlyList<string> codes, string path = "$.criteria")
    {
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < codes.Count; index++)
        {
            if (tree.Find(codes[index]) is not { } node)
            {
                faults.Add($"{path}[{index}]", $"Bảng điểm không có tiêu chí {codes[index]}.", $"The scheme has no criterion {codes[index]}.");
            }
            else if (!node.Criterion.IsBase)
            {
                faults.Add(
                    $"{path}[{index}]",
                    $"{node.Code} là điểm thưởng hoặc điểm trừ; không chấm thì không tính.",
                    $"{node.Code} is a bonus or a penalty; what is not put down does not count.");
            }
            else if (!seen.Add(codes[index]))
            {
                faults.Add($"{path}[{index}]", $"Tiêu chí {codes[index]} có hai lần.", $"Criterion {codes[index]} is given twice.");
            }
        }

        return faults;
    }
}
