using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

[JsonConverter(typeof(CamelCaseEnum<BallotState>))]
internal enum BallotState
{
    /// <summary>Units vote; nothing is counted.</summary>
    Open,

    /// <summary>Counted, once.</summary>
    Closed,

    /// <summary>Something went wrong: none of it counts.</summary>
    Annulled,
}

/// <summary>What anybody is ever told of the counts.</summary>
[JsonConverter(typeof(CamelCaseEnum<CountsShown>))]
internal enum CountsShown
{
    All,

    /// <summary>Who passed and who did not, and no number: of a secret ballot none is kept.</summary>
    OutcomeOnly,
}

/// <summary>By which rules a ballot is held: fixed when it opens, whatever becomes of regulation, award rules and roster.</summary>
/// <param name="IsSecret">Whether nobody ever learns who voted for whom; irreversible.</param>
/// <param name="Voters">The units that vote, by id.</param>
/// <param name="Choices">The units that may be voted for, in the order of the ballot paper.</param>
/// <param name="Seats">How many pass at most; null for all that reach the threshold.</param>
/// <param name="Marks">For how many one vote may be at most.</param>
/// <param name="Threshold">Which part of <paramref name="Base"/> has to be for a choice.</param>
/// <param name="Base">Of what the threshold is reckoned.</param>
/// <param name="Absentees">How those vote who are not there.</param>
/// <param name="Tie">What follows where more have the same number than still pass.</param>
/// <param name="OwnVote">Whether a unit may vote for itself.</param>
/// <param name="BlankIsValid">Whether a blank vote counts as a valid one; configurable, it does not by default.</param>
/// <param name="Counts">What is told of the counts.</param>
/// <param name="Round">Which ballot about the same thing this is; the first is 1.</param>
/// <param name="Rounds">How many are held at most, such as 2 (Circular 01/2024/TT-TANDTC art. 29).</param>
/// <param name="Quorum">How many of the voters must be there, or take part where nobody said who was there; null where nothing asks for it.</param>
/// <param name="Decider">Who decides where the last of them leaves places; null where no rule of an award says it: then the office, if more than one could be held.</param>
internal sealed record BallotTerms(
    bool IsSecret,
    IReadOnlyList<string> Voters,
    IReadOnlyList<string> Choices,
    int? Seats,
    int Marks,
    Share Threshold,
    VoteBase Base,
    AbsenteeVotes Absentees,
    TieRule Tie,
    bool OwnVote,
    bool BlankIsValid,
    CountsShown Counts,
    int Round,
    int Rounds,
    Share? Quorum = null,
    AwardDecider? Decider = null)
{
    /// <summary>As many units as one box holds.</summary>
    public const int MostVoters = 80;

    public const int MostChoices = 40;

    /// <summary>Of fewer votes each voter could tell the others': configurable default, no source gives a number.</summary>
    public const int FewestSecretVotes = 3;

    /// <summary>Below this many voters counts easily betray them, so whoever opens a secret ballot is warned: configurable default, no source gives a number.</summary>
    public const int FewSecretVoters = 5;

    /// <summary>Whether no other ballot about the same thing follows.</summary>
    [JsonIgnore]
    public bool IsLast => Round >= Rounds;

    /// <summary>Whether so many voters are enough to count what they say.</summary>
    public bool HasQuorum(int there) => Quorum?.IsReachedBy(there, Voters.Count) is not false;

    /// <summary>Where <paramref name="unit"/> stands on the roll; negative where it does not vote.</summary>
    public int IndexOf(string unit) => Array.IndexOf([.. Voters], unit);
}

/// <summary>One of the two who keep a half of the opening key: by unit or body and post, as the regulation or the meeting names them, and never by name.</summary>
/// <param name="Post">The post, such as "Trưởng ban kiểm phiếu".</param>
/// <param name="Unit">The unit; null for somebody of no unit of the roster.</param>
internal sealed record Keeper([property: StringLength(Keeper.LongestPost, MinimumLength = 1)] string Post, [property: Slug] string? Unit = null)
{
    public const int LongestPost = 200;
}

/// <param name="On">The day.</param>
/// <param name="Reason">What went wrong.</param>
internal sealed record Annulment(DateOnly On, string Reason);

/// <summary>A ballot of a bloc's year, as everybody may know it.</summary>
/// <param name="Id">Its id, chosen by who opens it.</param>
/// <param name="Title">What is voted on.</param>
/// <param name="Award">The award that is voted on, by its code; null where it is about something else.</param>
/// <param name="After">The ballot of whose choices this is the run-off; null for a first one.</param>
/// <param name="Keepers">Who keeps the halves of the opening key; none of an open ballot.</param>
/// <param name="Opened">The day on which it opened.</param>
/// <param name="Until">The last day on which units vote; null where the meeting ends it.</param>
/// <param name="Source">The text that its rules are from; null where nobody said.</param>
/// <param name="RulesVersion">Which version of the award's rules it was opened under; null without an award.</param>
internal sealed record Ballot(
    string Id, string Title, BallotTerms Terms, string? Award, string? After, IReadOnlyList<Keeper> Keepers, DateOnly Opened, DateOnly? Until, PaperReference? Source, string? RulesVersion)
{
    public const int LongestTitle = 300;

    public BallotState State { get; init; }

    /// <summary>The day on which it was counted.</summary>
    public DateOnly? Closed { get; init; }

    public BallotResult? Result { get; init; }

    /// <summary>The sums of a ballot that was held on paper.</summary>
    public PaperCount? Paper { get; init; }

    public Annulment? Annulled { get; init; }

    /// <summary>The number of the change that last wrote it; no vote changes it.</summary>
    [JsonIgnore]
    public long Version { get; init; }
}

/// <summary>Who casts the vote of a unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Account">The account's object id in the tenant: no other account casts it.</param>
/// <param name="Person">Who, or at least by which post; null where nobody said.</param>
/// <param name="IsSubstitute">Whether the person stands in for the one who would vote.</param>
internal sealed record NamedVoter(string Unit, string Account, NamedPerson? Person, bool IsSubstitute)
{
    [JsonIgnore]
    public long Version { get; init; }
}

/// <summary>What a unit says: for some of the choices, for none of them, or nothing.</summary>
/// <param name="Choices">For whom; none is against all of them.</param>
/// <param name="IsBlank">A blank paper.</param>
internal sealed record Vote(IReadOnlyList<string> Choices, bool IsBlank)
{
    public bool Equals(Vote? other) => other is not null && IsBlank == other.IsBlank && Choices.SequenceEqual(other.Choices, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Choices.Count, IsBlank);
}

/// <summary>What an absent unit wrote: known to be its own, counted and shown apart.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Vote">What it says.</param>
/// <param name="Paper">The letter that says so.</param>
internal sealed record WrittenOpinion(string Unit, Vote Vote, PaperReference Paper)
{
    [JsonIgnore]
    public long Version { get; init; }
}

/// <summary>The papers of a ballot that was held on paper: issued = returned + not returned, returned = valid + invalid (state election forms 18 and 23).</summary>
/// <param name="Issued">Papers given out.</param>
/// <param name="Returned">Papers in the box.</param>
/// <param name="NotReturned">Papers that are not.</param>
/// <param name="Valid">Valid ones of those returned.</param>
/// <param name="Invalid">The others, such as spoiled ones and those with too many marks.</param>
/// <param name="Blank">Blank ones; they are part of the invalid or the valid ones, as the ballot's rules say.</param>
/// <param name="On">The day.</param>
internal sealed record PaperCount(int Issued, int Returned, int NotReturned, int Valid, int Invalid, int Blank, DateOnly On);
