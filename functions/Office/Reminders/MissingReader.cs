using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Office.Reminders;

/// <summary>What exactly a unit still lacks of what is due: criteria of its sheet, units it has to score.</summary>
internal sealed class MissingReader(CycleTable cycles, SchemeTable schemes, SheetTable sheets, BlocTable blocs, RosterTable roster)
{
    private const int MostTold = 5;

    /// <returns>A line each; empty where nothing more than the deadline is known.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync(string unit, DueStage what, CancellationToken cancellationToken)
    {
        var id = new SheetId(what.Year, what.Stage.Period, what.Bloc, unit);
        return what.Stage.Kind switch
        {
            StageKind.SelfScore => Told(await OfSheetAsync(id, cancellationToken)),
            StageKind.CrossScore => Told(await OfPeersAsync(id, cancellationToken)),
            _ => [],
        };
    }

    private async Task<IReadOnlyList<string>> OfSheetAsync(SheetId id, CancellationToken cancellationToken)
    {
        var version = (await cycles.FindForAsync(id.Year, id.Bloc, id.Unit, cancellationToken))?.SchemeOf(id.Bloc);
        if (version is null || await schemes.FindTreeAsync(version.Scheme, version.Version, cancellationToken) is not { } tree)
        {
            return [];
        }

        var sheet = await sheets.ReadAsync(id, cancellationToken);
        if (sheet.Head is null)
        {
            return ["Chưa lập phiếu tự chấm điểm."];
        }

        var figures = (await blocs.FiguresAsync(id.InPeriod, tree, cancellationToken)).Where(figure => figure.Unit == id.Unit);
        var missing = Completeness.FindMissing(tree, sheet.Content, figures);
        return missing.Count == 0 ? ["Phiếu tự chấm điểm đã đủ nội dung nhưng chưa nộp."] : [.. missing.Select(fault => fault.Words.Vi)];
    }

    private async Task<IReadOnlyList<string>> OfPeersAsync(SheetId id, CancellationToken cancellationToken)
    {
        var record = await blocs.ReadAsync(id.InPeriod, cancellationToken);
        string[] scored = [.. record.Panel.Where(pair => pair.Scorer == id.Unit && !record.IsSubmitted(pair)).Select(pair => pair.Scored)];
        var names = await roster.FindUnitsAsync(scored, cancellationToken);
        return [.. scored.Select(unit => $"Chưa chấm {names.GetValueOrDefault(unit)?.Name ?? unit}.")];
    }

    private static IReadOnlyList<string> Told(IReadOnlyList<string> lines) =>
        lines.Count <= MostTold ? lines : [.. lines.Take(MostTold), $"và {lines.Count - MostTold} mục khác."];
}
