using System.Text.Json.Serialization;

namespace EmulationFunctions.Common;

/// <summary>How a computed score becomes whole hundredths. A scheme declares it; sums need none.</summary>
[JsonConverter(typeof(CamelCaseEnum<RoundingRule>))]
internal enum RoundingRule
{
    HalfAwayFromZero,
    HalfToEven,
    TowardsZero,
}
