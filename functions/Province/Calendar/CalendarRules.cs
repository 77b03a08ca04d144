using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Calendar;

/// <summary>What a calendar must hold to, whether of a template or of a year. Every fault is named, none hides another.</summary>
internal static class CalendarRules
{
    public const int MostPeriods = 12;
    public const int LongestName = 200;

    /// <summary>The faults of periods: how many, their ids and names.</summary>
    public static IEnumerable<Fault> OfPeriods(IReadOnlyList<Period> periods)
    {
        if (periods.Count is 0 or > MostPeriods)
        {
            yield return new("$.periods", new($"Cần từ 1 đến {MostPeriods} kỳ thi đua.", $"There must be 1 to {MostPeriods} periods."));
        }

        for (var index = 0; index < periods.Count; index++)
        {
            var (id, name) = periods[index];
            if (!Slug.IsValid(id))
            {
                yield return new($"$.periods[{index}].id", new(
                    "Mã kỳ chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, dài tối đa 64 ký tự.",
                    "A period's id is of small letters, digits and single hyphens, at most 64 characters."));
            }
            else if (periods.Take(index).Any(earlier => earlier.Id == id))
            {
                yield return new($"$.periods[{index}].id", new($"Kỳ '{id}' bị lặp lại.", $"The period '{id}' is there twice."));
            }

            if (string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
            {
                yield return new($"$.periods[{index}].name", new(
                    $"Tên kỳ phải có từ 1 đến {LongestName} ký tự.", $"A period's name has 1 to {LongestName} characters."));
            }
        }
    }

    /// <summary>The faults of a list of stages, of a template (days of any year) or of a cycle (dates) alike.</summary>
    public static IEnumerable<Fault> OfStages<TDay>(
        IReadOnlyList<(StageKey Key, TDay Opens, TDay Closes)> stages, IReadOnlyList<Period> periods, Func<TDay, bool> isDay, Words notADay)
        where TDay : IComparable<TDay>
    {
        for (var index = 0; index < stages.Count; index++)
        {
            var (key, opens, closes) = stages[index];
            if (periods.All(period => period.Id != key.Period))
            {
                yield return new($"$.stages[{index}].period", new($"Không có kỳ '{key.Period}'.", $"There is no period '{key.Period}'."));
            }

            if (stages.Take(index).Any(earlier => earlier.Key == key))
            {
                yield return new($"$.stages[{index}].stage", new(
                    $"Bước {key.Kind.Words().Vi} của kỳ '{key.Period}' bị lặp lại.", $"The stage {key.Kind.Slug()} of period '{key.Period}' is there twice."));
            }

            if (!isDay(opens))
            {
                yield return new($"$.stages[{index}].opens", notADay);
            }

            if (!isDay(closes))
            {
                yield return new($"$.stages[{index}].closes", notADay);
            }
            else if (isDay(opens) && closes.CompareTo(opens) < 0)
            {
                yield return new($"$.stages[{index}].closes", EndsBeforeItOpens(key.Kind));
            }
        }

        for (var index = 0; index < periods.Count; index++)
        {
            if (stages.All(stage => stage.Key != new StageKey(StageKind.SelfScore, periods[index].Id)))
            {
                yield return new($"$.periods[{index}]", new(
                    $"Kỳ '{periods[index].Id}' chưa có bước tự chấm điểm.", $"The period '{periods[index].Id}' has no self-score stage."));
            }
        }

        foreach (var fault in OutOfOrder([.. stages.Where(stage => isDay(stage.Closes)).Select(stage => (stage.Key, stage.Closes))], key =>
            $"$.stages[{stages.TakeWhile(stage => stage.Key != key).Count()}].closes"))
        {
            yield return fault;
        }
    }

    /// <summary>Stages that end before one that must come first has ended.</summary>
    public static IEnumerable<Fault> OutOfOrder<TDay>(IReadOnlyList<(StageKey Key, TDay Closes)> stages, Func<StageKey, string> path)
        where TDay : IComparable<TDay> =>
        from pair in StageKinds.Order
        from first in stages.Where(stage => stage.Key.Kind == pair.First)
        from then in stages.Where(stage => stage.Key == new StageKey(pair.Then, first.Key.Period))
        where then.Closes.CompareTo(first.Closes) < 0
        select new Fault(path(then.Key), new(
            $"Hạn {pair.Then.Words().Vi} không được sớm hơn hạn {pair.First.Words().Vi}.",
            $"The deadline of {pair.Then.Slug()} may not be before that of {pair.First.Slug()}."));

    public static Words EndsBeforeItOpens(StageKind kind) => new(
        $"Hạn {kind.Words().Vi} không được sớm hơn ngày bắt đầu.", $"The stage {kind.Slug()} may not end before it opens.");
}
