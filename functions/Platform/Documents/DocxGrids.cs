using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Tables of a paper: those with lines, and those without that only place head and signatures.</summary>
internal static class DocxGrids
{
    /// <summary>Above this many letters a row may be parted by a page's end: it would leave too much of the page empty.</summary>
    private const int LongRow = 900;

    /// <summary>Words are kept whole up to this width: longer than any of a language, shorter than what somebody pastes.</summary>
    private const int LongestWord = 2_400;

    /// <summary>What a cell keeps free at its sides.</summary>
    private const int Sides = 85;

    /// <exception cref="ArgumentException">The rows do not fill the columns.</exception>
    public static Table Make(PaperGrid grid, DocxParagraphs texts, int width)
    {
        var widths = Share(grid, width);
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = DocxParagraphs.Number(width), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                Lines(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = Sides, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = Sides, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(one => new GridColumn { Width = DocxParagraphs.Number(one) })));
        var head = new Rows(grid, texts, widths, isHead: true);
        foreach (var row in grid.Head ?? [PaperRow.Of(grid.Columns.Select(column => column.Heading))])
        {
            table.Append(head.Make(row.Strong()));
        }

        head.End();
        if (grid.NumbersColumns)
        {
            table.Append(head.Make(PaperRow.Of(grid.Columns.Select((_, index) => ((PaperText)$"({index + 1})").Italic()))));
        }

        var body = new Rows(grid, texts, widths, isHead: false);
        foreach (var row in grid.Rows)
        {
            table.Append(body.Make(row));
        }

        body.End();
        return table;
    }

    /// <summary>A table that nobody sees, whose cells stand side by side.</summary>
    /// <param name="widths">Of its columns.</param>
    /// <param name="rows">Each with the paragraphs of as many cells.</param>
    public static Table Unlined(IReadOnlyList<int> widths, IEnumerable<IReadOnlyList<IReadOnlyList<Paragraph>>> rows) => new(
        [
            new TableProperties(
                new TableWidth { Width = DocxParagraphs.Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(width => new GridColumn { Width = DocxParagraphs.Number(width) })),
            .. rows.Select(row => new W.TableRow(
            [
                new TableRowProperties(new CantSplit()),
                .. row.Select((cell, index) => new W.TableCell(
                [
                    new TableCellProperties(new TableCellWidth { Width = DocxParagraphs.Number(widths[index]), Type = TableWidthUnitValues.Dxa }),
                    .. cell.Count > 0 ? cell : [new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Middle }))],
                ])),
            ])),
        ]);

    /// <summary>By their shares, but none narrower than its longest word, which would be cut; where all words together are too long, by what they need.</summary>
    private static List<int> Share(PaperGrid grid, int width)
    {
        var needed = Needed(grid);
        var all = needed.Sum();
        if (all >= width)
        {
            needed = [.. needed.Select(one => (int)((long)one * width / all))];
        }

        var widths = new int?[grid.Columns.Count];
        var (left, shares) = (width, grid.Columns.Sum(column => column.Width));
        for (var isSettled = false; !isSettled;)
        {
            isSettled = true;
            foreach (var (index, column) in grid.Columns.Index())
            {
                if (widths[index] is null && all < width && left * column.Width < needed[index] * shares)
                {
                    widths[index] = needed[index];
                    (left, shares, isSettled) = (left - needed[index], shares - column.Width, false);
                }
            }
        }

        List<int> settled = [.. grid.Columns.Select((column, index) => all >= width ? needed[index] : widths[index] ?? left * column.Width / shares)];
        settled[^1] += width - settled.Sum();
        return settled;
    }

    /// <summary>What the longest word of each column takes, with what is free beside it. Cells that span columns may break anywhere.</summary>
    private static int[] Needed(PaperGrid grid)
    {
        var needed = new int[grid.Columns.Count];
        PaperRow[] rows = [.. grid.Head ?? [PaperRow.Of(grid.Columns.Select(column => column.Heading)).Strong()], .. grid.Rows];
        foreach (var row in rows.Where(row => row.Cells.Count == needed.Length))
        {
            foreach (var (index, cell) in row.Cells.Index())
            {
                var longest = cell.Text.Plain.Split([' ', '\n', '\t', '-'], StringSplitOptions.RemoveEmptyEntries).Max(word => (double?)XlsxTextSize.Width(word)) ?? 0;
                needed[index] = Math.Max(needed[index], (int)Math.Min(longest * grid.Size * 20 * 1.08, LongestWord) + 2 * Sides + 20);
            }
        }

        return needed;
    }

    private static TableBorders Lines() => new(
        Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    /// <summary>Rows of one part of a table: what spans several of them does not leave it.</summary>
    private sealed class Rows(PaperGrid grid, DocxParagraphs texts, List<int> widths, bool isHead)
    {
        /// <summary>Of each column: how many more rows the cell above reaches down, and how many columns it has.</summary>
        private readonly (int Rows, int Columns)[] _reaching = new (int, int)[grid.Columns.Count];

        private int _made;

        public W.TableRow Make(PaperRow row)
        {
            var properties = new TableRowProperties();
            if (isHead || row.Cells.Sum(cell => cell.Text.Runs.Sum(run => run.Text.Length)) <= LongRow)
            {
                properties.Append(new CantSplit());
            }

            if (isHead)
            {
                properties.Append(new TableHeader());
            }

            var made = new W.TableRow();
            if (properties.HasChildren)
            {
                made.Append(properties);
            }

            var next = 0;
            for (var column = 0; column < widths.Count;)
            {
                if (_reaching[column] is { Rows: > 0 } above)
                {
                    _reaching[column] = above with { Rows = above.Rows - 1 };
                    made.Append(Cell(column, above.Columns, new VerticalMerge(), [Empty()]));
                    column += above.Columns;
                    continue;
                }

                if (next == row.Cells.Count)
                {
                    throw Misfit("too few cells");
                }

                var cell = row.Cells[next++];
                if (cell.Columns < 1 || cell.Rows < 1 || column + cell.Columns > widths.Count || IsTaken(column, cell.Columns))
                {
                    throw Misfit("a cell beyond its room");
                }

                _reaching[column] = (cell.Rows - 1, cell.Columns);
                made.Append(Cell(column, cell.Columns, cell.Rows > 1 ? new VerticalMerge { Val = MergedCellValues.Restart } : null, Paragraphs(cell, column, row.IsStrong)));
                column += cell.Columns;
            }

            if (next < row.Cells.Count)
            {
                throw Misfit("too many cells");
            }

            _made++;
            return made;
        }

        public void End()
        {
            if (_reaching.Any(one => one.Rows > 0))
            {
                throw Misfit("a cell that reaches beyond the last");
            }
        }

        private bool IsTaken(int column, int columns) => _reaching.Skip(column).Take(columns).Any(one => one.Rows > 0);

        private W.TableCell Cell(int column, int columns, VerticalMerge? merge, IReadOnlyList<Paragraph> paragraphs)
        {
            var properties = new TableCellProperties(new TableCellWidth { Width = DocxParagraphs.Number(widths.Skip(column).Take(columns).Sum()), Type = TableWidthUnitValues.Dxa });
            if (columns > 1)
            {
                properties.Append(new GridSpan { Val = columns });
            }

            if (merge is not null)
            {
                properties.Append(merge);
            }

            if (isHead)
            {
                properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
            }

            return new([properties, .. paragraphs]);
        }

        private IReadOnlyList<Paragraph> Paragraphs(PaperCell cell, int column, bool isStrong) => texts.Lines(
            cell.Text,
            DocxStyles.Cell,
            new(IsBold: isStrong, Size: 2 * grid.Size, Align: cell.Align ?? (isHead ? PaperAlign.Centre : grid.Columns[column].Align)) { KeepsWithNext = isHead });

        private static Paragraph Empty() => new(new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Cell }));

        private ArgumentException Misfit(string what) => new($"Row {_made + 1} of the {(isHead ? "head" : "body")} of a table has {what}.");
    }
}
