using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Province.Decisions;

/// <summary>
/// How decisions lie in their partition: a row <c>decision|{year}|{id}</c> with all that it says, for each title a row
/// <c>title|{unit}|{year}|{award}|{decision}</c>, by which a unit's titles of all years are found, and a row <c>return|…</c> of the same parts while something of a title that was taken back has not come back.
/// </summary>
internal static class DecisionRows
{
    private const string TitlePrefix = "title|";
    private const string ReturnPrefix = "return|";

    public static readonly KeyRange OpenReturns = KeyRange.Prefix(ReturnPrefix);

    public static string Key(int year, string decision) => $"{OfYear(year)}{decision}";

    public static KeyRange Of(int year) => KeyRange.Prefix(OfYear(year));

    public static KeyRange TitlesOf(string unit) => KeyRange.Prefix($"{TitlePrefix}{unit}|");

    public static string Key(RecordedTitle title) => $"{TitlePrefix}{title.Unit}|{Year(title.Year)}|{title.Award}|{title.Decision}";

    public static string Key(OpenReturn open) => $"{ReturnPrefix}{open.Title.Unit}|{Year(open.Year)}|{open.Title.Award}|{open.Decision}";

    public static TableEntity Row(string partition, Decision decision)
    {
        var row = new TableEntity(partition, Key(decision.Year, decision.Id))
        {
            ["SignerPost"] = decision.SignerPost,
            ["RulesVersion"] = decision.RulesVersion,
            ["Pages"] = decision.Facts.Pages,
            ["Copies"] = decision.Facts.Copies,
        };
        row.PutPaper(decision.Paper);
        row.PutText("Recipients", decision.Facts.Recipients.Count == 0 ? null : RowText.PiecesOf(decision.Facts.Recipients));
        row.PutText("Titles", RowText.PiecesOf(decision.Titles));
        row.PutText("Revocations", decision.Revocations.Count == 0 ? null : RowText.PiecesOf(decision.Revocations));
        row.PutText("Returns", decision.Returns.Count == 0 ? null : RowText.PiecesOf(decision.Returns));
        return row;
    }

    public static Decision Read(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return new(
            int.Parse(parts[1], CultureInfo.InvariantCulture),
            parts[2],
            row.Paper(),
            row.GetString("SignerPost") ?? "",
            Listed<GivenTitle>(row, "Titles"),
            new(row.GetInt32("Pages"), row.GetInt32("Copies"), Listed<string>(row, "Recipients")),
            row.GetString("RulesVersion") ?? "",
            Listed<Revocation>(row, "Revocations"),
            Listed<TitleReturn>(row, "Returns"),
            row.GetInt64("Seq") ?? 0);
    }

    public static TableEntity Row(string partition, RecordedTitle title) => new(partition, Key(title))
    {
        ["Number"] = title.Number,
        ["Day"] = RowDay.Of(title.Day),
        ["Issuer"] = title.Issuer,
        ["Revoked"] = RowDay.Of(title.Revoked),
        ["RevokedBy"] = title.RevokedBy,
    };

    public static RecordedTitle ReadTitle(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return new(
            int.Parse(parts[2], CultureInfo.InvariantCulture),
            parts[1],
            parts[3],
            parts[4],
            row.GetString("Number") ?? "",
            row.DayOf("Day")!.Value,
            row.GetString("Issuer") ?? "",
            row.DayOf("Revoked"),
            row.GetString("RevokedBy"));
    }

    public static TableEntity Row(string partition, OpenReturn open) => new(partition, Key(open))
    {
        ["Revoked"] = RowDay.Of(open.Revoked),
        ["RevokedBy"] = open.RevokedBy,
        ["Received"] = RowDay.Of(open.Received),
        ["LacksObject"] = open.LacksObject,
        ["LacksMoney"] = open.LacksMoney,
    };

    public static OpenReturn ReadReturn(TableEntity row)
    {
        var parts = row.RowKey.Split('|');
        return new(
            int.Parse(parts[2], CultureInfo.InvariantCulture),
            parts[4],
            new(parts[1], parts[3]),
            row.DayOf("Revoked")!.Value,
            row.GetString("RevokedBy") ?? "",
            row.DayOf("Received"),
            row.GetBoolean("LacksObject") is true,
            row.GetBoolean("LacksMoney") is true);
    }

    private static IReadOnlyList<T> Listed<T>(TableEntity row, string name) => row.Text(name) is { } text ? RowText.Read<List<T>>(text) : [];

    private static string OfYear(int year) => $"decision|{Year(year)}|";

    private static string Year(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
