using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Sheets;

/// <summary>What a sheet's points rest on beside what was entered in it.</summary>
/// <param name="Figures">Targets and results of the whole bloc; none where the scheme has no quantitative criteria.</param>
/// <param name="Held">The unit's conditions. The sheet counts as handed in: it shows what it comes to then.</param>
internal sealed record SheetFacts(IReadOnlyList<Figure> Figures, HeldConditions Held);

/// <summary>Reads what sheets rest on, and says what every change of a sheet answers.</summary>
internal sealed class SheetReader(SheetDesk desk, BlocTable blocs)
{
    public async Task<SheetFacts> FactsAsync(SheetId id, SchemeTree tree, CancellationToken cancellationToken)
    {
        var figures = blocs.FiguresAsync(id.InPeriod, tree, cancellationToken);
        var declared = await blocs.DeclaredAsync(id, tree, cancellationToken);
        return new(await figures, HeldConditions.Of(tree.Content, declared, isSelfScoreSent: true));
    }

    public async Task<SheetSummary> SummaryAsync(StoredSheet sheet, SheetTerms terms, Language language, CancellationToken cancellationToken)
    {
        var tree = await desk.TreeAsync(sheet, terms, cancellationToken);
        return SheetSummary.Of(sheet, terms, tree, await FactsAsync(terms.Id, tree, cancellationToken), language);
    }
}
