using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// What a bloc's regulation (quy chế) settles of its votes and answers, as meetings and reports read it. Null where the regulation is silent: nothing
/// is put in its place here.
/// </summary>
/// <param name="Quorum">How many of the members must be there.</param>
/// <param name="Voters">Who votes.</param>
/// <param name="Threshold">How many votes carry; together with <paramref name="Base"/>.</param>
/// <param name="Base">Of what the threshold is reckoned.</param>
/// <param name="Absentees">How those vote who are not there.</param>
/// <param name="Tie">What follows where votes are equal.</param>
/// <param name="OwnVote">Whether a unit may vote for itself.</param>
/// <param name="Secrecy">Whether votes are secret.</param>
/// <param name="Ballots">How many ballots are held at most about one thing.</param>
/// <param name="Approval">Which answers of a unit its own leader approves before they are sent.</param>
internal sealed record RegulationSettings(
    Share? Quorum = null,
    Voters? Voters = null,
    Share? Threshold = null,
    VoteBase? Base = null,
    AbsenteeVotes? Absentees = null,
    TieRule? Tie = null,
    bool? OwnVote = null,
    Secrecy? Secrecy = null,
    [property: Range(1, 5)] int? Ballots = null,
    ApprovalOfAnswers Approval = ApprovalOfAnswers.None);

[JsonConverter(typeof(CamelCaseEnum<Voters>))]
internal enum Voters
{
    /// <summary>Each member unit, the leaders too, has one vote.</summary>
    Members,

    /// <summary>The same without the head, who chairs.</summary>
    MembersWithoutHead,

    /// <summary>The head and the deputy.</summary>
    Leaders,
}

[JsonConverter(typeof(CamelCaseEnum<TieRule>))]
internal enum TieRule
{
    /// <summary>It is not carried.</summary>
    Fails,

    /// <summary>The chair's vote decides.</summary>
    ChairDecides,

    /// <summary>Another ballot is held.</summary>
    AnotherBallot,

    /// <summary>The emulation office decides.</summary>
    OfficeDecides,
}

[JsonConverter(typeof(CamelCaseEnum<Secrecy>))]
internal enum Secrecy
{
    Open,
    Secret,

    /// <summary>The meeting chooses before each vote.</summary>
    MeetingChooses,
}

[JsonConverter(typeof(CamelCaseEnum<ApprovalOfAnswers>))]
internal enum ApprovalOfAnswers
{
    None,

    /// <summary>Parts of reports.</summary>
    ReportParts,

    /// <summary>Parts of reports, and score sheets.</summary>
    ReportPartsAndSheets,
}
