using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Common;

/// <summary>A percentage: a number with at most two decimals; 86.67 is 86.67 %.</summary>
/// <param name="Hundredths">Whole hundredths of a percent: 86.67 % is 8667.</param>
[JsonConverter(typeof(PercentJsonConverter))]
public readonly record struct Percent(long Hundredths) : IComparable<Percent>
{
    public static readonly Percent Zero;

    public static readonly Percent Hundred = new(100_00);

    public static bool operator <(Percent left, Percent right) => left.Hundredths < right.Hundredths;

    public static bool operator >(Percent left, Percent right) => left.Hundredths > right.Hundredths;

    public static bool operator <=(Percent left, Percent right) => left.Hundredths <= right.Hundredths;

    public static bool operator >=(Percent left, Percent right) => left.Hundredths >= right.Hundredths;

    public static Percent FromDecimal(decimal number) =>
        Common.Hundredths.From(number, out var why) is { } hundredths
            ? new(hundredths)
            : throw new ArgumentOutOfRangeException(nameof(number), number, why!.En);

    /// <summary>The share of a part in a whole that is not nothing, rounded as declared.</summary>
    internal static Percent Of(Points part, Points whole, RoundingRule rounding) =>
        new(Exact.Divide((Int128)part.Hundredths * 100_00, whole.Hundredths, rounding));

    /// <summary>Whether the part is at least this share of the whole: compared without rounding, so 84.996 % is not 85 %.</summary>
    internal bool IsReached(Points part, Points whole) =>
        (Int128)part.Hundredths * 100_00 >= (Int128)whole.Hundredths * Hundredths;

    public decimal ToDecimal() => Hundredths / 100m;

    public int CompareTo(Percent other) => Hundredths.CompareTo(other.Hundredths);

    public override string ToString() => Common.Hundredths.Invariant(Hundredths);

    public string InVietnamese() => Common.Hundredths.InVietnamese(Hundredths);

    internal sealed class PercentJsonConverter : JsonConverter<Percent>
    {
        public override Percent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(Common.Hundredths.Read(ref reader));

        public override void Write(Utf8JsonWriter writer, Percent value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToDecimal());
    }
}
