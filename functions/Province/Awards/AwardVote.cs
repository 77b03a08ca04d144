using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Awards;

/// <summary>How a body votes on an award: quorum, threshold, base, absentees, number of ballots and who decides after them are settings of their own.</summary>
/// <param name="Body">Who votes.</param>
/// <param name="Threshold">How many votes carry; reckoned exactly.</param>
/// <param name="Base">Of what the threshold is reckoned.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Quorum">How many of the members must be there; null where nothing says it.</param>
/// <param name="Absentees">How those vote who are not there.</param>
/// <param name="Ballots">How many ballots are held at most in a round.</param>
/// <param name="Decider">Who decides when none of them carried.</param>
internal sealed record AwardVote(
    VotingBody Body,
    Share Threshold,
    VoteBase Base,
    AwardSource Source,
    Share? Quorum = null,
    AbsenteeVotes Absentees = AbsenteeVotes.None,
    [property: Range(1, 5)] int Ballots = 1,
    AwardDecider Decider = AwardDecider.Nobody);

[JsonConverter(typeof(CamelCaseEnum<VotingBody>))]
internal enum VotingBody
{
    /// <summary>The members of a bloc, which proposes.</summary>
    Bloc,

    /// <summary>The council of the province, which advises whoever grants.</summary>
    Council,
}

[JsonConverter(typeof(CamelCaseEnum<AwardDecider>))]
internal enum AwardDecider
{
    /// <summary>Who did not pass is not proposed.</summary>
    Nobody,

    /// <summary>The head and the deputy of the bloc (Circular 01/2024/TT-TANDTC, article 29).</summary>
    BlocLeaders,

    /// <summary>The chair's vote (Circular 25/2025/TT-BKHCN, article 23).</summary>
    Chair,

    /// <summary>The competent person.</summary>
    CompetentPerson,
}
