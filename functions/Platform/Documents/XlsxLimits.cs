using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>How much may be in a workbook that somebody sends. Each is many times what the largest form needs.</summary>
/// <param name="Rows">Those with something in them, on all sheets together.</param>
/// <param name="Cells">Those with something in them.</param>
/// <param name="Places">Rows and cells that the file lists, empty ones with them.</param>
/// <param name="Strings">Texts that cells may point to.</param>
/// <param name="Letters">Of all texts together, each counted where it is kept.</param>
/// <param name="Looks">Excel itself keeps no more.</param>
/// <param name="Merged">Where cells are merged.</param>
/// <param name="UnpackedBytes">Of all parts that are read.</param>
internal sealed record XlsxLimits(
    int Rows = 20_000, int Cells = 250_000, int Places = 2_000_000, int Strings = 250_000, int Letters = 10_000_000, int Looks = 65_490, int Merged = 20_000, long UnpackedBytes = 48 * 1024 * 1024)
{
    /// <summary>Columns beyond it are not part of any form.</summary>
    public const int LastColumn = 100;

    public const int MostSheets = 50;
}

/// <summary>Counts what a workbook holds while it is read, so that too much is refused before it is kept.</summary>
internal sealed class XlsxCount(XlsxLimits limits)
{
    private int _rows;
    private int _cells;
    private int _places;
    private int _strings;
    private long _letters;
    private int _looks;
    private int _merged;

    public void Row() => Count(ref _rows, limits.Rows, "dòng", "rows");

    public void Cell() => Count(ref _cells, limits.Cells, "ô có nội dung", "cells that are not empty");

    public void Place() => Count(ref _places, limits.Places, "dòng và ô, kể cả trống", "rows and cells, empty ones with them");

    public void String() => Count(ref _strings, limits.Strings, "chuỗi chữ", "texts");

    public void Look() => Count(ref _looks, limits.Looks, "kiểu định dạng ô", "looks of cells");

    public void Merge() => Count(ref _merged, limits.Merged, "vùng ô gộp", "merged cells");

    public void Letters(int count)
    {
        _letters += count;
        if (_letters > limits.Letters)
        {
            throw TooMuch(limits.Letters, "ký tự", "letters");
        }
    }

    private static void Count(ref int counted, int most, string vietnamese, string english)
    {
        if (++counted > most)
        {
            throw TooMuch(most, vietnamese, english);
        }
    }

    private static Refusal TooMuch(int most, string vietnamese, string english) => XlsxPackage.Bad(new(
        $"Bảng tính có hơn {most} {vietnamese}; hãy bỏ bớt những trang, dòng và định dạng không dùng.",
        $"The workbook has more than {most} {english}; take out the sheets, rows and formats that are not used."));
}
