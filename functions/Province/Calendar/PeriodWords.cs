using System.Globalization;

namespace EmulationFunctions.Province.Calendar;

/// <summary>A period of a year as people say it, with the year once: "kỳ 6 tháng đầu năm 2019", "năm 2019".</summary>
internal static class PeriodWords
{
    /// <param name="name">The period's name; null for the whole year.</param>
    public static string In(int year, string? name)
    {
        var number = year.ToString(CultureInfo.InvariantCulture);
        if (name is null)
        {
            return $"năm {number}";
        }

        var period = name.StartsWith("kỳ ", StringComparison.OrdinalIgnoreCase) ? $"kỳ {name[3..]}" : $"kỳ {name}";
        return period.Contains(number, StringComparison.Ordinal) ? period
            : period.EndsWith(" năm", StringComparison.OrdinalIgnoreCase) ? $"{period} {number}"
            : $"{period} năm {number}";
    }
}
