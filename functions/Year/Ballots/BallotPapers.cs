using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>What can be printed of a ballot.</summary>
internal sealed class BallotPapers(BallotDesk desk, BallotTable ballots)
{
    /// <exception cref="Refusal">404, 409: there is no such year, bloc or ballot; it is not counted, or was annulled.</exception>
    public async Task<Paper> CountAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var id = new YearOfBloc(order.Year, order.Bloc);
        var terms = await desk.FindAsync(id, cancellationToken);
        var found = await ballots.FindAsync(id, order.Item, cancellationToken) ?? throw BallotRefusals.NoSuchBallot();
        return found.Ballot is { State: BallotState.Closed, Result: { } result } ? new BallotPaper(terms.Bloc.Name, found, result, terms.Names).Count() : throw BallotRefusals.NotCounted();
    }
}
