using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Awards;

/// <summary>How the rules of awards lie in rows: what an administrator looks for as properties, the rules themselves as JSON.</summary>
internal static class AwardRows
{
    public static TableEntity Row(string partition, string key, AwardRules rules, bool isInUse) => new(partition, key)
    {
        ["From"] = RowDay.Of(rules.From),
        ["IsInUse"] = isInUse,
        ["Awards"] = rules.Awards.Count,
        ["Money"] = rules.Money is null ? null : RowText.Of(rules.Money),
    };

    public static TableEntity Row(string partition, string key, Award award, int order)
    {
        var row = new TableEntity(partition, key) { ["Order"] = order, ["Title"] = award.Title };
        row.PutText("Rules", RowText.PiecesOf(award));
        return row;
    }

    public static AwardMoney? Money(TableEntity row) => row.GetString("Money") is { } money ? RowText.Read<AwardMoney>(money) : null;

    public static IReadOnlyList<Award> Awards(IEnumerable<TableEntity> rows) =>
        [.. rows.OrderBy(row => row.GetInt32("Order")).Select(row => RowText.Read<Award>(row.Text("Rules")!))];

    public static string Code(TableEntity row) => row.RowKey[(row.RowKey.LastIndexOf('|') + 1)..];
}
