using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>What papers of a unit's sheet are composed of.</summary>
internal sealed class SheetPapers(SheetDesk desk, SheetTable sheets, SheetReader reader, RosterTable roster)
{
    /// <exception cref="Common.Refusal">404 or 409: no such year, period or bloc, no scheme, or the unit is not in the bloc.</exception>
    public async Task<Paper> SelfScoreAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var id = new SheetId(order.Year, order.Period, order.Bloc, order.Unit);
        var terms = await desk.FindAsync(id, caller, cancellationToken);
        var sheet = await sheets.ReadAsync(id, cancellationToken);
        if (sheet.Head is null && !terms.IsMember(desk.Today))
        {
            throw SheetTerms.NoSuchMember();
        }

        var tree = await desk.TreeAsync(sheet, terms, cancellationToken);
        var bloc = await roster.FindBlocAsync(id.Bloc, cancellationToken);
        return new SelfScorePaper(
            id,
            bloc?.Name ?? id.Bloc,
            (await roster.NamesOfYearAsync(id.Year, desk.Today, cancellationToken))[id.Unit],
            terms.Cycle.NameOf(id.Period),
            tree,
            sheet,
            await reader.FactsAsync(id, tree, cancellationToken),
            bloc?.Kind ?? default).Compose();
    }
}
