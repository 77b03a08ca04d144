using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Year.Council;

/// <summary>A session with all that was written down of it.</summary>
/// <param name="Session">The session.</param>
/// <param name="Votes">By id.</param>
/// <param name="Outcomes">By number.</param>
/// <param name="Version">The number of the change that last wrote the session itself.</param>
/// <param name="OutcomesVersion">The same of the outcomes; 0 while there are none.</param>
internal sealed record SessionRecord(CouncilSession Session, IReadOnlyList<CouncilVote> Votes, IReadOnlyList<ProposalOutcome> Outcomes, long Version, long OutcomesVersion)
{
    /// <summary>The last round in which the proposal was voted on.</summary>
    public (CouncilVote Vote, ProposalVote Result)? LastOf(int proposal)
    {
        var last = Votes.Where(vote => vote.Content.Results.Any(one => one.Proposal == proposal)).MaxBy(vote => vote.Content.Round);
        return last is null ? null : (last, last.Content.Results.First(one => one.Proposal == proposal));
    }

    /// <summary>What its last round came to; null while it was not voted on.</summary>
    public ProposalCount? CountOf(int proposal, AwardRules rules) => LastOf(proposal) is var (_, result)
        ? ProposalCount.Of(result, Session.Content, rules.Find(Session.Find(proposal)!.Award)?.VoteOf(VotingBody.Council))
        : null;

    public ProposalOutcome? OutcomeOf(int proposal) => Outcomes.FirstOrDefault(one => one.Proposal == proposal);
}
