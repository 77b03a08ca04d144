using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>
/// How standings lie in the bloc's partition: <see cref="BlocKeys.Summary"/> says how far the publication is, <c>place|{unit}</c> what is settled of a
/// member of the bloc, and <c>total|{unit}</c> holds its points at every criterion (<see cref="NodeTotals"/>). Points are texts,
/// because a table's only fraction is the binary one.
/// </summary>
internal static class StandingsRows
{
    public static TableEntity Row(string partition, Publication publication)
    {
        var row = Summary(partition, publication);
        row.PutText("Voided", string.Join('\n', publication.Voided.Order(StringComparer.Ordinal)));
        return row;
    }

    private static TableEntity Summary(string partition, Publication publication) => new(partition, BlocKeys.Summary)
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
        ["Ranked"] = publication.Ranked,
    };

    /// <summary>A member as it stands when the publication begins.</summary>
    public static TableEntity Row(string partition, PinnedUnit unit) => new(partition, BlocKeys.Place(unit.Unit))
    {
        ["Unit"] = unit.Unit,
        ["Name"] = unit.Name,
        ["SheetHash"] = unit.Hash,
        ["Reason"] = unit.WhyApart?.Vi,
        ["ReasonInEnglish"] = unit.WhyApart?.En,
    };

    /// <summary>A member without a place, and why; one that counts has none where nothing is assigned to it.</summary>
    public static TableEntity Row(string partition, UnitApart unit, PinnedUnit pinned)
    {
        var row = Row(partition, pinned with { WhyApart = unit.Reason });
        row["Counts"] = pinned.Counts;
        row["Class"] = unit.Class?.Code;
        row["ClassTitle"] = unit.Class?.Title;
        return row;
    }

    /// <summary>A member with its place.</summary>
    public static TableEntity Row(string partition, PlacedUnit place) => new(partition, BlocKeys.Place(place.Unit))
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
        var row = new TableEntity(partition, BlocKeys.Total(unit));
        row.PutText("Points", totals.ToText());
        return row;
    }

    public static Publication? Publication(PartitionView view) => view.Row(BlocKeys.Summary) is { } row ? Publication(row, Places(view)) : null;

    /// <param name="row">The row <see cref="BlocKeys.Summary"/>.</param>
    /// <param name="places">The members' rows, as far as they were read.</param>
    public static Publication Publication(TableEntity row, IEnumerable<TableEntity> places) =>
        new(
            row.GetString("Publication")!,
            Enum.Parse<PublicationState>(row.GetString("State")!),
            new(
                row.GetString("Scheme")!,
                row.GetInt32("SchemeVersion")!.Value,
                row.GetString("SchemeTitle")!,
                Enum.Parse<ScoreBasis>(row.GetString("Basis")!),
                row.PointsOf("Maximum")!.Value,
                row.GetInt32("ShownDecimals")!.Value),
            row.GetString("Bloc")!,
            row.Text("Voided")!.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal),
            row.GetDateTimeOffset("SettledAt")!.Value,
            row.GetDateTimeOffset("PublishedAt"),
            WordsOf(row, "Obstacle"),
            [.. places.Select(Pinned)],
            row.GetInt64("Seq") ?? 0,
            row.GetInt32("Ranked"));

    private static PinnedUnit Pinned(TableEntity place) => new(
        place.GetString("Unit")!, place.GetString("Name")!, place.GetString("SheetHash"), place.GetBoolean("Counts") == true ? null : WordsOf(place, "Reason"));

    /// <summary>What a published publication says.</summary>
    public static BlocStandings Standings(BlocInPeriod id, Publication publication, PartitionView view) => new(
        id,
        StandingsState.Published,
        publication.BlocName,
        publication.Scheme,
        publication.Voided,
        publication.PublishedAt,
        [.. Places(view).Where(row => row.GetInt32("Rank") is not null)
            .Select(Placed)
            .OrderBy(place => place.Rank)
            .ThenBy(place => place.Unit, StringComparer.Ordinal)],
        [.. Places(view).Where(row => row.GetInt32("Rank") is null)
            .Select(Apart)],
        publication.Version);

    public static (string Unit, NodeTotals Totals) TotalsOf(TableEntity row) => (row.RowKey[BlocKeys.TotalPrefix.Length..], NodeTotals.Parse(row.Text("Points")!));

    /// <summary>What a publication says of one member: its place, or why it has none.</summary>
    public static (PlacedUnit? Place, UnitApart? Apart) PlaceOf(TableEntity row) => row.GetInt32("Rank") is null
        ? (null, Apart(row))
        : (Placed(row), null);

    private static IEnumerable<TableEntity> Places(PartitionView view) => view.RowsOf(BlocKeys.PlacePrefix);

    private static PlacedUnit Placed(TableEntity row) => new(
        row.GetString("Unit")!,
        row.GetString("Name")!,
        row.GetInt32("Rank")!.Value,
        row.GetBoolean("IsShared")!.Value,
        row.PointsOf("Value")!.Value,
        row.PointsOf("Total")!.Value,
        row.PointsOf("Base")!.Value,
        row.PointsOf("Assigned")!.Value,
        row.PointsOf("Bonus")!.Value,
        row.PointsOf("Penalty")!.Value,
        row.NumberOf("Percentage") is { } percentage ? Percent.FromDecimal(percentage) : null,
        ClassOf(row),
        WordsOf(row, "ClassExplanation")!,
        WordsOf(row, "Explanation")!,
        row.GetString("SheetHash")!,
        row.GetDateTimeOffset("SubmittedAt"));

    private static UnitApart Apart(TableEntity row) => new(row.GetString("Unit")!, row.GetString("Name")!, WordsOf(row, "Reason")!, ClassOf(row));

    private static ReachedClass? ClassOf(TableEntity row) => row.GetString("Class") is { } code ? new(code, row.GetString("ClassTitle")!) : null;

    private static Words? WordsOf(TableEntity row, string name) =>
        row.GetString(name) is { } words ? new(words, row.GetString($"{name}InEnglish")!) : null;

    private static string Cut(string text) => text.Length <= LongText.PieceLength ? text : text[..(LongText.PieceLength - 1)] + "…";
}
