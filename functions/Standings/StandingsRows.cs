using System.Globalization;
using EmulationFunctions.Hosting;
using EmulationFunctions.Schemes;
using EmulationFunctions.Scoring;
using EmulationFunctions.Storage.Partitions;
using EmulationFunctions.Storage.Tables;

namespace EmulationFunctions.Standings;

/// <summary>
/// How standings lie in their partition: <c>summary</c> says how far the publication is, <c>place|{unit}</c> what is settled of a
/// member of the bloc, and <c>total|{unit}</c> holds its points at every criterion (<see cref="NodeTotals"/>). Points are texts,
/// because a table's only fraction is the binary one.
/// </summary>
internal static class StandingsRows
{
    public const string Summary = "summary";

    private const string PlacePrefix = "place|";
    private const string TotalPrefix = "total|";

    /// <summary>A text property holds 32 Ki UTF-16 units.</summary>
    private const int PieceLength = 30_000;

    /// <summary>The head, the places and the summary.</summary>
    public static readonly KeyRange Own = new(PartitionHead.Key, Summary + "~");

    public static readonly KeyRange Totals = KeyRange.Prefix(TotalPrefix);

    public static string PlaceKey(string unit) => PlacePrefix + unit;

    public static TableEntity Row(string partition, Publication publication) => new(partition, Summary)
    {
        ["Publication"] = publication.Id,
        ["State"] = publication.State.ToString(),
        ["Bloc"] = publication.BlocName,
        ["Scheme"] = publication.Scheme.Scheme,
        ["SchemeVersion"] = publication.Scheme.Version,
        ["SchemeTitle"] = publication.Scheme.Title,
        ["Basis"] = publication.Scheme.Basis.ToString(),
        ["Maximum"] = publication.Scheme.Maximum.ToString(),
        ["ShownDecimals"] = publication.Scheme.ShownDecimals,
        ["SettledAt"] = publication.SettledAt,
        ["PublishedAt"] = publication.PublishedAt,
        ["Obstacle"] = publication.Obstacle?.Vi,
        ["ObstacleInEnglish"] = publication.Obstacle?.En,
    };

    /// <summary>A member as it stands when the publication begins.</summary>
    public static TableEntity Row(string partition, PinnedUnit unit) => new(partition, PlaceKey(unit.Unit))
    {
        ["Unit"] = unit.Unit,
        ["Name"] = unit.Name,
        ["SheetHash"] = unit.Hash,
        ["Reason"] = unit.WhyApart?.Vi,
        ["ReasonInEnglish"] = unit.WhyApart?.En,
    };

    /// <summary>A member without a place, and why.</summary>
    public static TableEntity Row(string partition, UnitApart unit, string? hash) =>
        Row(partition, new PinnedUnit(unit.Unit, unit.Name, hash, unit.Reason));

    /// <summary>A member with its place.</summary>
    public static TableEntity Row(string partition, PlacedUnit place) => new(partition, PlaceKey(place.Unit))
    {
        ["Unit"] = place.Unit,
        ["Name"] = place.Name,
        ["SheetHash"] = place.SheetHash,
        ["SubmittedAt"] = place.SubmittedAt,
        ["Rank"] = place.Rank,
        ["IsShared"] = place.IsShared,
        ["Value"] = place.Value.ToString(),
        ["Total"] = place.Total.ToString(),
        ["Base"] = place.Base.ToString(),
        ["Assigned"] = place.Assigned.ToString(),
        ["Bonus"] = place.Bonus.ToString(),
        ["Penalty"] = place.Penalty.ToString(),
        ["Percentage"] = place.Percentage?.ToString(),
        ["Class"] = place.Class?.Code,
        ["ClassTitle"] = place.Class?.Title,
        ["ClassExplanation"] = Cut(place.ClassExplanation.Vi),
        ["ClassExplanationInEnglish"] = Cut(place.ClassExplanation.En),
        ["Explanation"] = Cut(place.Explanation.Vi),
        ["ExplanationInEnglish"] = Cut(place.Explanation.En),
    };

    public static TableEntity Row(string partition, string unit, NodeTotals totals)
    {
        var row = new TableEntity(partition, TotalPrefix + unit);
        var text = totals.ToText();
        for (var piece = 0; piece * PieceLength < text.Length; piece++)
        {
            row[Piece(piece)] = text.Substring(piece * PieceLength, Math.Min(PieceLength, text.Length - (piece * PieceLength)));
        }

        return row;
    }

    public static Publication? Publication(PartitionView view) => view.Row(Summary) is { } row
        ? new(
            row.GetString("Publication")!,
            Enum.Parse<PublicationState>(row.GetString("State")!),
            new(
                row.GetString("Scheme")!,
                row.GetInt32("SchemeVersion")!.Value,
                row.GetString("SchemeTitle")!,
                Enum.Parse<ScoreBasis>(row.GetString("Basis")!),
                PointsOf(row, "Maximum"),
                row.GetInt32("ShownDecimals")!.Value),
            row.GetString("Bloc")!,
            row.GetDateTimeOffset("SettledAt")!.Value,
            row.GetDateTimeOffset("PublishedAt"),
            WordsOf(row, "Obstacle"),
            [.. Places(view).Select(place => new PinnedUnit(place.GetString("Unit")!, place.GetString("Name")!, place.GetString("SheetHash"), WordsOf(place, "Reason")))],
            row.GetInt64("Seq") ?? 0)
        : null;

    /// <summary>What a published publication says.</summary>
    public static BlocStandings Standings(StandingsId id, Publication publication, PartitionView view) => new(
        id,
        StandingsState.Published,
        publication.BlocName,
        publication.Scheme,
        publication.SettledAt,
        publication.PublishedAt,
        [.. Places(view).Where(row => row.GetInt32("Rank") is not null)
            .Select(Placed)
            .OrderBy(place => place.Rank)
            .ThenBy(place => place.Unit, StringComparer.Ordinal)],
        [.. Places(view).Where(row => row.GetInt32("Rank") is null)
            .Select(row => new UnitApart(row.GetString("Unit")!, row.GetString("Name")!, WordsOf(row, "Reason")!))],
        publication.Version);

    public static (string Unit, NodeTotals Totals) TotalsOf(TableEntity row)
    {
        var text = "";
        for (var piece = 0; row.GetString(Piece(piece)) is { } more; piece++)
        {
            text += more;
        }

        return (row.RowKey[TotalPrefix.Length..], NodeTotals.Parse(text));
    }

    private static IEnumerable<TableEntity> Places(PartitionView view) => view.RowsOf(PlacePrefix);

    private static PlacedUnit Placed(TableEntity row) => new(
        row.GetString("Unit")!,
        row.GetString("Name")!,
        row.GetInt32("Rank")!.Value,
        row.GetBoolean("IsShared")!.Value,
        PointsOf(row, "Value"),
        PointsOf(row, "Total"),
        PointsOf(row, "Base"),
        PointsOf(row, "Assigned"),
        PointsOf(row, "Bonus"),
        PointsOf(row, "Penalty"),
        row.GetString("Percentage") is { } percentage ? Percent.FromDecimal(Number(percentage)) : null,
        row.GetString("Class") is { } code ? new(code, row.GetString("ClassTitle")!) : null,
        WordsOf(row, "ClassExplanation")!,
        WordsOf(row, "Explanation")!,
        row.GetString("SheetHash")!,
        row.GetDateTimeOffset("SubmittedAt"));

    private static string Piece(int index) => $"Points{(index == 0 ? "" : index.ToString(CultureInfo.InvariantCulture))}";

    private static Points PointsOf(TableEntity row, string name) => Points.FromDecimal(Number(row.GetString(name)!));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Words? WordsOf(TableEntity row, string name) =>
        row.GetString(name) is { } words ? new(words, row.GetString($"{name}InEnglish")!) : null;

    private static string Cut(string text) => text.Length <= PieceLength ? text : text[..(PieceLength - 1)] + "…";
}
