using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Calendar;

/// <summary>All faults of a cycle at once. Past years are as welcome as the next one.</summary>
internal static class CycleRules
{
    public static IReadOnlyList<Fault> FaultsOf(Cycle cycle) =>
    [
        .. OfYear(cycle),
        .. CalendarRules.OfPeriods(cycle.Periods),
        .. CalendarRules.OfStages(
            [.. cycle.Stages.Select(stage => (stage.Key, stage.Opens, stage.Closes))], cycle.Periods, day => IsNear(cycle.Year, day), Far(cycle.Year)),
        .. OfOverrides(cycle),
    ];

    /// <summary>Why a unit of this bloc may not be given this extension; none when it may.</summary>
    public static IReadOnlyList<Fault> FaultsOf(Cycle cycle, string bloc, Extension extension, DateOnly today)
    {
        var faults = new List<Fault>();
        if (cycle.StageOf(bloc, extension.Stage) is not { } stage)
        {
            faults.Add(new("$.stage", NoSuchStage(extension.Stage)));
        }
        else if (extension.Closes <= stage.Closes)
        {
            faults.Add(new("$.closes", new(
                $"Hạn gia hạn phải sau hạn chung {VietnamTime.Local(stage.Closes)}.",
                $"An extension must end after the bloc's deadline {stage.Closes:yyyy-MM-dd}.")));
        }

        else if (extension.Closes < today)
        {
            faults.Add(new("$.closes", new(
                $"Hạn gia hạn không được trước hôm nay {VietnamTime.Local(today)}.",
                $"An extension must not end before today, {today:yyyy-MM-dd}.")));
        }

        if (!IsNear(cycle.Year, extension.Closes))
        {
            faults.Add(new("$.closes", Far(cycle.Year)));
        }

        if (string.IsNullOrWhiteSpace(extension.Reason) || extension.Reason.Length > Extension.LongestReason)
        {
            faults.Add(new("$.reason", new(
                $"Cần lý do gia hạn, tối đa {Extension.LongestReason} ký tự.",
                $"An extension needs a reason of at most {Extension.LongestReason} characters.")));
        }

        return faults;
    }

    private static IEnumerable<Fault> OfYear(Cycle cycle)
    {
        if (cycle.Year is < Cycle.EarliestYear or > Cycle.LatestYear)
        {
            yield return new("$.year", new(
                $"Năm phải từ {Cycle.EarliestYear} đến {Cycle.LatestYear}.", $"The year must be from {Cycle.EarliestYear} to {Cycle.LatestYear}."));
        }

        if (!IsNear(cycle.Year, cycle.StartsOn))
        {
            yield return new("$.startsOn", Far(cycle.Year));
        }
    }

    private static IEnumerable<Fault> OfOverrides(Cycle cycle)
    {
        for (var index = 0; index < cycle.Overrides.Count; index++)
        {
            var (bloc, key, opens, closes) = cycle.Overrides[index];
            var path = $"$.overrides[{index}]";
            if (cycle.Stages.All(stage => stage.Key != key))
            {
                yield return new($"{path}.stage", NoSuchStage(key));
            }

            if (cycle.Overrides.Take(index).Any(earlier => (earlier.Bloc, earlier.Stage) == (bloc, key)))
            {
                yield return new(path, new(
                    $"Khối '{bloc}' đã có ngày riêng cho bước {key.Kind.Words().Vi}.", $"The bloc '{bloc}' has two sets of dates for {key.Kind.Slug()}."));
            }

            if (!IsNear(cycle.Year, opens))
            {
                yield return new($"{path}.opens", Far(cycle.Year));
            }

            if (!IsNear(cycle.Year, closes))
            {
                yield return new($"{path}.closes", Far(cycle.Year));
            }
            else if (closes < opens)
            {
                yield return new($"{path}.closes", CalendarRules.EndsBeforeItOpens(key.Kind));
            }
        }

        foreach (var bloc in cycle.Overrides.Select(changed => changed.Bloc).Distinct())
        {
            foreach (var fault in OutOfOrderIn(cycle, bloc))
            {
                yield return fault;
            }
        }
    }

    /// <summary>The order within one bloc's own calendar; what is wrong for all blocs was already said at the stages.</summary>
    private static IEnumerable<Fault> OutOfOrderIn(Cycle cycle, string bloc)
    {
        var general = CalendarRules.OutOfOrder([.. cycle.Stages.Select(stage => (stage.Key, stage.Closes))], key => key.ToString()).ToHashSet();
        var own = CalendarRules.OutOfOrder(
            [.. cycle.Stages.Select(stage => (stage.Key, cycle.StageOf(bloc, stage.Key)!.Closes))], key => key.ToString());
        return own.Where(fault => !general.Contains(fault)).Select(fault => fault with { Path = PathIn(cycle, bloc, fault.Path) });
    }

    /// <summary>The override to blame: that of the later stage, or the bloc's first one when only the earlier stage was moved.</summary>
    private static string PathIn(Cycle cycle, string bloc, string key)
    {
        var overrides = cycle.Overrides.Index().Where(one => one.Item.Bloc == bloc).ToList();
        var blamed = overrides.Where(one => one.Item.Stage.ToString() == key).Append(overrides[0]).First();
        return $"$.overrides[{blamed.Index}].closes";
    }

    private static bool IsNear(int year, DateOnly day) => Math.Abs(day.Year - year) <= 1;

    private static Words Far(int year) => new(
        $"Ngày phải nằm trong khoảng từ 01/01/{year - 1} đến 31/12/{year + 1}.", $"The day must be from {year - 1}-01-01 to {year + 1}-12-31.");

    public static Words NoSuchStage(StageKey key) => new(
        $"Năm thi đua không có bước {key.Kind.Words().Vi} của kỳ '{key.Period}'.", $"The cycle has no stage {key.Kind.Slug()} in period '{key.Period}'.");
}
