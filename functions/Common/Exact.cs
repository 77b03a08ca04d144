using System.Numerics;

namespace EmulationFunctions.Common;

/// <summary>Division of whole numbers with a declared rounding. Nothing near a score is a binary fraction.</summary>
internal static class Exact
{
    public static long Divide<T>(T numerator, T denominator, RoundingRule rounding)
        where T : IBinaryInteger<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);

        var (quotient, remainder) = T.DivRem(numerator, denominator);
        var twice = T.Abs(remainder);
        twice += twice;
        var up = rounding switch
        {
            RoundingRule.HalfAwayFromZero => twice >= denominator,
            RoundingRule.HalfToEven => twice > denominator || (twice == denominator && T.IsOddInteger(quotient)),
            RoundingRule.TowardsZero => false,
            _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
        };

        if (up)
        {
            quotient += T.IsNegative(numerator) ? -T.One : T.One;
        }

        return long.CreateChecked(quotient);
    }
}
