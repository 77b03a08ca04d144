using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Common;

/// <summary>Points: a number with at most two decimals, such as 38.25.</summary>
/// <param name="Hundredths">Whole hundredths: 38.25 is 3825.</param>
[JsonConverter(typeof(PointsJsonConverter))]
public readonly record struct Points(long Hundredths) : IComparable<Points>
{
    public static readonly Points Zero;

    public bool IsZero => Hundredths == 0;

    public static Points operator +(Points left, Points right) => new(checked(left.Hundredths + right.Hundredths));

    public static Points operator -(Points left, Points right) => new(checked(left.Hundredths - right.Hundredths));

    public static Points operator -(Points points) => new(checked(-points.Hundredths));

    public static Points operator *(long times, Points points) => new(checked(times * points.Hundredths));

    public static bool operator <(Points left, Points right) => left.Hundredths < right.Hundredths;

    public static bool operator >(Points left, Points right) => left.Hundredths > right.Hundredths;

    public static bool operator <=(Points left, Points right) => left.Hundredths <= right.Hundredths;

    public static bool operator >=(Points left, Points right) => left.Hundredths >= right.Hundredths;

    /// <summary>Refuses a third decimal instead of rounding it.</summary>
    public static Points FromDecimal(decimal number) =>
        Common.Hundredths.From(number, out var why) is { } hundredths
            ? new(hundredths)
            : throw new ArgumentOutOfRangeException(nameof(number), number, why!.En);

    public static Points Sum(IEnumerable<Points> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return points.Aggregate(Zero, (sum, one) => sum + one);
    }

    public static Points Min(Points left, Points right) => left < right ? left : right;

    public static Points Max(Points left, Points right) => left > right ? left : right;

    /// <summary>For people who are shown fewer decimals than are kept.</summary>
    internal Points Round(int decimals, RoundingRule rounding)
    {
        var step = decimals switch
        {
            0 => 100L,
            1 => 10L,
            2 => 1L,
            _ => throw new ArgumentOutOfRangeException(nameof(decimals)),
        };
        return new(step * Exact.Divide(Hundredths, step, rounding));
    }

    public decimal ToDecimal() => Hundredths / 100m;

    public int CompareTo(Points other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>Invariant: <c>1234.5</c>.</summary>
    public override string ToString() => Common.Hundredths.Invariant(Hundredths);

    /// <summary>As people here write it: <c>1.234,5</c>.</summary>
    public string InVietnamese() => Common.Hundredths.InVietnamese(Hundredths);

    internal sealed class PointsJsonConverter : JsonConverter<Points>
    {
        public override Points Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(Common.Hundredths.Read(ref reader));

        public override void Write(Utf8JsonWriter writer, Points value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToDecimal());
    }
}
