using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Points in rows are texts (<c>33.35</c>), because a table's only fraction is the binary one; those of many criteria are a line each.</summary>
internal static class PointsText
{
    public static Points? PointsOf(this TableEntity row, string name) => row.GetString(name) is { } text ? Read(text) : null;

    public static decimal? NumberOf(this TableEntity row, string name) =>
        row.GetString(name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A line a criterion, such as <c>II.1 33.35</c>, in the order of their codes.</summary>
    public static string Write(IReadOnlyDictionary<string, Points> points) =>
        points.OrderBy(one => one.Key, StringComparer.Ordinal)
            .Aggregate(new StringBuilder(), (text, one) => text.Append(one.Key).Append(' ').Append(one.Value).Append('\n'))
            .ToString();

    public static IReadOnlyDictionary<string, Points> ReadAll(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => Read(words[1]), StringComparer.Ordinal);

    private static Points Read(string text) => Points.FromDecimal(decimal.Parse(text, CultureInfo.InvariantCulture));
}
