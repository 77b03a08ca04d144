using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>What can be printed of a dossier; the item of an order is the award's code.</summary>
internal sealed class DossierPapers(DossierDesk desk)
{
    public async Task<Paper> LetterAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken) => DossierPaper.Letter(await FindAsync(order, cancellationToken));

    public async Task<Paper> MinutesAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken) => DossierPaper.Minutes(await FindAsync(order, cancellationToken));

    public async Task<Paper> ReportAsync(PaperOrder order, Caller caller, CancellationToken cancellationToken) => DossierPaper.Report(await FindAsync(order, cancellationToken));

    private Task<DossierSight> FindAsync(PaperOrder order, CancellationToken cancellationToken) => desk.FindAsync(new(order.Year, order.Bloc, order.Item, order.Unit), cancellationToken);
}
