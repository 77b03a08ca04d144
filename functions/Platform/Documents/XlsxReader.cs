using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>
/// Reads the values of a workbook that somebody sent. Strict: formulas, error values and what cannot be shown are faults, each at
/// its cell; so is what is too large to be a form.
/// </summary>
internal sealed class XlsxReader
{
    public const int MaximumRows = 20_000;
    public const int MaximumColumn = 100;

    private const int MaximumSheets = 50;
    private const int MaximumFaults = 200;

    private readonly WorkbookPart _workbook;
    private readonly XlsxLooks _looks;
    private readonly string[] _shared;
    private readonly List<Fault> _faults = [];
    private int _rows;

    private XlsxReader(WorkbookPart workbook)
    {
        _workbook = workbook;
        _looks = new(workbook);
        _shared = [.. (workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(TextOf)];
    }

    /// <exception cref="Refusal">400 with every fault.</exception>
    public static ReadBook Read(byte[] file)
    {
        using var document = XlsxPackage.Open(file);
        try
        {
            var reader = new XlsxReader(document.WorkbookPart!);
            var book = reader.Read();
            return reader._faults.Count == 0 ? book : throw Refusal.BadInput(reader._faults);
        }
        catch (Exception exception) when (XlsxPackage.IsBadFile(exception))
        {
            throw XlsxPackage.NotAWorkbook();
        }
    }

    private ReadBook Read()
    {
        var sheets = _workbook.Workbook.Sheets?.Elements<Sheet>().ToList() ?? [];
        if (sheets.Count is 0 or > MaximumSheets)
        {
            throw XlsxPackage.Bad(new($"Bảng tính phải có từ 1 đến {MaximumSheets} trang.", $"A workbook must have 1 to {MaximumSheets} sheets."));
        }

        var read = new List<ReadSheet>();
        foreach (var sheet in sheets)
        {
            // A chart has a tab, too, and no cells.
            if (sheet.Id?.Value is { } id && _workbook.TryGetPartById(id, out var part) && part is WorksheetPart worksheet)
            {
                read.Add(Read(worksheet, XlsxTexts.Read(sheet.Name?.Value ?? "")));
            }
        }

        return new(read);
    }

    private ReadSheet Read(WorksheetPart part, string name)
    {
        var rows = new List<ReadRow>();
        var merged = new List<MergedCells>();
        using var reader = OpenXmlReader.Create(part);
        var number = 0;
        while (reader.Read())
        {
            if (!reader.IsStartElement)
            {
                continue;
            }

            if (reader.ElementType == typeof(Row))
            {
                var row = (Row)reader.LoadCurrentElement()!;
                number = row.RowIndex is { } index ? (int)Math.Min(index.Value, int.MaxValue) : number + 1;
                if (ReadCells(row, name, number) is { Count: > 0 } cells)
                {
                    Count(name);
                    rows.Add(new(number, cells));
                }
            }
            else if (reader.ElementType == typeof(MergeCell) && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } reference })
            {
                var ends = reference.Split(':');
                if (CellPlace.TryParse(ends[0], name, out var first) && CellPlace.TryParse(ends[^1], name, out var last))
                {
                    merged.Add(new(first, last));
                }
            }
        }

        return new(name, rows, merged);
    }

    private void Count(string sheet)
    {
        if (++_rows > MaximumRows)
        {
            throw XlsxPackage.Bad(new(
                $"Bảng tính có hơn {MaximumRows} dòng (đến trang '{sheet}').", $"The workbook has more than {MaximumRows} rows (by sheet '{sheet}')."));
        }
    }

    private Dictionary<int, ReadCell> ReadCells(Row row, string sheet, int number)
    {
        var cells = new Dictionary<int, ReadCell>();
        var column = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var place = CellPlace.TryParse(cell.CellReference?.Value, sheet, out var given) ? given : new(sheet, number, column + 1);
            column = place.Column;
            if (Value(cell, place) is { } value)
            {
                if (column > MaximumColumn)
                {
                    Add(place, "Bảng tính có quá nhiều cột.", "The workbook has too many columns.");
                    return cells;
                }

                cells[column] = value;
            }
        }

        return cells;
    }

    /// <summary>Null for an empty cell, and where there is a fault.</summary>
    private ReadCell? Value(Cell cell, CellPlace place)
    {
        if (cell.CellFormula is not null)
        {
            Add(place, "Ô này có công thức; hãy thay bằng giá trị.", "This cell holds a formula; put the value in its place.");
            return null;
        }

        var type = cell.DataType?.Value ?? CellValues.Number;
        var raw = type == CellValues.InlineString ? TextOf(cell.InlineString) : cell.CellValue?.Text ?? "";
        if (type == CellValues.SharedString)
        {
            return int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _shared.Length ? Text(_shared[index], place) : null;
        }

        if (type == CellValues.InlineString || type == CellValues.String)
        {
            return Text(raw, place);
        }

        if (type == CellValues.Error)
        {
            Add(place, $"Ô này có giá trị lỗi {XlsxTexts.Read(raw)}.", $"This cell holds the error value {XlsxTexts.Read(raw)}.");
            return null;
        }

        if (type == CellValues.Boolean)
        {
            Add(place, "Ô này có giá trị đúng/sai (TRUE/FALSE); hãy ghi bằng chữ.", "This cell holds TRUE or FALSE; write it as text.");
            return null;
        }

        if (type == CellValues.Date)
        {
            Add(place, "Ô này có ngày tháng; ở đây không dùng ngày tháng.", "This cell holds a day; none is used here.");
            return null;
        }

        return string.IsNullOrWhiteSpace(raw) ? null : Number(raw, cell.StyleIndex?.Value, place);
    }

    private ReadCell? Text(string raw, CellPlace place)
    {
        var text = XlsxTexts.Read(raw);
        if (XlsxTexts.HasControls(text))
        {
            Add(place, "Có ký tự điều khiển không hiển thị được.", "Contains control characters that cannot be shown.");
            return null;
        }

        return text.Length == 0 ? null : new(text, null, NumberLook.Plain);
    }

    private ReadCell? Number(string raw, uint? style, CellPlace place)
    {
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            Add(place, "Ô này có một số không đọc được.", "This cell holds a number that cannot be read.");
            return null;
        }

        number = Shown(number);
        return new(number.ToString("0.############################", CultureInfo.InvariantCulture), number, _looks.Of(style));
    }

    /// <summary>
    /// Workbooks keep numbers as binary fractions, so 1.1 may stand there as 1.1000000000000001; spreadsheets show no more than
    /// fifteen digits, and those are what was meant.
    /// </summary>
    private static decimal Shown(decimal number)
    {
        var digits = 15;
        for (var whole = decimal.Truncate(decimal.Abs(number)); whole >= 1; whole = decimal.Truncate(whole / 10))
        {
            digits--;
        }

        return digits < 0 ? number : decimal.Round(number, digits, MidpointRounding.AwayFromZero);
    }

    /// <summary>Its letters in all their looks; how something is pronounced is not part of it.</summary>
    private static string TextOf(OpenXmlElement? item) => item is null
        ? ""
        : string.Concat(item.Elements<Text>().Select(text => text.Text).Concat(item.Elements<Run>().Select(run => run.Text?.Text)));

    private void Add(CellPlace place, string vietnamese, string english)
    {
        if (_faults.Count < MaximumFaults)
        {
            _faults.Add(place.ToString(), vietnamese, english);
        }
    }
}
