using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Office.Reminders;

/// <summary>What mails say of criteria, figures, places and units, a line each, as it is when they are sent.</summary>
internal sealed class NoticeLines(SchemeTable schemes, RosterTable roster, SheetTable sheets, BlocTable blocs, StandingsTable standings)
{
    public async Task<IReadOnlyList<string>> NotApplicableAsync(SheetId id, Cycle? cycle, CancellationToken cancellationToken) =>
        Titles(await TreeAsync(cycle, id.Bloc, cancellationToken), [.. (await sheets.ReadAsync(id, cancellationToken)).Content.NotApplicable.Order(StringComparer.Ordinal)]);

    /// <param name="value">The target or the result of a figure.</param>
    public async Task<IReadOnlyList<string>> FiguresAsync(SheetId id, Cycle? cycle, Func<Figure, decimal?> value, CancellationToken cancellationToken) =>
        await TreeAsync(cycle, id.Bloc, cancellationToken) is { } tree
            ? [.. (await blocs.FiguresAsync(id.InPeriod, tree, cancellationToken))
                .Where(figure => figure.Unit == id.Unit && value(figure) is not null)
                .Select(figure => $"{Title(tree, figure.Criterion)}: {value(figure)!.Value.ToString("#,##0.####", Hundredths.Vietnamese)}")]
            : [];

    /// <summary>What was declared of a unit, in the order of the scheme.</summary>
    public async Task<IReadOnlyList<string>> ConditionsAsync(SheetId id, Cycle? cycle, CancellationToken cancellationToken)
    {
        if (await TreeAsync(cycle, id.Bloc, cancellationToken) is not { Content.Conditions: { } conditions } tree)
        {
            return [];
        }

        var declared = await blocs.DeclaredAsync(id, tree, cancellationToken);
        return [.. conditions.Where(condition => declared.ContainsKey(condition.Code)).Select(condition => $"{condition.Title}: {(declared[condition.Code] ? "có" : "không")}")];
    }

    public async Task<IReadOnlyList<string>> PlaceAsync(BlocInPeriod id, string unit, CancellationToken cancellationToken) =>
        await standings.FindPlaceAsync(id, unit, cancellationToken) switch
        {
            { Place: { } place, Publication: var publication } =>
            [
                $"Hạng {place.Rank.ToString(CultureInfo.InvariantCulture)}/{publication.Ranked?.ToString(CultureInfo.InvariantCulture) ?? "?"}{(place.IsShared ? " (đồng hạng)" : "")}, {place.Value.InVietnamese()} {(publication.Scheme.Basis == ScoreBasis.Points ? "điểm" : "%")}",
                .. place.Class is { } reached ? [$"Xếp loại: {reached.Title}"] : Array.Empty<string>(),
            ],
            { Apart: { } apart } => [$"Không xếp hạng: {apart.Reason.Vi}"],
            _ => [],
        };

    public async Task<SchemeTree?> TreeAsync(Cycle? cycle, string bloc, CancellationToken cancellationToken) =>
        cycle?.SchemeOf(bloc) is { } version ? await schemes.FindTreeAsync(version.Scheme, version.Version, cancellationToken) : null;

    public async Task<string> NameAsync(string unit, CancellationToken cancellationToken) => (await roster.NamesAsync(cancellationToken))[unit];

    public async Task<IReadOnlyList<string>> NamesAsync(IEnumerable<string> units, CancellationToken cancellationToken)
    {
        var names = await roster.NamesAsync(cancellationToken);
        return [.. units.Select(unit => names[unit])];
    }

    public static IReadOnlyList<string> Titles(SchemeTree? tree, IReadOnlyList<string> criteria) => [.. criteria.Select(code => Title(tree, code))];

    public static string Title(SchemeTree? tree, string code) => tree?.Find(code) is { } node ? $"Tiêu chí {node.Named}" : $"Tiêu chí {code}";
}
