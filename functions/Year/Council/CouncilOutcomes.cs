using EmulationFunctions.Province.Decisions;

namespace EmulationFunctions.Year.Council;

/// <summary>What the council made of a proposal.</summary>
/// <param name="Bloc">The bloc that proposed.</param>
/// <param name="Session">The session's id.</param>
/// <param name="Day">Its day.</param>
/// <param name="Number">The proposal's number in it.</param>
/// <param name="Outcome">What.</param>
/// <param name="Reason">Why.</param>
internal sealed record DecidedProposal(string Bloc, string Session, DateOnly Day, int Number, OutcomeKind Outcome, string? Reason);

/// <summary>What the council made of proposals, for rooms that ask after it. The sessions about a year are read once, whatever is asked of them.</summary>
internal sealed class CouncilOutcomes(CouncilTable sessions)
{
    /// <summary>The last outcome of that unit's proposal for that award in the sessions about the year; null while there is none.</summary>
    public async Task<DecidedProposal?> FindAsync(int year, string award, string unit, CancellationToken cancellationToken) =>
        Last(await sessions.ReadAllAsync(year, cancellationToken)).GetValueOrDefault((award, unit));

    /// <summary>What is behind <see cref="CouncilOutcomesOf"/>: what was put off is not settled.</summary>
    public async Task<IReadOnlyDictionary<(string Award, string Unit), CouncilOutcome>> SettledAsync(int year, CancellationToken cancellationToken) =>
        Last(await sessions.ReadAllAsync(year, cancellationToken)).Where(one => one.Value.Outcome != OutcomeKind.Postponed)
            .ToDictionary(one => one.Key, one => new CouncilOutcome(one.Value.Day, one.Value.Outcome == OutcomeKind.Passed));

    /// <summary>Of each proposal the last outcome.</summary>
    /// <param name="records">By day and id.</param>
    private static Dictionary<(string Award, string Unit), DecidedProposal> Last(IReadOnlyList<SessionRecord> records)
    {
        var last = new Dictionary<(string Award, string Unit), DecidedProposal>();
        foreach (var record in records)
        {
            foreach (var proposal in record.Session.Content.Proposals)
            {
                if (record.OutcomeOf(proposal.Number) is { } outcome)
                {
                    last[(proposal.Award, proposal.Unit)] = new(proposal.Bloc, record.Session.Id, record.Session.Content.Day, proposal.Number, outcome.Outcome, outcome.Reason);
                }
            }
        }

        return last;
    }
}
