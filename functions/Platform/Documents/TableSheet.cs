namespace EmulationFunctions.Platform.Documents;

/// <summary>A table to be written as one sheet of a workbook.</summary>
/// <param name="Name">The tab. What a tab cannot bear is left out when it is written.</param>
/// <param name="Rows">Each with as many cells as there are columns.</param>
internal sealed record TableSheet(string Name, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Who issues and signs it; null for a table that is worked on and not handed on.</summary>
    public Letterhead? Letter { get; init; }

    /// <summary>Lines above the headings; the first is the title.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>Lines below the table.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>At the foot of each printed page.</summary>
    public string? Foot { get; init; }

    /// <summary>How many columns say what a row is: of a table too wide for one page, each page begins with them.</summary>
    public int KeyColumns { get; init; } = 1;
}

/// <param name="Heading">In Vietnamese, as people read it.</param>
/// <param name="Width">In characters.</param>
/// <param name="Decimals">How many decimals a number shows (0 to 2); null: as many as it has.</param>
/// <param name="Choices">What may be chosen in a cell; free of commas and quotes.</param>
internal sealed record TableColumn(string Heading, int Width, int? Decimals = null, IReadOnlyList<string>? Choices = null);

/// <param name="IsStrong">Printed bold: sums, groups.</param>
internal sealed record TableRow(IReadOnlyList<TableCell> Cells, bool IsStrong = false)
{
    public static TableRow Of(params IReadOnlyList<TableCell> cells) => new(cells);
}

/// <summary>A text, a number, or nothing. A text is never a formula, whatever it begins with.</summary>
internal readonly record struct TableCell(string? Text, decimal? Number)
{
    public static implicit operator TableCell(string? text) => new(text, null);

    public static implicit operator TableCell(decimal? number) => new(null, number);

    public static implicit operator TableCell(decimal number) => new(null, number);

    public static implicit operator TableCell(int number) => new(null, number);

    public static implicit operator TableCell(long number) => new(null, number);
}
