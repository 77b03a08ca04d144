using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <param name="Ballot">Its id.</param>
/// <param name="State">Open, closed or annulled.</param>
/// <param name="Title">What is voted on.</param>
/// <param name="Award">The award that is voted on; null where it is about something else.</param>
/// <param name="After">The ballot of which it is the run-off; null for a first one.</param>
/// <param name="Rules">By which rules it is held.</param>
/// <param name="Told">What a voter is told of secrecy.</param>
/// <param name="Choices">Who may be voted for, in the order of the ballot paper; once it is counted with what came of it.</param>
/// <param name="Keepers">Who keeps the halves of the opening key.</param>
/// <param name="Opened">The day on which it opened.</param>
/// <param name="Until">The last day on which units vote; null where the chair ends it.</param>
/// <param name="Source">The text that its rules are from.</param>
/// <param name="Own">Of the caller's own units that vote.</param>
/// <param name="Turnout">How many have voted; null for those who do not run the bloc.</param>
/// <param name="Written">Which absent units have written their opinion; what it says only once the ballot is counted.</param>
/// <param name="Votes">Of an open ballot that is counted who voted for whom; null of any other.</param>
/// <param name="Count">What it came to; null until it is counted.</param>
/// <param name="Paper">The sums of a ballot that was held on paper; null of any other.</param>
/// <param name="Closed">The day on which it was counted.</param>
/// <param name="Annulment">That it was annulled; null when it was not.</param>
/// <param name="CastBytes">How many bytes the body of a vote has; null where any number does.</param>
internal sealed record BallotView(
    string Ballot,
    BallotState State,
    string Title,
    string? Award,
    string? After,
    BallotRulesView Rules,
    string Told,
    IReadOnlyList<ChoiceView> Choices,
    IReadOnlyList<KeeperView> Keepers,
    DateOnly Opened,
    DateOnly? Until,
    PaperReference? Source,
    IReadOnlyList<OwnVoteView> Own,
    TurnoutView? Turnout,
    IReadOnlyList<WrittenOpinionView> Written,
    IReadOnlyList<OpenVoteView>? Votes,
    CountView? Count,
    PaperCount? Paper,
    DateOnly? Closed,
    Annulment? Annulment,
    int? CastBytes)
{
    private static readonly Words Secret = new(
        "Bỏ phiếu kín: hệ thống không lưu đơn vị nào bỏ cho ai. Phiếu đã bỏ không xem lại, không đổi được. Số phiếu chỉ được kiểm một lần sau khi kết thúc.",
        "A secret ballot: nothing keeps who voted for whom. A vote is neither shown nor changed afterwards. Votes are counted once, after the end.");

    private static readonly Words Open = new(
        "Bỏ phiếu công khai: sau khi kiểm phiếu, phiếu của từng đơn vị được công bố. Phiếu đã bỏ không đổi được.",
        "An open ballot: after the count each unit's vote is told. A vote is not changed afterwards.");

    public static BallotView Of(BallotRecord record, YearTerms terms, Caller caller, DateOnly today, Language language)
    {
        var (ballot, rules) = (record.Ballot, record.Ballot.Terms);
        var (isCounted, runs) = (ballot.State == BallotState.Closed, Runs(caller, terms));
        return new(
            ballot.Id,
            ballot.State,
            ballot.Title,
            ballot.Award,
            ballot.After,
            BallotRulesView.Of(rules),
            (rules.IsSecret ? Secret : Open).In(language),
            [.. rules.Choices.Select(choice => ChoiceView.Of(choice, terms.Names[choice], isCounted ? ballot.Result?.Choices.FirstOrDefault(one => one.Unit == choice) : null, ballot.Result?.Of))],
            [.. ballot.Keepers.Select(keeper => new KeeperView(keeper.Post, keeper.Unit, keeper.Unit is null ? null : terms.Names[keeper.Unit]))],
            ballot.Opened,
            ballot.Until,
            ballot.Source,
            [.. rules.Voters.Where(caller.Units.Contains).Select(unit => OwnVoteView.Of(record, unit, caller))],
            runs && ballot.Paper is null && ballot.State != BallotState.Annulled ? TurnoutView.Of(record, terms, today) : null,
            [.. record.Opinions.Values.OrderBy(one => one.Unit, StringComparer.Ordinal).Select(one => WrittenOpinionView.Of(one, terms, isCounted, runs))],
            isCounted && !rules.IsSecret && ballot.Paper is null
                ? [.. rules.Voters.Where(record.Votes.ContainsKey).Select(unit => new OpenVoteView(unit, terms.Names[unit], record.Votes[unit]))]
                : null,
            isCounted && ballot.Result is { } result ? CountView.Of(result) : null,
            ballot.Paper,
            ballot.Closed,
            ballot.Annulled,
            rules.IsSecret && ballot.Paper is null ? CastBody.Bytes : null);
    }

    private static bool Runs(Caller caller, YearTerms terms) =>
        caller.IsAdmin || caller.Units.Any(unit => unit == terms.Acting.Head || unit == terms.Acting.Deputy);
}

/// <param name="IsSecret">Whether nobody ever learns who voted for whom.</param>
/// <param name="Voters">How many units vote.</param>
/// <param name="Seats">How many pass at most; null for all that reach the threshold.</param>
/// <param name="Marks">For how many one vote may be at most.</param>
/// <param name="Threshold">Which part has to be for a choice.</param>
/// <param name="Base">Of what.</param>
/// <param name="Absentees">How those vote who are not there.</param>
/// <param name="Tie">What follows where not all who have the same number can pass.</param>
/// <param name="OwnVote">Whether a unit may vote for itself.</param>
/// <param name="BlankIsValid">Whether a blank vote counts as a valid one.</param>
/// <param name="Counts">What is told of the counts.</param>
/// <param name="Round">Which ballot about the same thing this is.</param>
/// <param name="Rounds">How many are held at most.</param>
/// <param name="Quorum">How many of the voters must be there, or take part where nobody says who was there; null where nothing asks for it.</param>
/// <param name="Decider">Who decides where the last ballot leaves places; null where no rule of an award says it: then the office, if more than one could be held.</param>
internal sealed record BallotRulesView(
    bool IsSecret, int Voters, int? Seats, int Marks, Share Threshold, VoteBase Base, AbsenteeVotes Absentees, TieRule Tie, bool OwnVote, bool BlankIsValid, CountsShown Counts, int Round, int Rounds, Share? Quorum, AwardDecider? Decider)
{
    public static BallotRulesView Of(BallotTerms terms) => new(
        terms.IsSecret, terms.Voters.Count, terms.Seats, terms.Marks, terms.Threshold, terms.Base, terms.Absentees, terms.Tie, terms.OwnVote, terms.BlankIsValid, terms.Counts, terms.Round, terms.Rounds, terms.Quorum, terms.Decider);
}

/// <param name="Unit">The unit that may be voted for.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Outcome">Whether it passed; null until it is counted.</param>
/// <param name="Votes">Votes from the box for it; null until it is counted, and where counts are not told.</param>
/// <param name="Written">Written opinions for it; null until it is counted, and where counts are not told.</param>
/// <param name="OutOf">Of how many both together are a part; null until it is counted, and where counts are not told.</param>
internal sealed record ChoiceView(string Unit, string UnitName, ChoiceOutcome? Outcome, int? Votes, int? Written, int? OutOf)
{
    public static ChoiceView Of(string unit, string name, ChoiceResult? result, int? outOf) =>
        new(unit, name, result?.Outcome, result?.Votes, result?.Written, result is null ? null : outOf);
}

/// <param name="Post">The post.</param>
/// <param name="Unit">The unit; null for somebody of no unit of the roster.</param>
/// <param name="UnitName">What people call it.</param>
internal sealed record KeeperView(string Post, string? Unit, string? UnitName);

/// <param name="Unit">The caller's unit.</param>
/// <param name="HasVoted">Whether its vote is recorded, or its written opinion.</param>
/// <param name="Voter">Who casts it; null while nobody is named.</param>
/// <param name="IsCaller">Whether that is the caller's account.</param>
/// <param name="Etag">For If-Match, to name somebody else; null while nobody is named.</param>
internal sealed record OwnVoteView(string Unit, bool HasVoted, PersonView? Voter, bool IsCaller, string? Etag)
{
    public static OwnVoteView Of(BallotRecord record, string unit, Caller caller)
    {
        var named = record.Voters.GetValueOrDefault(unit);
        return new(unit, !record.Missing.Contains(unit), PersonView.Of(named?.Person), named?.Account == caller.Object, named is null ? null : EntityTag.Of(named.Version));
    }
}

/// <param name="Voters">How many units vote.</param>
/// <param name="Voted">How many have, written opinions included.</param>
/// <param name="Missing">Who has not; of a secret ballot told from its last day on, so that nobody watches who comes when. Null before.</param>
internal sealed record TurnoutView(int Voters, int Voted, IReadOnlyList<string>? Missing)
{
    public static TurnoutView Of(BallotRecord record, YearTerms terms, DateOnly today)
    {
        var isTold = !record.Ballot.Terms.IsSecret || record.Ballot.State == BallotState.Closed || record.Ballot.Until <= today;
        return new(record.Ballot.Terms.Voters.Count, record.Ballot.Terms.Voters.Count - record.Missing.Count, isTold ? [.. record.Missing.Select(unit => terms.Names[unit])] : null);
    }
}

/// <param name="Unit">The absent unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Paper">Its letter.</param>
/// <param name="Vote">What it says; null until the ballot is counted.</param>
/// <param name="Etag">For If-Match, to change it; null for those who do not run the bloc.</param>
internal sealed record WrittenOpinionView(string Unit, string UnitName, PaperReference Paper, Vote? Vote, string? Etag)
{
    public static WrittenOpinionView Of(WrittenOpinion one, YearTerms terms, bool isCounted, bool runs) =>
        new(one.Unit, terms.Names[one.Unit], one.Paper, isCounted ? one.Vote : null, runs ? EntityTag.Of(one.Version) : null);
}

/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Vote">What it said.</param>
internal sealed record OpenVoteView(string Unit, string UnitName, Vote Vote);

/// <param name="Returned">How many votes were in the box.</param>
/// <param name="Written">How many absent units wrote their opinion.</param>
/// <param name="Present">How many voters were present; null where nobody recorded it.</param>
/// <param name="Valid">Valid votes in the box; null where counts are not told.</param>
/// <param name="Invalid">Invalid ones; null where counts are not told.</param>
/// <param name="Blank">Blank ones; null where counts are not told.</param>
/// <param name="OutOf">Of how many the threshold is reckoned; null where counts are not told.</param>
/// <param name="Settled">How those with the same number were told apart; null where none were.</param>
internal sealed record CountView(int Returned, int Written, int? Present, int? Valid, int? Invalid, int? Blank, int? OutOf, TieSettlement? Settled)
{
    public static CountView Of(BallotResult result) => new(result.Returned, result.Written, result.Present, result.Valid, result.Invalid, result.Blank, result.Of, result.Settled);
}

/// <param name="Ballot">The ballot as everybody sees it.</param>
/// <param name="Keys">The halves of the opening key, told this once: each for one keeper, who keeps it from the other. Null of an open ballot, and when it was open before.</param>
internal sealed record OpenedView(BallotView Ballot, IReadOnlyList<KeyView>? Keys);

/// <param name="Keeper">Whose.</param>
/// <param name="Key">To be written down; the program keeps it nowhere.</param>
internal sealed record KeyView(KeeperView Keeper, string Key);

/// <param name="Unit">The unit.</param>
/// <param name="Account">The account that casts its vote.</param>
/// <param name="Person">Who that is.</param>
/// <param name="IsSubstitute">Whether the person stands in for the one who would vote.</param>
internal sealed record NamedVoterView(string Unit, string Account, PersonView? Person, bool IsSubstitute)
{
    public static NamedVoterView Of(NamedVoter voter) => new(voter.Unit, voter.Account, PersonView.Of(voter.Person), voter.IsSubstitute);
}

/// <param name="IsRecorded">Always so, and always the only thing that is said: no receipt proves a vote to others.</param>
internal sealed record CastView(bool IsRecorded);

/// <param name="Ballot">Its id.</param>
/// <param name="Title">What is voted on.</param>
/// <param name="State">Open, closed or annulled.</param>
/// <param name="IsSecret">Whether it is secret.</param>
/// <param name="Award">The award that is voted on.</param>
/// <param name="Round">Which ballot about the same thing this is.</param>
/// <param name="Until">The last day on which units vote.</param>
internal sealed record BallotSummary(string Ballot, string Title, BallotState State, bool IsSecret, string? Award, int Round, DateOnly? Until)
{
    public static BallotSummary Of(Ballot one) => new(one.Id, one.Title, one.State, one.Terms.IsSecret, one.Award, one.Terms.Round, one.Until);
}

/// <param name="Ballots">A page of ballots, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record BallotPage(IReadOnlyList<BallotSummary> Ballots, string? Continuation);
