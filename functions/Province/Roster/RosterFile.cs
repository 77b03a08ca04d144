using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Roster;

/// <summary>A line of a roster file: what its cells say, those that say nothing left out.</summary>
/// <param name="Number">The number of the line in the file.</param>
/// <param name="IsFaulty">Whether a cell of it could not be read, so that what it does not say means nothing.</param>
/// <param name="Values">By the name of the column.</param>
internal sealed record RosterLine(int Number, bool IsFaulty, IReadOnlyDictionary<string, object> Values)
{
    public string? Unit => Get<string>(RosterColumns.Unit);

    public string? Bloc => Get<string>(RosterColumns.Bloc);

    public DateOnly? From => Value<DateOnly>(RosterColumns.From);

    public DateOnly? Until => Value<DateOnly>(RosterColumns.Until);

    public string? Decision => Get<string>(RosterColumns.Decision);

    public IReadOnlyList<YearRole> Roles => Get<YearRole[]>(RosterColumns.RoleNames) ?? [];

    private T? Get<T>(string column)
        where T : class => Values.TryGetValue(column, out var value) ? (T)value : null;

    private T? Value<T>(string column)
        where T : struct => Values.TryGetValue(column, out var value) ? (T)value : null;
}

/// <summary>A roster file as it was read: the lines, and every fault that each line has by itself.</summary>
/// <param name="Lines">A line that says the same as one before it is not among them.</param>
/// <param name="Faults">In the order in which they were found.</param>
/// <param name="Place">Where the file's reader finds a fault: its line and column, or its cell.</param>
internal sealed record RosterFile(IReadOnlyList<RosterLine> Lines, IReadOnlyList<LineFault> Faults, Func<LineFault, Fault> Place)
{
    /// <exception cref="Refusal">400: what is wrong with a workbook as a whole.</exception>
    public static RosterFile Read(TableBody body)
    {
        var file = ListFile.Read(body, RosterColumns.Known);
        List<LineFault> faults = [.. file.Faults];
        return new([.. file.Lines.Select(line => Checked(new(line.Number, line.IsFaulty, line.Values), faults))], faults, file.Place);
    }

    public static RosterFile Read(string text) => Read(new TableBody(text, null));

    private static RosterLine Checked(RosterLine line, List<LineFault> faults)
    {
        var before = faults.Count;
        if (!line.IsFaulty)
        {
            CheckWhole(line, faults);
        }

        return line with { IsFaulty = line.IsFaulty || faults.Count > before };
    }

    /// <summary>What the cells of a line must have to do with each other.</summary>
    private static void CheckWhole(RosterLine line, List<LineFault> faults)
    {
        if (line.Unit is null && line.Bloc is null)
        {
            faults.Add(new(line.Number, RosterColumns.Unit, new("Dòng này không nêu đơn vị hay khối nào.", "This line names neither a unit nor a bloc.")));
            return;
        }

        foreach (var column in RosterColumns.All.Where(column => line.Values.ContainsKey(column.Name)))
        {
            if (column.Part == RosterPart.Membership ? line.Unit is null || line.Bloc is null : (column.Part == RosterPart.Unit ? line.Unit : line.Bloc) is null)
            {
                faults.Add(new(line.Number, column.Name, column.Part switch
                {
                    RosterPart.Unit => new("Cột này nói về đơn vị, nhưng cột unit để trống.", "This column tells of a unit, but the column unit is blank."),
                    RosterPart.Bloc => new("Cột này nói về khối, nhưng cột bloc để trống.", "This column tells of a bloc, but the column bloc is blank."),
                    _ => new("Cột này nói về một đơn vị trong khối: cần cả unit và bloc.", "This column tells of a unit in a bloc: both unit and bloc are needed."),
                }));
            }
        }

        if (line.Unit is not null && line.Bloc is not null && line.From is null)
        {
            faults.Add(new(line.Number, RosterColumns.From, new("Thiếu ngày đơn vị vào khối.", "The day on which the unit joined the bloc is missing.")));
        }

        if (line.Until < line.From)
        {
            faults.Add(new(line.Number, RosterColumns.Until, new("Ngày cuối không được trước ngày đầu.", "The last day must not be before the first.")));
        }
    }
}
