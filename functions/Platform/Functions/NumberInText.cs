using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Functions;

/// <summary>A number that was sent as text, as people here write it: <c>"18,5"</c> where JSON wants <c>18.5</c>.</summary>
internal static partial class NumberInText
{
    private const int Longest = 40;

    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <returns>Null when that is no number, or none that would be taken there.</returns>
    public static decimal? In(JsonElement element, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (element.ValueKind != JsonValueKind.String || Letters(element) is not { } letters || Read(letters.Trim()) is not { } number)
        {
            return null;
        }

        var isTaken = type == typeof(Points) || type == typeof(Percent) ? Hundredths.From(number, out _) is not null
            : type == typeof(decimal) || ((type == typeof(int) || type == typeof(long)) && decimal.IsInteger(number));
        return isTaken ? number : null;
    }

    /// <summary>The number that makes the body no JSON by its comma (<c>{"points":18,5}</c>), as it is to be written; null where it is something else.</summary>
    public static string? WithComma(ReadOnlySpan<byte> body, JsonException exception)
    {
        var rest = body;
        for (var line = exception.LineNumber ?? 0; line > 0 && rest.IndexOf((byte)'\n') is >= 0 and var end; line--)
        {
            rest = rest[(end + 1)..];
        }

        var place = (int)(exception.BytePositionInLine ?? 0);
        return place <= rest.Length
            && BeforeComma().Match(Encoding.UTF8.GetString(rest[Math.Max(0, place - Longest)..place])) is { Success: true } before
            && AfterComma().Match(Encoding.UTF8.GetString(rest[place..Math.Min(rest.Length, place + Longest)])) is { Success: true } after
                ? $"{before.Groups[1].Value}.{after.Value}"
                : null;
    }

    public static Words Write(decimal number) => Write(number.ToString("0.############################", CultureInfo.InvariantCulture));

    public static Words Write(string number) => new(
        $"Hãy viết {number}: số, dùng dấu chấm thập phân, không đặt trong ngoặc kép.", $"Write {number}: a number, with a decimal point and without quotation marks.");

    [GeneratedRegex(@":\s*(-?[0-9]+),\z")]
    private static partial Regex BeforeComma();

    [GeneratedRegex(@"\A[0-9]+")]
    private static partial Regex AfterComma();

    /// <summary>Null when they are none, but half a character.</summary>
    private static string? Letters(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static decimal? Read(string text) =>
        decimal.TryParse(text, text.Contains(',', StringComparison.Ordinal) ? Plain | NumberStyles.AllowThousands : Plain,
            text.Contains(',', StringComparison.Ordinal) ? Hundredths.Vietnamese : NumberFormatInfo.InvariantInfo, out var number)
            ? number
            : null;
}
