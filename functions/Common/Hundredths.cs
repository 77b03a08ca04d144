using System.Globalization;
using System.Text.Json;

namespace EmulationFunctions.Common;

/// <summary>What <see cref="Points"/> and <see cref="Percent"/> share: a number with at most two decimals, kept as whole hundredths.</summary>
internal static class Hundredths
{
    /// <summary>No scheme, count or sum comes near it; it keeps every product of two of them within 128 bits.</summary>
    public const long Limit = 100_000_000;

    /// <summary>A comma before the decimals, dots between the thousands.</summary>
    public static readonly NumberFormatInfo Vietnamese = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
    });

    /// <summary>From 0 to 100, which nearly all points are: each is written once, for a save of a sheet writes hundreds.</summary>
    private static readonly string?[] Scores = new string?[10_001];

    private static readonly Words NotANumber = new(
        "Phải là một số, không phải chữ.",
        "Must be a number, not text.");

    private static readonly Words Exponent = new(
        "Phải viết số thường, không viết dạng lũy thừa (1e2).",
        "Must be written plainly, without an exponent (1e2).");

    private static readonly Words ThirdDecimal = new(
        "Chỉ được có tối đa hai chữ số thập phân.",
        "Must have at most two decimals.");

    private static readonly Words TooLarge = new(
        "Phải nằm trong khoảng từ -1.000.000 đến 1.000.000.",
        "Must lie between -1,000,000 and 1,000,000.");

    /// <summary>The whole hundredths of a number; or null and why it cannot be taken.</summary>
    public static long? From(decimal number, out Words? why)
    {
        why = decimal.Abs(number) > Limit / 100m ? TooLarge
            : decimal.Truncate(number * 100m) != number * 100m ? ThirdDecimal
            : null;
        return why is null ? (long)(number * 100m) : null;
    }

    /// <summary>The digits themselves are read: a number that a decimal would round is refused, not rounded.</summary>
    public static long Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new BadValueException(NotANumber);
        }

        var digits = reader.HasValueSequence ? throw new BadValueException(TooLarge) : reader.ValueSpan;
        if (digits.ContainsAny((byte)'e', (byte)'E'))
        {
            throw new BadValueException(Exponent);
        }

        var point = digits.IndexOf((byte)'.');
        if (point >= 0 && digits[(point + 1)..].TrimEnd((byte)'0').Length > 2)
        {
            throw new BadValueException(ThirdDecimal);
        }

        return decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? From(number, out var why) ?? throw new BadValueException(why!)
            : throw new BadValueException(TooLarge);
    }

    public static string Invariant(long hundredths) =>
        hundredths >= 0 && hundredths < Scores.Length ? Scores[hundredths] ??= Written(hundredths) : Written(hundredths);

    private static string Written(long hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>As people here write it: 1.234,5.</summary>
    public static string InVietnamese(long hundredths) =>
        (hundredths / 100m).ToString("#,##0.##", Vietnamese);
}
