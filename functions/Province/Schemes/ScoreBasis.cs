using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>What classes and ranks look at.</summary>
[JsonConverter(typeof(CamelCaseEnum<ScoreBasis>))]
internal enum ScoreBasis
{
    /// <summary>Points as they are.</summary>
    Points,

    /// <summary>The percentage of the points assigned to the unit; the ladder's bounds are percentages then.</summary>
    PercentOfAssigned,

    /// <summary>No total at all: units are ranked by the tie-breaks alone, and there are no classes.</summary>
    Measures,
}

/// <summary>Which criteria a class's common floor looks at.</summary>
[JsonConverter(typeof(CamelCaseEnum<FloorScope>))]
internal enum FloorScope
{
    /// <summary>The sections: criteria without a parent.</summary>
    Sections,

    /// <summary>The leaves, and net items in place of the lines inside them.</summary>
    Leaves,
}

/// <summary>What a floor, and "no criterion at 0", looks at.</summary>
[JsonConverter(typeof(CamelCaseEnum<FloorReading>))]
internal enum FloorReading
{
    /// <summary>The criterion with its bonus and without its penalty, never below 0.</summary>
    Net,

    /// <summary>The base alone: what schemes said before they could say it.</summary>
    Base,
}
