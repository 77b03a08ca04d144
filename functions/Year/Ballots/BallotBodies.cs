using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>What a ballot is about and by which rules it is held. What the award's rules or the bloc's regulation settle may be left out, and is not said otherwise.</summary>
/// <param name="Title">What is voted on.</param>
/// <param name="Award">The award that is voted on, by its code; its nominees are the choices.</param>
/// <param name="Secrecy">Open or secret; needed where the regulation leaves it to the meeting.</param>
/// <param name="Seats">How many pass at most; all that reach the threshold unless given.</param>
/// <param name="Marks">For how many one vote may be at most; for as many as may pass unless given.</param>
/// <param name="Threshold">Which part has to be for a choice; needed where nothing settles it.</param>
/// <param name="Base">Of what; needed where nothing settles it.</param>
/// <param name="Absentees">How those vote who are not there; not at all unless given.</param>
/// <param name="Tie">What follows where not all who have the same number can pass; none of them passes unless given.</param>
/// <param name="OwnVote">Whether a unit may vote for itself; it may unless given.</param>
/// <param name="BlankIsValid">Whether a blank vote counts as a valid one.</param>
/// <param name="Counts">What is told of the counts.</param>
/// <param name="Rounds">How many ballots are held at most about the same thing; 1 unless given.</param>
/// <param name="After">The closed ballot of which this is the run-off: its rules hold.</param>
/// <param name="Source">The text that the rules are from.</param>
internal sealed record BallotQuestion(
    [property: StringLength(Ballot.LongestTitle, MinimumLength = 1)] string Title,
    [property: Slug] string? Award = null,
    Secrecy? Secrecy = null,
    [property: Range(1, BallotTerms.MostChoices)] int? Seats = null,
    [property: Range(1, BallotTerms.MostChoices)] int? Marks = null,
    Share? Threshold = null,
    VoteBase? Base = null,
    AbsenteeVotes? Absentees = null,
    TieRule? Tie = null,
    bool? OwnVote = null,
    bool BlankIsValid = false,
    CountsShown Counts = CountsShown.All,
    [property: Range(1, 5)] int? Rounds = null,
    [property: Slug] string? After = null,
    PaperReference? Source = null)
{
    /// <summary>The units that may be voted for, in the order of the ballot paper; the award's nominees unless given.</summary>
    [Items(0, BallotTerms.MostChoices), Slug]
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>The body of <c>OpenBallot</c>.</summary>
/// <param name="Question">What is voted on, and by which rules.</param>
/// <param name="Until">The last day on which units vote; unless given the chair ends it.</param>
/// <param name="AcceptsFew">Whether whoever opens it has been warned that so few vote that the counts may betray them.</param>
internal sealed record OpenBallotBody(BallotQuestion Question, DateOnly? Until = null, bool AcceptsFew = false)
{
    /// <summary>The two who keep the halves of the opening key of a secret ballot; none of an open one.</summary>
    [Items(0, 2)]
    public IReadOnlyList<Keeper> Keepers { get; init; } = [];
}

/// <summary>The body of <c>NameVoter</c>.</summary>
/// <param name="Account">The object id of the account that casts the unit's vote; the caller's own unless given.</param>
/// <param name="Name">Who that is.</param>
/// <param name="Post">By which post.</param>
/// <param name="IsSubstitute">Whether the person stands in for the one who would vote.</param>
internal sealed record NamedVoterBody(
    Guid? Account = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Name = null,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Post = null,
    bool IsSubstitute = false);

/// <summary>The body of <c>CastBallot</c>. Of a secret ballot it has the same length whatever it says: <c>padding</c> fills it up.</summary>
/// <param name="IsBlank">A blank vote.</param>
/// <param name="Padding">Letters that say nothing.</param>
internal sealed record CastBody(bool IsBlank = false, [property: StringLength(CastBody.Bytes)] string? Padding = null)
{
    /// <summary>How many bytes the body of a secret vote has, the longest choice of all included.</summary>
    public const int Bytes = 4096;

    /// <summary>For whom; none is against all.</summary>
    [Items(0, BallotTerms.MostChoices), Slug]
    public IReadOnlyList<string> Choices { get; init; } = [];

    public Vote ToVote() => new([.. Choices.Order(StringComparer.Ordinal)], IsBlank);
}

/// <summary>The body of <c>RecordWrittenOpinion</c>.</summary>
/// <param name="Paper">The letter.</param>
/// <param name="IsBlank">Whether it leaves the paper blank.</param>
internal sealed record WrittenOpinionBody(PaperReference Paper, bool IsBlank = false)
{
    /// <summary>For whom; none is against all.</summary>
    [Items(0, BallotTerms.MostChoices), Slug]
    public IReadOnlyList<string> Choices { get; init; } = [];

    public WrittenOpinion ToOpinion(string unit) => new(unit, new([.. Choices.Order(StringComparer.Ordinal)], IsBlank), Paper.Trimmed());
}

/// <summary>The body of <c>CloseBallot</c>.</summary>
/// <param name="Present">How many voters were present, those who voted included; needed where the threshold is reckoned of them.</param>
/// <param name="Reason">Why it ends before its last day although some have not voted.</param>
internal sealed record CloseBallotBody(
    [property: Range(0, BallotTerms.MostVoters)] int? Present = null,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string? Reason = null)
{
    /// <summary>Both halves of the opening key of a secret ballot; none of an open one.</summary>
    [Items(0, 2), StringLength(OpeningKey.LongestText, MinimumLength = 1)]
    public IReadOnlyList<string> Keys { get; init; } = [];
}

/// <summary>The body of <c>AnnulBallot</c>.</summary>
/// <param name="Reason">What went wrong.</param>
internal sealed record AnnulmentBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <summary>The body of <c>SettleBallotTie</c>.</summary>
/// <param name="Reason">Who decided, and why.</param>
internal sealed record TieSettlementBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason)
{
    /// <summary>Who of those with the same number passes.</summary>
    [Items(0, BallotTerms.MostChoices), Slug]
    public IReadOnlyList<string> Units { get; init; } = [];
}

/// <summary>The body of <c>RecordPaperBallot</c>.</summary>
/// <param name="Question">What was voted on, and by which rules.</param>
/// <param name="On">The day.</param>
/// <param name="Issued">Papers given out.</param>
/// <param name="Returned">Papers in the box.</param>
/// <param name="NotReturned">Papers that are not.</param>
/// <param name="Valid">Valid ones of those returned.</param>
/// <param name="Invalid">The others.</param>
/// <param name="Blank">Blank ones.</param>
/// <param name="Present">How many voters were present; needed where the threshold is reckoned of them.</param>
internal sealed record PaperBallotBody(
    BallotQuestion Question,
    DateOnly On,
    [property: Range(0, BallotTerms.MostVoters)] int Issued,
    [property: Range(0, BallotTerms.MostVoters)] int Returned,
    [property: Range(0, BallotTerms.MostVoters)] int NotReturned,
    [property: Range(0, BallotTerms.MostVoters)] int Valid,
    [property: Range(0, BallotTerms.MostVoters)] int Invalid,
    [property: Range(0, BallotTerms.MostVoters)] int Blank,
    [property: Range(0, BallotTerms.MostVoters)] int? Present = null)
{
    /// <summary>How many papers were for each choice, in the order of the ballot paper.</summary>
    [Items(0, BallotTerms.MostChoices)]
    public IReadOnlyList<PaperVotes> Votes { get; init; } = [];

    public PaperCount ToCount() => new(Issued, Returned, NotReturned, Valid, Invalid, Blank, On);
}

/// <param name="Unit">The choice.</param>
/// <param name="Votes">How many papers were for it.</param>
internal sealed record PaperVotes([property: Slug] string Unit, [property: Range(0, BallotTerms.MostVoters)] int Votes);
