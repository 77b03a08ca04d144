using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether each tie-break can be decided by this scheme.</summary>
internal static class TieBreakRules
{
    public static void Check(SchemeContent content, List<Fault> faults)
    {
        var seen = new HashSet<TieBreak>();
        for (var index = 0; index < content.TieBreaks.Count; index++)
        {
            var tieBreak = content.TieBreaks[index];
            var path = $"$.tieBreaks[{index}]";
            if (!seen.Add(tieBreak))
            {
                faults.Add(path, "Tiêu chí phụ này đã có ở trên.", "This tie-break stands above already.");
            }

            if (tieBreak.Kind != TieBreakKind.HigherPointsIn)
            {
                if (tieBreak.Criterion is not null)
                {
                    faults.Add($"{path}.criterion", "Tiêu chí phụ này không so theo một tiêu chí riêng.", "This tie-break does not look at one criterion.");
                }
            }
            else if (!content.Criteria.Any(criterion => criterion.Code == tieBreak.Criterion && criterion.IsBase))
            {
                faults.Add(
                    $"{path}.criterion",
                    $"Không có tiêu chí mã {tieBreak.Criterion}, hoặc đó là điểm thưởng, điểm trừ.",
                    $"There is no criterion {tieBreak.Criterion}, or it is a bonus or a penalty.");
            }
        }
    }
}
