using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Council;

/// <summary>The body of <c>PutCouncilSession</c>: the whole session. Nobody is named: members and guests are known by their posts.</summary>
/// <param name="Council">The council as papers name it.</param>
/// <param name="Title">What the session is called.</param>
/// <param name="Day">The day.</param>
/// <param name="Members">All members of the council, there or not.</param>
/// <param name="Proposals">What is voted on.</param>
/// <param name="From">The hour at which it began.</param>
/// <param name="To">The hour at which it ended.</param>
/// <param name="Place">Where.</param>
/// <param name="Quorum">How many members must be there; null for the most that the rules of the awards proposed ask for, else 2/3.</param>
/// <param name="QuorumSource">Where that is said; just where a quorum is given.</param>
internal sealed record CouncilSessionBody(
    [property: StringLength(CouncilMember.LongestPost, MinimumLength = 1)] string Council,
    [property: StringLength(PaperReference.LongestSubject, MinimumLength = 1)] string Title,
    DateOnly Day,
    [property: Items(1, SessionContent.MostMembers)] IReadOnlyList<CouncilMember> Members,
    [property: Items(0, SessionContent.MostProposals)] IReadOnlyList<Proposal> Proposals,
    [property: RegularExpression(HourText.Pattern)] string? From = null,
    [property: RegularExpression(HourText.Pattern)] string? To = null,
    [property: StringLength(PaperReference.LongestIssuer, MinimumLength = 1)] string? Place = null,
    Share? Quorum = null,
    [property: StringLength(PaperReference.LongestSubject, MinimumLength = 1)] string? QuorumSource = null)
{
    /// <summary>Who speaks and does not vote.</summary>
    [Items(0, SessionContent.MostGuests)]
    public IReadOnlyList<CouncilGuest> Guests { get; init; } = [];

    public SessionContent ToContent() => new(
        Council.Trim(),
        Title.Trim(),
        Day,
        From,
        To,
        Place?.Trim(),
        Quorum,
        QuorumSource?.Trim(),
        [.. Members.Select(member => member with { Post = member.Post.Trim() })],
        [.. Guests.Select(guest => guest with { Post = guest.Post.Trim() })],
        Proposals);
}

/// <summary>The body of <c>RecordOutcome</c>.</summary>
/// <param name="Outcomes">Those that are recorded; of other proposals nothing changes.</param>
internal sealed record OutcomesBody([property: Items(1, SessionContent.MostProposals)] IReadOnlyList<ProposalOutcome> Outcomes)
{
    public IReadOnlyList<ProposalOutcome> Trimmed() => [.. Outcomes.Select(one => one with { Reason = one.Reason?.Trim() })];
}
