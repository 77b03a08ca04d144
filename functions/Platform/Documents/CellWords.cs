using System.Globalization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>What is said of a cell whose value is not what somebody typed or sees.</summary>
internal static class CellWords
{
    /// <summary>The last day that spreadsheets know, the end of 9999.</summary>
    private const decimal LastDay = 2_958_465;

    /// <summary>Of a text.</summary>
    public static readonly Words IsTurned = new(
        "Ở đây phải là chữ. Hãy đặt ô ở dạng văn bản (Text) rồi gõ lại, vì bảng tính đã đổi nội dung thành số hoặc ngày tháng.",
        "This must be a text. Give the cell the format Text and type it again: the spreadsheet has turned it into a number or a day.");

    /// <summary>Who types 8.5 where the comma is meant gets the 8th of May.</summary>
    public static Words IsDay(decimal days)
    {
        if (days is < 1 or > LastDay)
        {
            return new(
                "Bảng tính đã đổi số ở ô này thành ngày tháng. Hãy đặt ô ở dạng Số (Number) rồi gõ lại.",
                "The spreadsheet has turned this into a day. Give the cell the format Number and type it again.");
        }

        var day = DateTime.FromOADate((double)days);
        var (shown, typed) = (day.ToString("d/M/yyyy", CultureInfo.InvariantCulture), day.ToString("d,M", CultureInfo.InvariantCulture));
        return new(
            $"Bảng tính đã đổi số ở ô này thành ngày {shown}. Hãy đặt ô ở dạng Số (Number) rồi gõ lại, ví dụ {typed}.",
            $"The spreadsheet has turned this into a day, {shown}. Give the cell the format Number and type it again, such as {typed}.");
    }

    public static Words IsPercent(decimal share) => new(
        $"Ô này chứa tỷ lệ phần trăm ({Vietnamese(share * 100)} %, tức là {Vietnamese(share)}), ở đây phải là số. Hãy đặt ô ở dạng Số (Number) rồi gõ lại.",
        $"This cell holds a percentage ({English(share * 100)} %, which is {English(share)}), and a number belongs here. Give it the format Number and type it again.");

    /// <summary>A cell may show fewer decimals than it holds, so the value itself is told.</summary>
    public static Words Holds(decimal number, Words why) => new(
        $"{why.Vi} Ô này chứa {Vietnamese(number)}, dù có thể hiển thị ít chữ số hơn.", $"{why.En} This cell holds {English(number)}, although it may show fewer digits.");

    private static string Vietnamese(decimal number) => number.ToString("0.############################", Hundredths.Vietnamese);

    private static string English(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
