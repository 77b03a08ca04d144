using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Office.Archive;

/// <summary>Something that is counted.</summary>
/// <param name="Measure">As what.</param>
/// <param name="Blocs">The blocs that it counts for; of a title, those of which its unit was in the year.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Award">The award; null of a unit as such.</param>
/// <param name="Amount">How much; null where that is not known.</param>
internal sealed record StatisticFact(StatisticMeasure Measure, IReadOnlyList<string> Blocs, string Unit, string? Award, long? Amount);

/// <param name="Year">The year.</param>
/// <param name="Day">As of which day.</param>
/// <param name="Blocs">The blocs of the year with their names.</param>
/// <param name="Units">Units with their names.</param>
/// <param name="Awards">Awards with their titles, in their order.</param>
/// <param name="Facts">All that is counted.</param>
internal sealed record StatisticBook(
    int Year,
    DateOnly Day,
    IReadOnlyList<(string Id, string Name)> Blocs,
    IReadOnlyList<(string Id, string Name)> Units,
    IReadOnlyList<(string Id, string Name)> Awards,
    IReadOnlyList<StatisticFact> Facts);

/// <summary>The tables of a year as the office's template lays them out. What is not known is empty and never 0. Pure.</summary>
internal static class StatisticTables
{
    private const int NumberWidth = 7;
    private const int NameWidth = 46;
    private const int CountWidth = 16;

    public static IReadOnlyList<TableSheet> Make(StatisticsTemplate template, StatisticBook book) => [.. template.Tables.Select(table => Make(table, book))];

    private static TableSheet Make(StatisticTable table, StatisticBook book)
    {
#pragma warning disable CS8524 // What was read is one of the names.
        var (heading, rows) = table.Rows switch
        {
            StatisticRow.Bloc => ("Cụm, khối thi đua", book.Blocs),
            StatisticRow.Unit => ("Đơn vị", book.Units),
            StatisticRow.Award => ("Danh hiệu, hình thức", book.Awards),
        };
#pragma warning restore CS8524
        return new(
            table.Name,
            [new("STT", NumberWidth), new(heading, NameWidth), .. table.Columns.Select(column => new TableColumn(column.Heading, CountWidth))],
            [
                .. rows.Select((row, index) => new TableRow(
                    [index + 1, row.Name, .. table.Columns.Select(column => Count(column, book, fact => IsOf(table.Rows, row.Id, fact)))])),
                new TableRow(["", "Cộng", .. table.Columns.Select(column => Count(column, book, fact => rows.Any(row => IsOf(table.Rows, row.Id, fact))))], IsStrong: true),
            ])
        {
            Above = [table.Title, $"Năm {book.Year}, tính đến ngày {VietnamTime.Local(book.Day)}"],
            KeyColumns = 2,
        };
    }

    /// <summary>A fact that counts in several rows counts once in their sum.</summary>
    private static TableCell Count(StatisticColumn column, StatisticBook book, Func<StatisticFact, bool> isOfRow)
    {
        var found = book.Facts
            .Where(fact => fact.Measure == column.Measure && (column.Awards is null || (fact.Award is { } award && column.Awards.Contains(award, StringComparer.Ordinal))) && isOfRow(fact))
            .ToList();
        return found.TrueForAll(fact => fact.Amount is not null) ? found.Sum(fact => fact.Amount!.Value) : (decimal?)null;
    }

    private static bool IsOf(StatisticRow rows, string id, StatisticFact fact) => rows switch
    {
        StatisticRow.Bloc => fact.Blocs.Contains(id, StringComparer.Ordinal),
        StatisticRow.Unit => fact.Unit == id,
        _ => fact.Award == id,
    };
}
