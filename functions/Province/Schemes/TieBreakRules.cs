using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether each tie-break can be decided by this scheme.</summary>
internal static class TieBreakRules
{
    public static void Check(SchemeContent content, List<Fault> faults)
    {
        var criteria = content.Criteria.Where(criterion => criterion.Code.Length > 0).DistinctBy(criterion => criterion.Code).ToDictionary(criterion => criterion.Code, StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, tieBreak) in content.TieBreaks.Index())
        {
            var path = $"$.tieBreaks[{index}]";
            if (!seen.Add($"{tieBreak.Kind} {tieBreak.Criterion} {string.Join(' ', tieBreak.Criteria ?? [])}"))
            {
                faults.Add(path, "Tiêu chí phụ này đã có ở trên.", "This tie-break stands above already.");
            }

            CheckOne(tieBreak, criteria, path, faults);
            CheckSeveral(tieBreak, criteria, path, faults);
            if (!tieBreak.IsDecided && content.TieBreaks.Take(index).Any(earlier => earlier.IsDecided))
            {
                faults.Add(path, "Bỏ phiếu hoặc quyết định phải đứng cuối.", "A ballot or a decision comes last.");
            }
        }

        CheckMeasures(content, faults);
    }

    private static void CheckOne(TieBreak tieBreak, Dictionary<string, Criterion> criteria, string path, List<Fault> faults)
    {
        if (tieBreak.Kind is not (TieBreakKind.HigherPointsIn or TieBreakKind.HigherShare))
        {
            if (tieBreak.Criterion is not null)
            {
                faults.Add($"{path}.criterion", "Tiêu chí phụ này không so theo một tiêu chí riêng.", "This tie-break does not look at one criterion.");
            }

            return;
        }

        var criterion = tieBreak.Criterion is { } code ? criteria.GetValueOrDefault(code) : null;
        if (criterion is not { IsBase: true })
        {
            faults.Add(
                $"{path}.criterion",
                $"Không có tiêu chí mã {tieBreak.Criterion}, hoặc đó là điểm thưởng, điểm trừ.",
                $"There is no criterion {tieBreak.Criterion}, or it is a bonus or a penalty.");
        }
        else if (tieBreak.Kind == TieBreakKind.HigherShare && criterion.Measure is not { NeedsWhole: true })
        {
            faults.Add($"{path}.criterion", $"Tiêu chí {criterion.Code} không có a và b.", $"Criterion {criterion.Code} has no a and b.");
        }
    }

    private static void CheckSeveral(TieBreak tieBreak, Dictionary<string, Criterion> criteria, string path, List<Fault> faults)
    {
        var isSum = tieBreak.Kind is TieBreakKind.HigherSumOf or TieBreakKind.HigherMeasure;
        if (!isSum)
        {
            if (tieBreak.Criteria is not null)
            {
                faults.Add($"{path}.criteria", "Tiêu chí phụ này không cộng nhiều tiêu chí.", "This tie-break does not add up criteria.");
            }

            return;
        }

        if (tieBreak.Criteria is not { Count: > 0 and <= 100 } several)
        {
            faults.Add($"{path}.criteria", "Phải ghi từ 1 đến 100 tiêu chí.", "1 to 100 criteria must be named.");
            return;
        }

        foreach (var (index, code) in several.Index())
        {
            var here = $"{path}.criteria[{index}]";
            if (!criteria.TryGetValue(code, out var criterion) || (tieBreak.Kind == TieBreakKind.HigherSumOf && !criterion.IsBase) || criterion.Kind == CriterionKind.Penalty)
            {
                faults.Add(here, $"Không có tiêu chí mã {code}, hoặc đó là điểm thưởng, điểm trừ.", $"There is no criterion {code}, or it is a bonus or a penalty.");
            }
            else if (tieBreak.Kind == TieBreakKind.HigherMeasure && criterion.Form is not (EntryForm.Measure or EntryForm.Count))
            {
                faults.Add(here, $"Tiêu chí {code} không chấm theo số đo hay số lần.", $"Criterion {code} is neither measured nor counted.");
            }
            else if (several.Take(index).Contains(code, StringComparer.Ordinal))
            {
                faults.Add(here, $"Tiêu chí {code} có hai lần.", $"Criterion {code} is named twice.");
            }
            else if (several.FirstOrDefault(other => CriteriaRules.IsBelow(code, other, criteria)) is { } above)
            {
                faults.Add(here, $"Tiêu chí {code} đã nằm trong {above} nên sẽ được cộng hai lần.", $"Criterion {code} lies in {above}, so it would be added twice.");
            }
        }
    }

    /// <summary>A ranking without a total needs something to rank by, and can have no classes.</summary>
    private static void CheckMeasures(SchemeContent content, List<Fault> faults)
    {
        if (content.Basis != ScoreBasis.Measures)
        {
            return;
        }

        if (content.TieBreaks.All(tieBreak => tieBreak.IsDecided))
        {
            faults.Add("$.tieBreaks", "Xếp hạng chỉ theo số đo phải có tiêu chí phụ để so.", "A ranking by measures alone needs tie-breaks to rank by.");
        }

        if (content.Ladder.Count > 0)
        {
            faults.Add("$.ladder", "Xếp hạng chỉ theo số đo thì không có xếp loại.", "A ranking by measures alone has no classes.");
        }
    }
}
