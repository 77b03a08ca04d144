using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What a criterion has: of a group, the sum of its leaves.</summary>
/// <param name="Points">Of the base, without bonus and penalty.</param>
/// <param name="Assigned">The most the unit could have here: what is void or not applicable is not in it.</param>
internal readonly record struct NodeScore(NodeState State, Points Points, Points Assigned, Points Bonus, Points Penalty);

/// <summary>Zero is a score, missing is not.</summary>
[JsonConverter(typeof(CamelCaseEnum<NodeState>))]
internal enum NodeState
{
    Scored,

    /// <summary>A leaf without a score; a group with such a leaf.</summary>
    Missing,

    /// <summary>A bonus or penalty that nobody put down.</summary>
    NotClaimed,

    NotApplicable,

    Void,
}
