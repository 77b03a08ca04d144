using System.Text.Json.Serialization;

namespace EmulationFunctions.Common;

/// <summary>How those vote who are not there.</summary>
[JsonConverter(typeof(CamelCaseEnum<AbsenteeVotes>))]
internal enum AbsenteeVotes
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>In writing; such a vote is known to be theirs.</summary>
    InWriting,

    /// <summary>By a substitute whom they name.</summary>
    Substitute,
}
