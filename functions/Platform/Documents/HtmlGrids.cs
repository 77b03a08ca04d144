namespace EmulationFunctions.Platform.Documents;

/// <summary>A table with lines as an element of a page. Its head is repeated on every page that is printed.</summary>
internal sealed class HtmlGrids(HtmlTexts texts)
{
    public void Make(PaperGrid grid)
    {
        if (grid.Caption is { } caption)
        {
            texts.Text("p", "middle slanted", caption);
        }

        var all = grid.Columns.Sum(column => column.Width);
        texts.Put("<table>");
        texts.Put("<colgroup>");
        foreach (var column in grid.Columns)
        {
            texts.Put(FormattableString.Invariant($"<col width=\"{100 * column.Width / all}%\">"));
        }

        texts.Put("</colgroup>\n<thead>");
        foreach (var row in grid.Head ?? [PaperRow.Of(grid.Columns.Select(column => column.Heading))])
        {
            Row(row, "th", []);
        }

        if (grid.NumbersColumns)
        {
            Row(PaperRow.Of(grid.Columns.Select((_, index) => ((PaperText)$"({index + 1})").Italic())), "th", []);
        }

        texts.Put("</thead>\n<tbody>");
        // Into a row of which a cell above reaches down, that many fewer are written.
        var taken = new int[grid.Columns.Count];
        foreach (var row in grid.Rows)
        {
            Row(row, "td", grid.Columns, taken);
        }

        texts.Put("</tbody></table>");
    }

    private void Row(PaperRow row, string tag, IReadOnlyList<PaperColumn> columns, int[]? taken = null)
    {
        texts.Put(row.IsStrong ? "<tr class=\"strong\">" : "<tr>");
        var at = 0;
        foreach (var cell in row.Cells)
        {
            while (taken is not null && taken[at] > 0)
            {
                taken[at++]--;
            }

            var align = cell.Align ?? (columns.Count > 0 ? columns[at].Align : PaperAlign.Centre);
            texts.Put($"<{tag} class=\"{HtmlBlocks.Of(align)}\"{HtmlTexts.Span("colspan", cell.Columns)}{HtmlTexts.Span("rowspan", cell.Rows)}>");
            texts.Text("p", "", cell.Text);
            texts.Put($"</{tag}>");
            for (var end = at + cell.Columns; at < end; at++)
            {
                if (taken is not null)
                {
                    taken[at] = cell.Rows - 1;
                }
            }
        }

        for (; taken is not null && at < taken.Length; at++)
        {
            taken[at] -= taken[at] > 0 ? 1 : 0;
        }

        texts.Put("</tr>");
    }
}
