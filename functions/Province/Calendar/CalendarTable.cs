using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Calendar;

/// <summary>What stands above the years, in one small partition: the template they are made from, and which years there are.</summary>
internal sealed class CalendarTable(PartitionStore partitions)
{
    private const string Template = "template";
    private const string PeriodPrefix = "period|";
    private const string StagePrefix = "stage|";
    private const string YearPrefix = "year|";

    private static readonly PartitionAddress Address = new(CycleTable.Table, "calendar");

    /// <summary>Periods, stages, <c>template</c>, years, and the head.</summary>
    private static readonly KeyRange All = new(PartitionHead.Key, YearPrefix[..^1] + "~");

    /// <summary>The template (the default one, with version 0, until the office has set its own), and the years there are or were begun.</summary>
    public async Task<(StoredTemplate Template, IReadOnlyList<int> Years)> ReadAsync(CancellationToken cancellationToken)
    {
        var view = await partitions.ReadAsync(Address, All, cancellationToken);
        return (
            ToTemplate(view.Rows),
            [.. view.RowsOf(YearPrefix).Select(row => int.Parse(row.RowKey.AsSpan(YearPrefix.Length), CultureInfo.InvariantCulture))]);
    }

    public Task<StoredTemplate> PutAsync(CalendarTemplate template, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(Address, All, actor, (view, change) =>
        {
            var stored = ToTemplate(view.Rows);
            var rows = Rows(template).ToList();
            var changes = RowChanges.Between([.. view.Rows.Where(IsTemplate)], rows);
            if (changes.IsEmpty)
            {
                return Task.FromResult(stored);
            }

            if (!stored.IsDefault)
            {
                ifMatch.Demand(stored.Version);
            }

            changes.Apply(change);
            // Written with every change: its version is that of the whole template.
            change.Put(rows.Single(row => row.RowKey == Template));
            change.Audit = new("PutCalendarTemplate", Template, Before: changes.Before, After: changes.After);
            return Task.FromResult(new StoredTemplate(template, change.Seq));
        }, cancellationToken);

    /// <summary>Marks that there is or soon will be such a year; doing it again changes nothing.</summary>
    public Task AddYearAsync(int year, Actor actor, CancellationToken cancellationToken)
    {
        var key = YearPrefix + year.ToString("D4", CultureInfo.InvariantCulture);
        return partitions.ChangeAsync(Address, All, actor, (view, change) =>
        {
            if (view.Row(key) is null)
            {
                change.Put(new(Address.Partition, key));
                change.Audit = new("AddYear", key);
            }

            return Task.FromResult(0);
        }, cancellationToken);
    }

    private static bool IsTemplate(TableEntity row) =>
        row.RowKey == Template
        || row.RowKey.StartsWith(PeriodPrefix, StringComparison.Ordinal)
        || row.RowKey.StartsWith(StagePrefix, StringComparison.Ordinal);

    private static IEnumerable<TableEntity> Rows(CalendarTemplate template)
    {
        yield return With(new(Address.Partition, Template), "StartsOn", template.StartsOn);
        for (var index = 0; index < template.Periods.Count; index++)
        {
            yield return new(Address.Partition, PeriodPrefix + template.Periods[index].Id) { ["Name"] = template.Periods[index].Name, ["Order"] = index };
        }

        foreach (var rule in template.Stages)
        {
            yield return With(With(new(Address.Partition, StagePrefix + rule.Stage), "Opens", rule.Opens), "Closes", rule.Closes);
        }
    }

    private static StoredTemplate ToTemplate(IReadOnlyList<TableEntity> rows)
    {
        if (rows.FirstOrDefault(row => row.RowKey == Template) is not { } main)
        {
            return new(CalendarTemplate.Default, 0);
        }

        var periods = rows.Where(row => row.RowKey.StartsWith(PeriodPrefix, StringComparison.Ordinal))
            .OrderBy(row => row.GetInt32("Order"))
            .Select(row => new Period(row.RowKey[PeriodPrefix.Length..], row.GetString("Name") ?? ""))
            .ToList();
        var stages = rows.Where(row => row.RowKey.StartsWith(StagePrefix, StringComparison.Ordinal))
            .Select(row => new StageRule(StageKey.Parse(row.RowKey[StagePrefix.Length..]), Day(row, "Opens"), Day(row, "Closes")))
            .OrderBy(rule => periods.FindIndex(period => period.Id == rule.Stage.Period))
            .ThenBy(rule => rule.Stage.Kind);
        return new(new(Day(main, "StartsOn"), periods, [.. stages]), CycleRows.Version(main));
    }

    /// <summary>Readable in the storage browser: <c>12-10</c>, and in another column which year it falls in.</summary>
    private static TableEntity With(TableEntity row, string column, YearDay day)
    {
        row[column] = string.Create(CultureInfo.InvariantCulture, $"{day.Month:D2}-{day.Day:D2}");
        row[column + "YearOffset"] = day.YearOffset;
        return row;
    }

    private static YearDay Day(TableEntity row, string column)
    {
        var text = row.GetString(column)!;
        return new(
            int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture),
            int.Parse(text.AsSpan(3), CultureInfo.InvariantCulture),
            row.GetInt32(column + "YearOffset") ?? 0);
    }
}

/// <param name="Template">The template in force.</param>
/// <param name="Version">The number of the change that last wrote it; 0 while the default one is in force.</param>
internal sealed record StoredTemplate(CalendarTemplate Template, long Version)
{
    public bool IsDefault => Version == 0;
}
