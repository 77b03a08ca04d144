using System.Text.Json.Serialization;
using EmulationFunctions.Hosting;

namespace EmulationFunctions.Scoring;

/// <summary>How a computed score becomes whole hundredths. A scheme declares it; sums need none.</summary>
[JsonConverter(typeof(CamelCaseEnum<RoundingRule>))]
internal enum RoundingRule
{
    HalfAwayFromZero,
    HalfToEven,
    TowardsZero,
}
