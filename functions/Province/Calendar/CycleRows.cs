using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// The rows of a year's partition. What belongs to the year as a whole lies side by side and is read in one query
/// (<see cref="Calendar"/>); a bloc's own rows and a unit's own rows are each one more, however many blocs and units there are.
/// </summary>
internal static class CycleRows
{
    /// <summary>The first day of the year's work and the last on which anybody may hand in anything, extensions aside.</summary>
    public const string Year = "year";

    /// <summary>The last day to which any unit was ever given more time.</summary>
    public const string Latest = "latest";

    /// <summary>There when the year's opening is complete.</summary>
    public const string Opened = "opened";

    private const string PeriodPrefix = "period|";
    private const string StagePrefix = "stage|";
    private const string BlocPrefix = "bloc|";
    private const string ExtensionPrefix = "extension|";

    /// <summary>The head, <c>latest</c>, <c>opened</c>, periods, stages and <c>year</c>.</summary>
    public static KeyRange Calendar { get; } = new(PartitionHead.Key, Year + "~");

    /// <summary>Which stage each bloc has been seen to reach.</summary>
    public static KeyRange Reached { get; } = KeyRange.Prefix("at|");

    public static string ReachedKey(string bloc, string period) => $"at|{bloc}|{period}";

    public static KeyRange Blocs { get; } = KeyRange.Prefix(BlocPrefix);

    public static KeyRange Extensions { get; } = KeyRange.Prefix(ExtensionPrefix);

    public static KeyRange Of(string bloc) => KeyRange.Prefix($"{BlocPrefix}{bloc}|");

    public static KeyRange ExtensionsOf(string unit) => KeyRange.Prefix($"{ExtensionPrefix}{unit}|");

    public static string ExtensionKey(string unit, StageKey stage) => $"{ExtensionPrefix}{unit}|{stage}";

    /// <summary>The row of a bloc that is written with every change of the bloc, so that its version is the bloc's.</summary>
    public static string SchemeKey(string bloc) => $"{BlocPrefix}{bloc}|scheme";

    /// <summary>The rows that a change of the year's calendar writes and takes away.</summary>
    public static bool IsOfCalendar(TableEntity row) =>
        row.RowKey == Year
        || row.RowKey.StartsWith(PeriodPrefix, StringComparison.Ordinal)
        || row.RowKey.StartsWith(StagePrefix, StringComparison.Ordinal)
        || row.RowKey.StartsWith(BlocPrefix, StringComparison.Ordinal);

    /// <summary>The bloc whose row it is; null when it is nobody's own.</summary>
    public static string? BlocOf(TableEntity row) =>
        row.RowKey.StartsWith(BlocPrefix, StringComparison.Ordinal) ? row.RowKey.Split('|')[1] : null;

    /// <summary>Every row of the year but extensions.</summary>
    public static IEnumerable<TableEntity> From(Cycle cycle, string partition)
    {
        yield return new(partition, Year)
        {
            ["StartsOn"] = Text(cycle.StartsOn),
            ["LastDay"] = Text((cycle with { Extensions = [] }).LastDay),
        };
        for (var index = 0; index < cycle.Periods.Count; index++)
        {
            yield return new(partition, PeriodPrefix + cycle.Periods[index].Id) { ["Name"] = cycle.Periods[index].Name, ["Order"] = index };
        }

        foreach (var stage in cycle.Stages)
        {
            yield return new(partition, StagePrefix + stage.Key) { ["Opens"] = Text(stage.Opens), ["Closes"] = Text(stage.Closes) };
        }

        foreach (var bloc in cycle.Blocs)
        {
            yield return new(partition, SchemeKey(bloc.Bloc)) { ["Scheme"] = bloc.Scheme?.Scheme, ["Version"] = bloc.Scheme?.Version };
        }

        foreach (var changed in cycle.Overrides)
        {
            yield return new(partition, $"{BlocPrefix}{changed.Bloc}|{StagePrefix}{changed.Stage}")
            {
                ["Opens"] = Text(changed.Opens),
                ["Closes"] = Text(changed.Closes),
            };
        }
    }

    public static TableEntity From(Extension extension, string partition) => new(partition, ExtensionKey(extension.Unit, extension.Stage))
    {
        ["Closes"] = Text(extension.Closes),
        ["Reason"] = extension.Reason,
    };

    /// <summary>The cycle as far as its rows were read: all of it, or what concerns one bloc and one unit.</summary>
    public static Cycle? ToCycle(int year, IReadOnlyList<TableEntity> rows, DateOnly today)
    {
        if (rows.FirstOrDefault(row => row.RowKey == Year) is not { } main)
        {
            return null;
        }

        var startsOn = Day(main, "StartsOn");
        var lastDay = Day(main, "LastDay");
        if (rows.FirstOrDefault(row => row.RowKey == Latest) is { } latest && Day(latest, "Closes") > lastDay)
        {
            lastDay = Day(latest, "Closes");
        }

        var periods = Of(rows, PeriodPrefix)
            .OrderBy(row => row.GetInt32("Order"))
            .Select(row => new Period(row.RowKey[PeriodPrefix.Length..], row.GetString("Name") ?? ""))
            .ToList();
        return new(
            year,
            today < startsOn ? CycleState.Planned : today > lastDay ? CycleState.Closed : CycleState.Open,
            startsOn,
            periods,
            [.. Of(rows, StagePrefix)
                .Select(row => new Stage(StageKey.Parse(row.RowKey[StagePrefix.Length..]), Day(row, "Opens"), Day(row, "Closes")))
                .OrderBy(stage => periods.FindIndex(period => period.Id == stage.Key.Period))
                .ThenBy(stage => stage.Key.Kind)],
            [.. Of(rows, BlocPrefix)
                .Select(row => (Row: row, Parts: row.RowKey.Split('|', 4)))
                .Where(one => one.Parts.Length == 4)
                .Select(one => new StageOverride(one.Parts[1], StageKey.Parse(one.Parts[3]), Day(one.Row, "Opens"), Day(one.Row, "Closes")))
                .OrderBy(changed => changed.Bloc, StringComparer.Ordinal)
                .ThenBy(changed => periods.FindIndex(period => period.Id == changed.Stage.Period))
                .ThenBy(changed => changed.Stage.Kind)],
            [.. Of(rows, ExtensionPrefix).Select(ToExtension)])
        {
            Blocs = [.. Of(rows, BlocPrefix)
                .Select(row => (Row: row, Parts: row.RowKey.Split('|')))
                .Where(one => one.Parts.Length == 3)
                .Select(one => new BlocInCycle(
                    one.Parts[1], one.Row.GetString("Scheme") is { } scheme ? new(scheme, one.Row.GetInt32("Version") ?? 0) : null))],
            Version = Version(main),
            IsOpened = rows.Any(row => row.RowKey == Opened),
        };
    }

    public static Extension ToExtension(TableEntity row)
    {
        var parts = row.RowKey.Split('|', 3);
        return new(parts[1], StageKey.Parse(parts[2]), Day(row, "Closes"), row.GetString("Reason") ?? "");
    }

    public static long Version(TableEntity row) => row.GetInt64("Seq") ?? 0;

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Day(TableEntity row, string column) =>
        DateOnly.ParseExact(row.GetString(column)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<TableEntity> Of(IEnumerable<TableEntity> rows, string prefix) =>
        rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal));
}
