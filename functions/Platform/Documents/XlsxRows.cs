using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EmulationFunctions.Platform.Documents;

/// <summary>The rows of a sheet: letterhead, titles, headings, the table, and below it, a free row apart, what closes the letter.</summary>
internal sealed class XlsxRows
{
    private const double LowestRow = 15;
    private const double Gap = 8;

    /// <summary>Where somebody signs.</summary>
    private const double Signed = 64;

    private readonly List<(double Height, bool IsFixed, IReadOnlyList<Piece> Pieces)> _rows = [];
    private readonly List<string> _merged = [];

    private XlsxRows(XlsxLayout layout) => Layout = layout;

    public XlsxLayout Layout { get; }

    public int HeadingRow { get; private set; }

    public static XlsxRows Of(TableSheet table)
    {
        var rows = new XlsxRows(new(table));
        if (table.Letter is { } letter)
        {
            rows.AddHalves(Letterhead.BodyAbove, XlsxStyles.Line, Letterhead.Country, XlsxStyles.Strong);
            rows.AddHalves(letter.Issuer.ToUpperInvariant(), XlsxStyles.Strong, Letterhead.Motto, XlsxStyles.Motto);
            rows.AddHalves(new string('─', 14), XlsxStyles.Rule, default, XlsxStyles.Rule, Gap);
            rows.AddHalves(Letterhead.Number, XlsxStyles.Line, Letterhead.PlaceAndDay, XlsxStyles.Day);
            rows.AddGap();
        }

        foreach (var (index, line) in table.Above.Index())
        {
            rows.AddAcross(line, index == 0 ? XlsxStyles.Title : XlsxStyles.Line);
        }

        if (table.Letter is not null)
        {
            rows.AddGap();
        }

        rows.HeadingRow = rows._rows.Count + 1;
        rows.Add([.. table.Columns.Select((column, index) => new Piece(index + 1, 1, column.Heading, XlsxStyles.Heading))]);
        foreach (var values in table.Rows)
        {
            rows.Add([.. values.Cells.Zip(table.Columns, (cell, column) => (cell, column)).Select((one, index) => new Piece(index + 1, 1, one.cell, Style(one.cell, one.column, values.IsStrong)))]);
        }

        if (table.Below.Count > 0)
        {
            rows.AddGap();
        }

        foreach (var line in table.Below)
        {
            rows.AddAcross(line, XlsxStyles.Note);
        }

        if (table.Letter is { } signed)
        {
            rows.AddGap();
            rows.AddHalves(signed.Writer, XlsxStyles.Strong, signed.Signer, XlsxStyles.Strong);
            rows.AddHalves(Letterhead.SignsWriter, XlsxStyles.Hint, Letterhead.SignsPost, XlsxStyles.Hint);
            rows.AddHalves(default, XlsxStyles.Name, default, XlsxStyles.Name, Signed);
        }

        return rows;
    }

    public void Write(OpenXmlWriter writer)
    {
        writer.WriteStartElement(new SheetData());
        foreach (var (index, (height, isFixed, pieces)) in _rows.Index())
        {
            writer.WriteStartElement(new Row { RowIndex = (uint)index + 1, Height = height, CustomHeight = isFixed ? true : null });
            foreach (var piece in pieces)
            {
                for (var column = 0; column < piece.Columns; column++)
                {
                    writer.WriteElement(Cell(piece.First + column, index + 1, column == 0 ? piece.Value : default, piece.Style));
                }
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        if (_merged.Count > 0)
        {
            writer.WriteElement(new MergeCells(_merged.Select(reference => new MergeCell { Reference = reference })) { Count = (uint)_merged.Count });
        }
    }

    /// <summary>A row of the table: a program that knows better how high it must be is free to say so, and so it grows with what is typed.</summary>
    private void Add(IReadOnlyList<Piece> pieces) => _rows.Add((Height(pieces), false, pieces));

    private void AddGap() => _rows.Add((Gap, true, []));

    private void AddAcross(string text, uint style) => AddMerged(null, new Piece(Layout.FirstColumn, Layout.LastColumn - Layout.KeyColumns, text, style));

    private void AddHalves(TableCell left, uint leftStyle, TableCell right, uint rightStyle, double? height = null) => AddMerged(
        height,
        new(Layout.FirstColumn, Layout.LeftColumn - Layout.KeyColumns, left, leftStyle),
        new(Layout.LeftColumn + 1, Layout.LastColumn - Layout.LeftColumn, right, rightStyle));

    /// <summary>No program finds the height of merged cells.</summary>
    private void AddMerged(double? height, params IReadOnlyList<Piece> pieces)
    {
        var row = (_rows.Count + 1).ToString(CultureInfo.InvariantCulture);
        _merged.AddRange(pieces.Where(piece => piece.Columns > 1).Select(piece => $"{CellPlace.ColumnName(piece.First)}{row}:{CellPlace.ColumnName(piece.First + piece.Columns - 1)}{row}"));
        _rows.Add((height ?? Height(pieces), true, pieces));
    }

    private double Height(IReadOnlyList<Piece> pieces) => pieces
        .Select(piece => piece.Value.Text is { } text ? XlsxStyles.Height(piece.Style, text, Layout.WidthOf(piece.First, piece.First + piece.Columns - 1)) ?? 0 : 0)
        .Append(LowestRow)
        .Max();

    private static uint Style(TableCell cell, TableColumn column, bool isStrong) =>
        cell.Number is not null || (cell.Text is null && column.Decimals is not null)
            ? XlsxStyles.Number(isStrong, column.Decimals)
            : XlsxStyles.Text(isStrong);

    private static Cell Cell(int column, int row, TableCell value, uint style)
    {
        var cell = new Cell { CellReference = $"{CellPlace.ColumnName(column)}{row.ToString(CultureInfo.InvariantCulture)}", StyleIndex = style };
        if (value.Number is { } number)
        {
            cell.CellValue = new(number.ToString("0.############", CultureInfo.InvariantCulture));
        }
        else if (value.Text is { Length: > 0 } text)
        {
            cell.StyleIndex = XlsxTexts.LooksLikeFormula(text) ? XlsxStyles.Quoted(style) : style;
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new(new Text(XlsxTexts.Write(text)) { Space = SpaceProcessingModeValues.Preserve });
        }

        return cell;
    }

    /// <param name="First">The column in which it begins.</param>
    /// <param name="Columns">Over how many it reaches.</param>
    private readonly record struct Piece(int First, int Columns, TableCell Value, uint Style);
}
