using System.Globalization;
using System.Xml;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Reads one sheet: its rows, each with the cells that hold something, and where cells are merged.</summary>
internal sealed class XlsxSheet(string name, XlsxStrings strings, XlsxNumbers numbers, XlsxCount count, CellFaults faults)
{
    private readonly XlsxLetters _letters = new();
    private readonly SortedDictionary<int, ReadRow> _rows = [];
    private readonly List<MergedCells> _merged = [];

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

    private Dictionary<int, ReadCell> ReadCells(XmlReader xml, int row)
    {
        var cells = new Dictionary<int, ReadCell>();
        var column = 0;
        while (xml.NextChild(2))
        {
            if (xml.LocalName != "c")
            {
                continue;
            }

            count.Place();
            column++;
            var written = xml.GetAttribute("r");
            var isPlaced = written is null || (CellPlace.TryParse(written, name, out var at) && at.Row == row && (column = at.Column) > 0);
            if (ReadCell(xml, isPlaced ? new(name, row, column) : new(name, row, 1)) is not { } value)
            {
                continue;
            }

            if (!isPlaced)
            {
                Fault(new(name, row, 1), $"Ở dòng này có ô ghi địa chỉ “{Short(written!)}” không đọc được.", $"A cell of this row has the address “{Short(written!)}”, which cannot be read.");
            }
            else if (column > XlsxLimits.LastColumn)
            {
                Fault(new(name, row, column), "Bảng tính có quá nhiều cột.", "The workbook has too many columns.");
            }
            else if (!cells.TryAdd(column, value))
            {
                Fault(new(name, row, column), "Ô này có hai lần trong tệp.", "This cell is in the file twice.");
            }
        }

        return cells;
    }

    /// <summary>Null for an empty cell, and where there is a fault.</summary>
    private ReadCell? ReadCell(XmlReader xml, CellPlace place)
    {
        var (type, style) = (xml.GetAttribute("t") ?? "n", xml.GetAttribute("s"));
        string? value = null, inline = null;
        var isFormula = false;
        var (depth, isEmpty) = (xml.Depth, xml.IsEmptyElement);
        while (!isEmpty && xml.NextChild(depth))
        {
            switch (xml.LocalName)
            {
                case "f":
                    isFormula = true;
                    break;
                case "v":
                    _letters.Read(xml);
                    value = _letters.Take();
                    break;
                case "is":
                    _letters.ReadItem(xml);
                    inline = _letters.Take();
                    break;
            }
        }

        if (isFormula)
        {
            Fault(place, "Ô này có công thức; hãy thay bằng giá trị.", "This cell holds a formula; put the value in its place.");
            return null;
        }

        var cell = value is null && inline is null ? null : Value(type, style, value, inline, place);
        if (cell is not null)
        {
            count.Cell();
        }

        return cell;
    }

    private ReadCell? Value(string type, string? style, string? value, string? inline, CellPlace place)
    {
        switch (type)
        {
            case "inlineStr" or "str" when value is null || inline is null:
                return Text(XlsxText.Of(inline ?? value!), isKept: true, place);
            case "s" when inline is null:
                return strings.Of(value!) is { } text
                    ? Text(text, isKept: false, place)
                    : Unreadable(place, "Ô này dùng một chuỗi chữ không có trong tệp.", "This cell points to a text that is not in the file.");
            case "n" when inline is null:
                return string.IsNullOrWhiteSpace(value) ? null
                    : numbers.Read(value, style, out var isLook) is { } number ? number
                    : isLook ? Unreadable(place, "Ô này có một số không đọc được.", "This cell holds a number that cannot be read.")
                    : Unreadable(place, "Ô này dùng một định dạng không có trong tệp.", "This cell has a look that is not in the file, so what its number means is not known.");
            case "e":
                return Unreadable(place, $"Ô này có giá trị lỗi {Short(value)}.", $"This cell holds the error value {Short(value)}.");
            case "b":
                return Unreadable(place, "Ô này có giá trị đúng/sai (TRUE/FALSE); hãy ghi bằng chữ.", "This cell holds TRUE or FALSE; write it as text.");
            case "d":
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
