using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Council;

/// <summary>One round of voting about some proposals, as counts: who voted how in the room is not recorded. Opinions of absentees in writing are known to be theirs, and stand apart.</summary>
/// <param name="Id">Its id within the session.</param>
/// <param name="Content">What came of it.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record CouncilVote(string Id, CouncilVoteContent Content, long Version = 0);

/// <param name="Way">By show of hands or by ballot.</param>
/// <param name="Round">The first is 1.</param>
/// <param name="Ballots">How many papers; just where it was by ballot.</param>
/// <param name="Results">For each proposal.</param>
internal sealed record CouncilVoteContent(
    VoteWay Way,
    [property: Range(1, CouncilVoteContent.MostRounds)] int Round,
    [property: Items(1, SessionContent.MostProposals)] IReadOnlyList<ProposalVote> Results,
    CouncilCount? Ballots = null)
{
    public const int MostRounds = 5;

    public bool Says(CouncilVoteContent other) =>
        (Way, Round, Ballots) == (other.Way, other.Round, other.Ballots) && Results.Count == other.Results.Count && Results.Zip(other.Results).All(pair => pair.First.Says(pair.Second));
}

[JsonConverter(typeof(CamelCaseEnum<VoteWay>))]
internal enum VoteWay
{
    Show,
    Ballot,
}

/// <summary>The papers of a ballot: issued = returned + not returned, returned = valid + invalid.</summary>
/// <param name="Issued">Given out.</param>
/// <param name="Returned">Come back.</param>
/// <param name="NotReturned">Not come back.</param>
/// <param name="Valid">Of those that came back.</param>
/// <param name="Invalid">Of those that came back.</param>
internal sealed record CouncilCount(
    [property: Range(0, SessionContent.MostMembers)] int Issued,
    [property: Range(0, SessionContent.MostMembers)] int Returned,
    [property: Range(0, SessionContent.MostMembers)] int NotReturned,
    [property: Range(0, SessionContent.MostMembers)] int Valid,
    [property: Range(0, SessionContent.MostMembers)] int Invalid);

/// <param name="Proposal">The proposal's number.</param>
/// <param name="For">Members in the room for it.</param>
/// <param name="Against">Members in the room against it.</param>
/// <param name="Other">Members in the room with another view or none; on a ballot those who left it blank.</param>
internal sealed record ProposalVote(
    [property: Range(1, SessionContent.MostProposals)] int Proposal,
    [property: Range(0, SessionContent.MostMembers)] int For,
    [property: Range(0, SessionContent.MostMembers)] int Against,
    [property: Range(0, SessionContent.MostMembers)] int Other)
{
    /// <summary>Opinions of absent members in writing.</summary>
    [Items(0, SessionContent.MostMembers)]
    public IReadOnlyList<MemberOpinion> Written { get; init; } = [];

    [JsonIgnore]
    public int InRoom => For + Against + Other;

    public int WrittenAs(WrittenView view) => Written.Count(one => one.View == view);

    public bool Says(ProposalVote other) => (Proposal, For, Against, Other) == (other.Proposal, other.For, other.Against, other.Other) && Written.SequenceEqual(other.Written);
}

/// <param name="Member">The absent member's id.</param>
/// <param name="View">What it comes to. Who has not answered is not named: silence is no consent.</param>
internal sealed record MemberOpinion([property: Slug] string Member, WrittenView View);

[JsonConverter(typeof(CamelCaseEnum<WrittenView>))]
internal enum WrittenView
{
    For,
    Against,
    Other,
}

/// <summary>What the council decided of a proposal.</summary>
/// <param name="Proposal">The proposal's number.</param>
/// <param name="Outcome">What.</param>
/// <param name="Reason">Why; needed unless it passed. Who proposed reads it.</param>
internal sealed record ProposalOutcome(
    [property: Range(1, SessionContent.MostProposals)] int Proposal,
    OutcomeKind Outcome,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string? Reason = null);

[JsonConverter(typeof(CamelCaseEnum<OutcomeKind>))]
internal enum OutcomeKind
{
    Passed,
    NotPassed,

    /// <summary>Put off to another round or session.</summary>
    Postponed,
}
