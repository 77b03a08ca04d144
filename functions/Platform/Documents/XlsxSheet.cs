using System.Globalization;
using System.Xml;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Reads one sheet: its rows, each with the cells that hold something, and where cells are merged.</summary>
internal sealed class XlsxSheet(string name, XlsxStrings strings, XlsxNumbers numbers, XlsxCount count, CellFaults faults)
{
    private readonly XlsxLetters _attribute = new();
    private readonly XlsxLetters _value = new();
    private readonly XlsxLetters _inline = new();
    private readonly SortedList<int, ReadRow> _rows = [];
    private readonly List<MergedCells> _merged = [];

    /// <summary>Of the row that is being read.</summary>
    private readonly List<(int Column, ReadCell Cell)> _cells = [];

    /// <summary>What a cell says that its value is.</summary>
    private enum CellType
    {
        Number,
        Shared,
        Text,
        Error,
        Truth,
        Day,
        Unknown,
    }

    /// <param name="xml">At the sheet's first element.</param>
    public ReadSheet Read(XmlReader xml)
    {
        while (xml.NextChild(0))
        {
            if (xml is { LocalName: "sheetData", IsEmptyElement: false })
            {
                ReadRows(xml);
            }
            else if (xml is { LocalName: "mergeCells", IsEmptyElement: false })
            {
                ReadMerged(xml);
            }
        }

        return new(name, [.. _rows.Values], _merged);
    }

    private void ReadRows(XmlReader xml)
    {
        var number = 0;
        while (xml.NextChild(1))
        {
            if (xml.LocalName != "row")
            {
                continue;
            }

            count.Place();
            number++;
            if (xml.GetAttribute("r") is { } written)
            {
                if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read is < 1 or > CellPlace.LastRow)
                {
                    Fault(new(name, Math.Min(number, CellPlace.LastRow), 1), $"Không đọc được số thứ tự dòng “{Short(written)}”.", $"The number of this row, “{Short(written)}”, cannot be read.");
                    continue;
                }

                number = read;
            }

            if (!xml.IsEmptyElement && ReadCells(xml, number) is { Count: > 0 } cells)
            {
                count.Row();
                if (!_rows.TryAdd(number, new(number, cells)))
                {
                    Fault(new(name, number, 1), "Dòng này có hai lần trong tệp.", "This row is in the file twice.");
                }
            }
        }
    }

    private SortedList<int, ReadCell> ReadCells(XmlReader xml, int row)
    {
        _cells.Clear();
        var column = 0;
        while (xml.NextChild(2))
        {
            if (xml.LocalName != "c")
            {
                continue;
            }

            count.Place();
            column++;
            var isPlaced = !_attribute.ReadAttribute(xml, "r") || (CellPlace.TryParse(_attribute.Read, name, out var at) && at.Row == row && (column = at.Column) > 0);
            var written = isPlaced ? null : _attribute.Take();
            if (ReadCell(xml, isPlaced ? new(name, row, column) : new(name, row, 1)) is not { } value)
            {
                continue;
            }

            if (!isPlaced)
            {
                Fault(new(name, row, 1), $"Ở dòng này có ô ghi địa chỉ “{Short(written)}” không đọc được.", $"A cell of this row has the address “{Short(written)}”, which cannot be read.");
            }
            else if (column > XlsxLimits.LastColumn)
            {
                Fault(new(name, row, column), "Bảng tính có quá nhiều cột.", "The workbook has too many columns.");
            }
            else
            {
                _cells.Add((column, value));
            }
        }

        // With just the room that it needs, for a form has thousands.
        var cells = new SortedList<int, ReadCell>(_cells.Count);
        foreach (var (at, cell) in _cells)
        {
            if (!cells.TryAdd(at, cell))
            {
                Fault(new(name, row, at), "Ô này có hai lần trong tệp.", "This cell is in the file twice.");
            }
        }

        return cells;
    }

    /// <summary>Null for an empty cell, and where there is a fault.</summary>
    private ReadCell? ReadCell(XmlReader xml, CellPlace place)
    {
        var type = _attribute.ReadAttribute(xml, "t") ? TypeOf(_attribute.Read) : CellType.Number;
        var look = _attribute.ReadAttribute(xml, "s") ? numbers.Looks.Of(_attribute.Read) : NumberLook.Plain;
        bool isFormula = false, hasValue = false, hasInline = false;
        _value.Clear();
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        while (!isEmpty && xml.NextChild(depth))
        {
            switch (xml.LocalName)
            {
                case "f":
                    isFormula = true;
                    break;
                case "v":
                    hasValue = true;
                    _value.Clear();
                    _value.Add(xml);
                    break;
                case "is":
                    hasInline = true;
                    _inline.Clear();
                    _inline.AddItem(xml);
                    break;
            }
        }

        if (isFormula)
        {
            Fault(place, "Ô này có công thức; hãy thay bằng giá trị.", "This cell holds a formula; put the value in its place.");
            return null;
        }

        var cell = hasValue || hasInline ? Value(type, look, hasValue, hasInline, place) : null;
        if (cell is not null)
        {
            count.Cell();
        }

        return cell;
    }

    private static CellType TypeOf(ReadOnlySpan<char> type) => type switch
    {
        "n" => CellType.Number,
        "s" => CellType.Shared,
        "str" or "inlineStr" => CellType.Text,
        "e" => CellType.Error,
        "b" => CellType.Truth,
        "d" => CellType.Day,
        _ => CellType.Unknown,
    };

    /// <param name="look">Null when the file does not hold the one that the cell names.</param>
    private ReadCell? Value(CellType type, NumberLook? look, bool hasValue, bool hasInline, CellPlace place)
    {
        switch (type)
        {
            case CellType.Text when !hasValue || !hasInline:
                return Text(XlsxText.Of(hasInline ? _inline.Take() : _value.Take()), isKept: true, place);
            case CellType.Shared when !hasInline:
                return strings.Of(_value.Read) is { } text
                    ? Text(text, isKept: false, place)
                    : Unreadable(place, "Ô này dùng một chuỗi chữ không có trong tệp.", "This cell points to a text that is not in the file.");
            case CellType.Number when !hasInline:
                return _value.Read.IsWhiteSpace() ? null
                    : look is not { } known ? Unreadable(place, "Ô này dùng một định dạng không có trong tệp.", "This cell has a look that is not in the file, so what its number means is not known.")
                    : numbers.Read(_value.Read, known) ?? Unreadable(place, "Ô này có một số không đọc được.", "This cell holds a number that cannot be read.");
            case CellType.Error:
                var error = Short(_value.Take());
                return Unreadable(place, $"Ô này có giá trị lỗi {error}.", $"This cell holds the error value {error}.");
            case CellType.Truth:
                return Unreadable(place, "Ô này có giá trị đúng/sai (TRUE/FALSE); hãy ghi bằng chữ.", "This cell holds TRUE or FALSE; write it as text.");
            case CellType.Day:
                return Unreadable(place, "Ô này có ngày tháng; ở đây không dùng ngày tháng.", "This cell holds a day; none is used here.");
            default:
                return Unreadable(place, "Không đọc được nội dung của ô này; hãy xóa rồi gõ lại.", "What this cell holds cannot be read; clear it and type it again.");
        }
    }

    private ReadCell? Text(XlsxText text, bool isKept, CellPlace place)
    {
        if (text.Flaw is { } flaw)
        {
            faults.Add(place, flaw);
            return null;
        }

        if (isKept)
        {
            count.Letters(text.Text.Length);
        }

        return text.Text.Length == 0 ? null : new(text.Text, null, NumberLook.Plain);
    }

    private void ReadMerged(XmlReader xml)
    {
        while (xml.NextChild(1))
        {
            if (xml.LocalName != "mergeCell")
            {
                continue;
            }

            count.Merge();
            var reference = xml.GetAttribute("ref") ?? "";
            var ends = reference.Split(':');
            if (ends.Length <= 2 && CellPlace.TryParse(ends[0], name, out var first) && CellPlace.TryParse(ends[^1], name, out var last))
            {
                _merged.Add(new(first, last));
            }
            else
            {
                Fault(new(name, 1, 1), $"Không đọc được vùng ô gộp “{Short(reference)}”.", $"The merged cells “{Short(reference)}” cannot be read.");
            }
        }
    }

    private ReadCell? Unreadable(CellPlace place, string vietnamese, string english)
    {
        Fault(place, vietnamese, english);
        return null;
    }

    private void Fault(CellPlace place, string vietnamese, string english) => faults.Add(place, new(vietnamese, english));

    private static string Short(string? text)
    {
        var read = XlsxText.Of(text ?? "").Text;
        return read.Length <= 20 ? read : $"{read[..20]}…";
    }
}
