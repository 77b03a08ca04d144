using System.Buffers;
using System.Globalization;

namespace EmulationFunctions.Common;

/// <summary>Numbers as people here type them: <c>18,5</c> and <c>1.234,5</c>, and <c>18.5</c> as programs do. What could be two numbers is none.</summary>
internal static class TypedNumber
{
    private const int DigitsOfGroup = 3;

    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789.,");

    /// <summary>Null, and why, when it is no number or could be two.</summary>
    public static decimal? Read(string text, out Words? why)
    {
        why = null;
        var bare = text.Replace('\u2212', '-').Replace("\u00A0", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var digits = bare.AsSpan().TrimStart("+-");
        if (bare.Length - digits.Length <= 1 && digits.ContainsAnyInRange('0', '9') && !digits.ContainsAnyExcept(Letters))
        {
            if (IsEither(digits))
            {
                var whole = bare.Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
                why = new($"“{text}” có thể hiểu là hai số khác nhau; hãy viết {whole} nếu là số nguyên.", $"“{text}” could be two numbers; write {whole} if it is a whole one.");
                return null;
            }

            if (Plain(bare, digits) is { } plain
                && decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }
        }

        why = new($"Ở đây phải là số, không phải “{text}”.", $"This must be a number, not “{text}”.");
        return null;
    }

    /// <summary>One mark with three digits behind it: 1.234 is a thousand here and a little more than one elsewhere.</summary>
    private static bool IsEither(ReadOnlySpan<char> digits)
    {
        var mark = digits.IndexOfAny('.', ',');
        return mark > 0 && mark == digits.LastIndexOfAny('.', ',') && digits.Length - mark - 1 == DigitsOfGroup && digits[..mark] is not "0";
    }

    /// <summary>With a dot before its decimals and none between its thousands; null when the marks stand where none belongs.</summary>
    private static string? Plain(string number, ReadOnlySpan<char> digits)
    {
        var comma = digits.IndexOf(',');
        if (comma < 0 && digits.Count('.') <= 1)
        {
            return number;
        }

        var whole = comma < 0 ? digits : digits[..comma];
        if (comma >= 0 && digits[(comma + 1)..].IndexOfAny('.', ',') >= 0)
        {
            return null;
        }

        var groups = whole.ToString().Split('.');
        return groups.Length == 1 || (groups[0].Length is > 0 and <= DigitsOfGroup && groups.Skip(1).All(group => group.Length == DigitsOfGroup))
            ? number.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : null;
    }
}
