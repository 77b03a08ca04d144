using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Council;

/// <param name="State">Whether enough members are there.</param>
/// <param name="Present">How many are.</param>
/// <param name="Members">Of how many.</param>
/// <param name="Needed">How many must be.</param>
/// <param name="Share">Which part of them.</param>
/// <param name="Source">Where that is said; null for the default of 2/3.</param>
internal sealed record CouncilQuorumView(CouncilQuorumState State, int Present, int Members, int Needed, Share Share, string? Source);

/// <summary>The last round about a proposal.</summary>
/// <param name="Vote">In which vote.</param>
/// <param name="Round">Which round.</param>
/// <param name="For">Members in the room for it.</param>
/// <param name="Against">Members in the room against it.</param>
/// <param name="Other">Members in the room with another view or none.</param>
/// <param name="WrittenFor">Absent members for it in writing.</param>
/// <param name="WrittenAgainst">Absent members against it in writing.</param>
/// <param name="WrittenOther">Absent members with another view in writing.</param>
/// <param name="Of">Of how many its votes are reckoned; null where no rule says it.</param>
/// <param name="IsCarried">Whether they reach the threshold; null where no rule says it.</param>
/// <param name="Threshold">What the rules ask for, with its article; null where no rule says it.</param>
internal sealed record ProposalVoteView(
    string Vote, int Round, int For, int Against, int Other, int WrittenFor, int WrittenAgainst, int WrittenOther, int? Of, bool? IsCarried, string? Threshold);

/// <summary>A proposal.</summary>
/// <param name="Number">Within the session.</param>
/// <param name="Award">The award's code.</param>
/// <param name="AwardTitle">What it is called.</param>
/// <param name="Bloc">The bloc that proposes.</param>
/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Vote">Its last round; null while it was not voted on.</param>
/// <param name="Outcome">What the council decided; null while it has not.</param>
/// <param name="Reason">Why.</param>
internal sealed record ProposalView(
    int Number, string Award, string AwardTitle, string Bloc, string Unit, string UnitName, ProposalVoteView? Vote, OutcomeKind? Outcome, string? Reason);

/// <summary>A round of voting.</summary>
/// <param name="Vote">Its id.</param>
/// <param name="Way">By show of hands or by ballot.</param>
/// <param name="Round">Which round.</param>
/// <param name="Ballots">The papers of a ballot.</param>
/// <param name="Results">The counts.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record CouncilVoteView(string Vote, VoteWay Way, int Round, CouncilCount? Ballots, IReadOnlyList<ProposalVote> Results, string Etag);

/// <summary>A session of the council.</summary>
/// <param name="Year">The year.</param>
/// <param name="Session">Its id.</param>
/// <param name="Council">The council as papers name it.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Day">The day.</param>
/// <param name="From">The hour at which it began.</param>
/// <param name="To">The hour at which it ended.</param>
/// <param name="Place">Where.</param>
/// <param name="RulesVersion">The version of the award rules under which it was put down.</param>
/// <param name="Quorum">Whether enough members are there.</param>
/// <param name="Members">All members of the council.</param>
/// <param name="Guests">Who speaks and does not vote.</param>
/// <param name="Proposals">What is voted on, with what came of it.</param>
/// <param name="Votes">The rounds of voting, by id.</param>
/// <param name="Passed">How many proposals passed.</param>
/// <param name="NotPassed">How many did not.</param>
/// <param name="Open">How many have no outcome, or were put off.</param>
/// <param name="OutcomesEtag">For If-Match, to change outcomes.</param>
internal sealed record CouncilSessionView(
    int Year,
    string Session,
    string Council,
    string Title,
    DateOnly Day,
    string? From,
    string? To,
    string? Place,
    string RulesVersion,
    CouncilQuorumView Quorum,
    IReadOnlyList<CouncilMember> Members,
    IReadOnlyList<CouncilGuest> Guests,
    IReadOnlyList<ProposalView> Proposals,
    IReadOnlyList<CouncilVoteView> Votes,
    int Passed,
    int NotPassed,
    int Open,
    string OutcomesEtag)
{
    public static CouncilSessionView Of(int year, SessionRecord record, AwardRules rules, UnitNames names)
    {
        var (session, content) = (record.Session, record.Session.Content);
        var quorum = CouncilQuorum.Of(content, rules);
        var (passed, not) = (record.Outcomes.Count(one => one.Outcome == OutcomeKind.Passed), record.Outcomes.Count(one => one.Outcome == OutcomeKind.NotPassed));
        return new(
            year,
            session.Id,
            content.Council,
            content.Title,
            content.Day,
            content.From,
            content.To,
            content.Place,
            session.RulesVersion,
            new(quorum.State, quorum.Present, quorum.Members, quorum.Needed, quorum.Share, quorum.Source),
            content.Members,
            content.Guests,
            [.. content.Proposals.OrderBy(one => one.Number).Select(one => new ProposalView(
                one.Number,
                one.Award,
                rules.Find(one.Award)?.Title ?? one.Award,
                one.Bloc,
                one.Unit,
                names[one.Unit],
                VoteOf(record, one.Number, rules),
                record.OutcomeOf(one.Number)?.Outcome,
                record.OutcomeOf(one.Number)?.Reason))],
            [.. record.Votes.Select(vote => new CouncilVoteView(
                vote.Id, vote.Content.Way, vote.Content.Round, vote.Content.Ballots, vote.Content.Results, EntityTag.Of(vote.Version)))],
            passed,
            not,
            content.Proposals.Count - passed - not,
            EntityTag.Of(record.OutcomesVersion));
    }

    private static ProposalVoteView? VoteOf(SessionRecord record, int proposal, AwardRules rules)
    {
        if (record.LastOf(proposal) is not var (vote, result))
        {
            return null;
        }

        var count = record.CountOf(proposal, rules)!;
        return new(
            vote.Id,
            vote.Content.Round,
            result.For,
            result.Against,
            result.Other,
            result.WrittenAs(WrittenView.For),
            result.WrittenAs(WrittenView.Against),
            result.WrittenAs(WrittenView.Other),
            count.All,
            count.IsCarried,
            count.Vote is { } rule ? CouncilRules.Told(rule) : null);
    }
}

/// <param name="Session">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Day">The day.</param>
/// <param name="Proposals">How many proposals it has.</param>
internal sealed record CouncilSessionSummary(string Session, string Title, DateOnly Day, int Proposals);

/// <param name="Sessions">A page of sessions, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record CouncilSessionPage(IReadOnlyList<CouncilSessionSummary> Sessions, string? Continuation);

/// <summary>What the council made of a unit's proposal.</summary>
/// <param name="Year">The year.</param>
/// <param name="Award">The award's code.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Session">The session.</param>
/// <param name="Day">Its day.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Reason">Why.</param>
internal sealed record CouncilOutcomeView(int Year, string Award, string Unit, string Session, DateOnly Day, OutcomeKind Outcome, string? Reason);
