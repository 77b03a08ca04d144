using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Calendar;

/// <summary>The public holidays that the office has entered: a row a year.</summary>
internal sealed class HolidayTable(PartitionStore partitions)
{
    public static readonly PartitionAddress Address = new(CycleTable.Table, "holidays");

    public async Task<HolidayYear?> FindAsync(int year, CancellationToken cancellationToken) =>
        await partitions.FindAsync(Address, Key(year), cancellationToken) is { } row ? Read(row) : null;

    /// <summary>The holidays of a day's year and of the next, in which any term of some weeks ends.</summary>
    public async Task<Holidays> FromAsync(DateOnly day, CancellationToken cancellationToken) => new(
        (await partitions.ReadAsync(Address, new(Key(day.Year), Key(day.Year + 2)), cancellationToken)).Rows.Select(Read));

    /// <summary>Writes a year whole. The same again changes nothing.</summary>
    /// <exception cref="Refusal">412 or 428: another version was read, or none.</exception>
    public Task<HolidayYear> PutAsync(HolidayYear year, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken)
    {
        var key = Key(year.Year);
        return partitions.ChangeAsync(Address, new(key, key + " "), actor, (view, change) =>
        {
            var before = view.Row(key) is { } row ? Read(row) : null;
            if (before is not null && before.Says(year))
            {
                return Task.FromResult(before);
            }

            if (before is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(before?.Version ?? 0);
            }

            change.Put(Row(key, year));
            change.Audit = new("PutHolidays", key, Before: before is null ? null : RowText.PiecesOf(before with { Version = 0 }), After: RowText.PiecesOf(year));
            return Task.FromResult(year with { Version = change.Seq });
        }, cancellationToken);
    }

    private static string Key(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static TableEntity Row(string key, HolidayYear year)
    {
        var row = new TableEntity(Address.Partition, key) { ["Source"] = year.Source is null ? null : RowText.Of(year.Source) };
        row.PutText("DaysOff", RowText.PiecesOf(year.DaysOff));
        row.PutText("WorkedDays", RowText.PiecesOf(year.WorkedDays));
        return row;
    }

    private static HolidayYear Read(TableEntity row) => new(
        int.Parse(row.RowKey, CultureInfo.InvariantCulture),
        row.GetString("Source") is { } source ? RowText.Read<PaperReference>(source) : null,
        RowText.Read<IReadOnlyList<DayOff>>(row.Text("DaysOff") ?? "[]"),
        RowText.Read<IReadOnlyList<WorkedDay>>(row.Text("WorkedDays") ?? "[]"),
        row.GetInt64("Seq") ?? 0);
}
