using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What a decision is about.</summary>
[JsonConverter(typeof(CamelCaseEnum<DecisionMatter>))]
internal enum DecisionMatter
{
    Plan,
    Regulation,
    Pact,
    Report,

    /// <summary>The bloc's own version of the scoring scheme.</summary>
    Scheme,

    /// <summary>Who leads next year.</summary>
    Leadership,

    /// <summary>Titles and flags to be proposed.</summary>
    Awards,

    Other,
}
