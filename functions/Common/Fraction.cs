namespace EmulationFunctions.Common;

/// <summary>An exact number: compared by multiplying, never by dividing. Both parts stay below 10^19 in size, so that every product fits.</summary>
/// <param name="Denominator">Above 0.</param>
internal readonly record struct Fraction(Int128 Numerator, Int128 Denominator) : IComparable<Fraction>
{
    /// <summary>The most decimals that <see cref="Of(decimal)"/> takes.</summary>
    public const int Decimals = 4;

    private const decimal Scale = 10_000m;

    /// <summary>A number with at most four decimals.</summary>
    public static Fraction Of(decimal number) => new(Whole(number), (Int128)Scale);

    public static Fraction Of(long number) => new(number, 1);

    /// <summary>The part as a percentage of the whole, which is not nothing.</summary>
    public static Fraction PercentOf(decimal part, decimal whole) => new(Whole(part) * 100, Whole(whole));

    /// <summary>A number with at most four decimals in ten-thousandths.</summary>
    public static Int128 Whole(decimal number)
    {
        // Most bounds are whole numbers, for which there is a faster way.
        if (number.Scale == 0 && number is > long.MinValue and < long.MaxValue)
        {
            return (Int128)(long)number * (long)Scale;
        }

        var scaled = number * Scale;
        return number.Scale <= Decimals || decimal.IsInteger(scaled)
            ? (Int128)scaled
            : throw new ArgumentOutOfRangeException(nameof(number), number, "A number with more than four decimals.");
    }

    /// <summary>For people: cut off after four decimals, so that what is less never looks like as much.</summary>
    public decimal ToDecimal() => (decimal)(Numerator * (Int128)Scale / Denominator) / Scale;

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
}
