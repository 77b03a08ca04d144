using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>What every change of a sheet answers.</summary>
internal sealed class SheetReader(SheetDesk desk, BlocTable blocs)
{
    public async Task<SheetSummary> SummaryAsync(StoredSheet sheet, SheetTerms terms, CancellationToken cancellationToken)
    {
        var tree = await desk.TreeAsync(sheet, terms, cancellationToken);
        return SheetSummary.Of(sheet, terms, tree, await blocs.FiguresAsync(terms.Id.InPeriod, tree, cancellationToken));
    }
}
