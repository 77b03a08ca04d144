using System.Globalization;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>Writes the values of an interpolated filter as OData literals, so that no value can change the filter's meaning.</summary>
internal static class TableFilter
{
    private static readonly string[] Comparisons = ["eq", "ne", "gt", "ge", "lt", "le"];

    public static string Create(FormattableString filter)
    {
        // Values are not in the format yet, so what is counted here is operators and nothing else.
        var comparisons = filter.Format.Split(' ').Count(word => Comparisons.Contains(word));

        if (comparisons > TableLimits.MaximumComparisons)
        {
            throw new ArgumentException($"The filter makes {comparisons} comparisons; at most {TableLimits.MaximumComparisons} are allowed.", nameof(filter));
        }

        var literals = new object[filter.ArgumentCount];

        for (var i = 0; i < literals.Length; i++)
        {
            literals[i] = Literal(filter.GetArgument(i));
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static string Literal(object? value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        Guid guid => $"guid'{guid:D}'",
        DateTimeOffset instant => $"datetime'{TableEntityJson.Format(instant)}'",
        byte[] bytes => $"X'{Convert.ToHexStringLower(bytes)}'",
        null => throw new ArgumentException("A filter cannot compare with nothing."),
        _ => throw new ArgumentException($"A filter cannot compare with a {value.GetType().Name}."),
    };
}
