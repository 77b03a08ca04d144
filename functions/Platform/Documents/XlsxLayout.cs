namespace EmulationFunctions.Platform.Documents;

/// <summary>How a table lies on A4 paper: which way the page is turned, on how many pages side by side, and where the letterhead is parted.</summary>
internal sealed class XlsxLayout
{
    /// <summary>What stands on a page upright, and lying, with letters of 8 points or more; in characters.</summary>
    private const int UprightWidth = 105;
    private const int LyingWidth = 185;

    /// <summary>What the name of the country needs on one line.</summary>
    private const int CountryWidth = 56;

    private readonly IReadOnlyList<TableColumn> _columns;

    public XlsxLayout(TableSheet table)
    {
        _columns = table.Columns;
        var width = WidthOf(1, _columns.Count);
        IsLying = width > UprightWidth;
        PagesAcross = (width + LyingWidth - 1) / LyingWidth;
        KeyColumns = PagesAcross > 1 ? table.KeyColumns : 0;
        LastColumn = Math.Max(1, Enumerable.Range(1, _columns.Count).LastOrDefault(column => WidthOf(1, column) <= (PagesAcross > 1 ? LyingWidth * 0.8 : LyingWidth), _columns.Count));
        LeftColumn = Enumerable.Range(1, LastColumn)
            .Where(left => left > FirstColumn && left < LastColumn - 1 && WidthOf(left + 1, LastColumn) >= CountryWidth)
            .OrderBy(left => Math.Abs(WidthOf(FirstColumn, left) - WidthOf(left + 1, LastColumn)))
            .FirstOrDefault(LastColumn >= FirstColumn + 3 ? FirstColumn + 1 : Math.Max(1, LastColumn - 1));
    }

    public bool IsLying { get; }

    /// <summary>How many pages stand side by side.</summary>
    public int PagesAcross { get; }

    /// <summary>The columns with which each page begins; none where one page holds all.</summary>
    public int KeyColumns { get; }

    /// <summary>Where letterhead, titles and signatures begin: not above what is repeated on each page.</summary>
    public int FirstColumn => KeyColumns + 1;

    /// <summary>The last column of the first page, on which they end.</summary>
    public int LastColumn { get; }

    /// <summary>The last column of the letterhead's left half. Each half has two or more, so that it is merged, by which it is known when it is read.</summary>
    public int LeftColumn { get; }

    /// <summary>In characters; both columns belong to it.</summary>
    public int WidthOf(int first, int last) => _columns.Skip(first - 1).Take(last - first + 1).Sum(column => column.Width);
}
