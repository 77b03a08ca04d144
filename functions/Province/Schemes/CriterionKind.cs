using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>The closed set of what a line of a score sheet can be. <c>docs/schemes.md</c> says what each counts, and where it comes from.</summary>
[JsonConverter(typeof(CamelCaseEnum<CriterionKind>))]
internal enum CriterionKind
{
    /// <summary>Holds other criteria; its maximum is theirs.</summary>
    Group,

    /// <summary>Points are typed, from nothing to the maximum.</summary>
    Direct,

    /// <summary>All of the maximum, or nothing.</summary>
    PassFail,

    /// <summary>A whole number of times, each worth the same, up to the maximum.</summary>
    Count,

    /// <summary>Computed from the targets and results of the whole bloc.</summary>
    Quantitative,

    /// <summary>A share of all, and within it a share of that share.</summary>
    NestedPercentage,

    /// <summary>One of a closed list of answers, each worth its points.</summary>
    Choice,

    /// <summary>Points follow from what was measured.</summary>
    Measure,

    /// <summary>Added beside the base, with its own evidence; never part of a parent's maximum.</summary>
    Bonus,

    /// <summary>Taken from the total; never part of a parent's maximum.</summary>
    Penalty,
}
