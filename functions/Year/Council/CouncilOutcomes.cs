namespace EmulationFunctions.Year.Council;

/// <summary>What the council made of a proposal.</summary>
/// <param name="Bloc">The bloc that proposed.</param>
/// <param name="Session">The session's id.</param>
/// <param name="Day">Its day.</param>
/// <param name="Number">The proposal's number in it.</param>
/// <param name="Outcome">What.</param>
/// <param name="Reason">Why.</param>
internal sealed record DecidedProposal(string Bloc, string Session, DateOnly Day, int Number, OutcomeKind Outcome, string? Reason);

/// <summary>What the council made of proposals, for rooms that ask after it.</summary>
internal sealed class CouncilOutcomes(CouncilTable sessions)
{
    /// <summary>The last outcome of that unit's proposal for that award in the sessions about the year; null while there is none.</summary>
    public async Task<DecidedProposal?> FindAsync(int year, string award, string unit, CancellationToken cancellationToken) => (
        from record in await sessions.ReadAllAsync(year, cancellationToken)
        from proposal in record.Session.Content.Proposals
        where (proposal.Award, proposal.Unit) == (award, unit)
        let outcome = record.OutcomeOf(proposal.Number)
        where outcome is not null
        select new DecidedProposal(proposal.Bloc, record.Session.Id, record.Session.Content.Day, proposal.Number, outcome.Outcome, outcome.Reason)).LastOrDefault();

    /// <summary>The day of the session that settled it, and whether it passed; null while none has: what was put off is not settled.</summary>
    public async Task<(DateOnly Day, bool IsPassed)?> SettledAsync(int year, string award, string unit, CancellationToken cancellationToken) =>
        await FindAsync(year, award, unit, cancellationToken) is { Outcome: not OutcomeKind.Postponed } found ? (found.Day, found.Outcome == OutcomeKind.Passed) : null;
}
