using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>How peers score each other, and how their points and the unit's own make the average.</summary>
/// <param name="Peers">How many peers score each unit; none: everyone else in the bloc.</param>
/// <param name="Average">How the peers' points become one.</param>
/// <param name="SelfShare">The weight of the self-score; the rest is the peers'.</param>
/// <param name="MinimumPeers">With fewer peers a criterion has no average yet.</param>
internal sealed record CrossScoring(int? Peers, PeerAverage Average, Percent SelfShare, int MinimumPeers = 1);

/// <summary>The closed set of averages.</summary>
[JsonConverter(typeof(CamelCaseEnum<PeerAverage>))]
internal enum PeerAverage
{
    Mean,

    /// <summary>The middle one; of an even number, the mean of the two in the middle.</summary>
    Median,

    /// <summary>The mean without one highest and one lowest; with fewer than three peers, the mean.</summary>
    MeanWithoutExtremes,
}
