using System.Text.Json.Serialization;

namespace EmulationFunctions.Common;

/// <summary>Of what the threshold of a vote is reckoned.</summary>
[JsonConverter(typeof(CamelCaseEnum<VoteBase>))]
internal enum VoteBase
{
    /// <summary>All who may vote, present or not.</summary>
    AllVoters,

    /// <summary>Those present, and those who vote though absent.</summary>
    Present,

    /// <summary>The valid votes.</summary>
    ValidVotes,
}
