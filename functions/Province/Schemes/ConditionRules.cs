using System.Globalization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether every condition can be declared by somebody and changes something that is there.</summary>
internal static class ConditionRules
{
    public static void Check(SchemeContent content, List<Fault> faults)
    {
        if (content.Conditions is not { Count: > 0 } conditions)
        {
            return;
        }

        if (conditions.Count > SchemeRules.MaximumConditions)
        {
            faults.Add("$.conditions", $"Chỉ được tối đa {SchemeRules.MaximumConditions} điều kiện.", $"At most {SchemeRules.MaximumConditions} conditions are allowed.");
            return;
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, condition) in conditions.Index())
        {
            var path = $"$.conditions[{index}]";
            SchemeRules.CheckTitle(condition.Title, $"{path}.title", faults);
            if (SchemeRules.CheckCode(condition.Code, $"{path}.code", faults) && !places.TryAdd(condition.Code, index))
            {
                faults.Add($"{path}.code", $"Mã điều kiện {condition.Code} bị trùng.", $"The condition code {condition.Code} is used twice.");
            }

            CheckParties(condition, path, faults);
            CheckDue(condition, path, faults);
            CheckEffects(content, condition, path, faults);
        }

        CheckUnless(conditions, places, faults);
    }

    private static void CheckParties(Condition condition, string path, List<Fault> faults)
    {
        var parties = condition.By?.Count ?? 0;
        if (condition.Source == ConditionSource.Declared)
        {
            if (parties == 0 && condition.Body is null)
            {
                faults.Add($"{path}.by", "Phải ghi ai được khai báo điều kiện này.", "Somebody must be allowed to declare this condition.");
            }
        }
        else if (parties > 0 || condition.Body is not null || condition.Due is not null || condition.Evidence != EvidenceRule.NotNeeded)
        {
            faults.Add(path, "Hệ thống tự biết điều kiện này, không ai khai báo.", "The program knows this condition by itself; nobody declares it.");
        }

        if (condition.By?.Distinct().Count() < parties)
        {
            faults.Add($"{path}.by", "Một bên được ghi hai lần.", "A party is named twice.");
        }
    }

    private static void CheckDue(Condition condition, string path, List<Fault> faults)
    {
        // 2023 is no leap year: 29 February is not a day of every year.
        if (condition.Due is { } due && !DateOnly.TryParseExact($"2023-{due}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            faults.Add($"{path}.due", "Phải là một ngày của mọi năm, viết tháng-ngày (12-10).", "Must be a day of every year, written month-day (12-10).");
        }

        if (condition is { Due: null, IsDueNextYear: true })
        {
            faults.Add($"{path}.isDueNextYear", "Chưa ghi ngày.", "There is no day.");
        }
    }

    private static void CheckEffects(SchemeContent content, Condition condition, string path, List<Fault> faults)
    {
        if (condition.Effects.Count > SchemeRules.MaximumEffects)
        {
            faults.Add($"{path}.effects", $"Chỉ được tối đa {SchemeRules.MaximumEffects} hệ quả.", $"At most {SchemeRules.MaximumEffects} effects are allowed.");
            return;
        }

        foreach (var (index, effect) in condition.Effects.Index())
        {
            var here = $"{path}.effects[{index}]";
            if (effect.Kind is EffectKind.CapClass or EffectKind.LowestClass)
            {
                CheckClass(content, effect, here, faults);
            }
            else
            {
                CheckCriterion(content, effect, here, faults);
            }
        }
    }

    private static void CheckClass(SchemeContent content, ConditionEffect effect, string path, List<Fault> faults)
    {
        if (content.Ladder.Count == 0)
        {
            faults.Add(path, "Bảng điểm không xếp loại.", "The scheme does not classify.");
        }
        else if (effect.Kind == EffectKind.LowestClass ? effect.Class is not null : !content.Ladder.Any(rung => rung.Code == effect.Class))
        {
            faults.Add(
                $"{path}.class",
                effect.Kind == EffectKind.LowestClass ? "Mức thấp nhất không cần ghi mã." : $"Không có mức xếp loại mã {effect.Class}.",
                effect.Kind == EffectKind.LowestClass ? "The lowest class needs no code." : $"There is no class {effect.Class}.");
        }

        if (effect.Criterion is not null)
        {
            faults.Add($"{path}.criterion", "Hệ quả này không gắn với tiêu chí.", "This effect belongs to no criterion.");
        }
    }

    private static void CheckCriterion(SchemeContent content, ConditionEffect effect, string path, List<Fault> faults)
    {
        if (effect.Class is not null)
        {
            faults.Add($"{path}.class", "Hệ quả này không gắn với mức xếp loại.", "This effect belongs to no class.");
        }

        if (content.Criteria.FirstOrDefault(line => line.Code == effect.Criterion) is not { } criterion)
        {
            faults.Add($"{path}.criterion", $"Không có tiêu chí mã {effect.Criterion}.", $"There is no criterion {effect.Criterion}.");
            return;
        }

        var of = effect.Kind == EffectKind.WaivePenalty ? CriterionKind.Penalty : CriterionKind.Bonus;
        var fits = effect.Kind == EffectKind.Zero ? criterion.IsBase
            : criterion.Kind == of || (criterion.Kind == CriterionKind.Group && HoldsAny(content, criterion.Code, of));
        if (!fits)
        {
            faults.Add(
                $"{path}.criterion",
                $"Hệ quả này không áp dụng được cho tiêu chí {criterion.Code}.",
                $"This effect does not fit criterion {criterion.Code}.");
        }
    }

    /// <summary>An effect on a group in which there is nothing for it would look as if something followed.</summary>
    private static bool HoldsAny(SchemeContent content, string group, CriterionKind kind)
    {
        var byCode = content.Criteria.DistinctBy(line => line.Code).ToDictionary(line => line.Code, StringComparer.Ordinal);
        return content.Criteria.Any(line => line.Kind == kind && CriteriaRules.IsBelow(line.Code, group, byCode));
    }

    /// <summary>Follows each condition to those that lift it; one that is met again is a cycle, told once with all that are in it.</summary>
    private static void CheckUnless(IReadOnlyList<Condition> conditions, Dictionary<string, int> places, List<Fault> faults)
    {
        var done = new HashSet<int>();
        for (var index = 0; index < conditions.Count; index++)
        {
            foreach (var (place, code) in (conditions[index].Unless ?? []).Index())
            {
                if (!places.ContainsKey(code))
                {
                    faults.Add($"$.conditions[{index}].unless[{place}]", $"Không có điều kiện mã {code}.", $"There is no condition {code}.");
                }
            }

            Follow(index, []);
        }

        void Follow(int index, List<int> way)
        {
            if (way.IndexOf(index) is >= 0 and var start)
            {
                var cycle = way[start..];
                var codes = string.Join(" → ", cycle.Append(index).Select(one => conditions[one].Code));
                faults.Add(
                    $"$.conditions[{cycle.Min()}].unless",
                    $"Các điều kiện loại trừ nhau thành vòng: {codes}.",
                    $"The conditions lift each other in a circle: {codes}.");
                return;
            }

            if (!done.Contains(index))
            {
                foreach (var code in conditions[index].Unless ?? [])
                {
                    if (places.TryGetValue(code, out var next))
                    {
                        Follow(next, [.. way, index]);
                    }
                }

                done.Add(index);
            }
        }
    }
}
