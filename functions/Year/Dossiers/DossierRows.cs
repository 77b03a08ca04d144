using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Dossiers;

/// <param name="Dossier">The dossier.</param>
/// <param name="Opinions">By id.</param>
/// <param name="Version">The number of the change that last wrote the dossier itself.</param>
internal sealed record DossierRecord(Dossier Dossier, IReadOnlyList<Opinion> Opinions, long Version);

/// <summary>How dossiers lie in the partition of a bloc's year: <c>dossier|{award}|{unit}|content</c>, and beside it a row an opinion.</summary>
internal static class DossierRows
{
    public const string PartColumn = "Part";
    public const string ContentPart = "content";

    private const string OpinionPart = "opinion";
    private const string Prefix = "dossier|";

    public static readonly KeyRange All = KeyRange.Prefix(Prefix);

    /// <summary>A dossier with its opinions.</summary>
    public static KeyRange Of(DossierId id) => KeyRange.Prefix($"{Prefix}{id.Award}|{id.Unit}|");

    /// <summary>What comes behind a dossier.</summary>
    public static KeyRange After(string award, string unit) => All with { From = KeyRange.Prefix($"{Prefix}{award}|{unit}|").To };

    public static string Key(DossierId id, string opinion) => $"{Prefix}{id.Award}|{id.Unit}|{OpinionPart}|{opinion}";

    public static DossierRecord? Read(IReadOnlyList<TableEntity> rows) =>
        rows.FirstOrDefault(row => row.GetString(PartColumn) == ContentPart) is { } main
            ? new(ReadDossier(main), [.. rows.Where(row => row.GetString(PartColumn) == OpinionPart).Select(ReadOpinion)], Version(main))
            : null;

    public static TableEntity Row(DossierId id, Dossier dossier)
    {
        var row = new TableEntity(id.BlocYear.AddressIn(DossierTable.Table).Partition, $"{Prefix}{id.Award}|{id.Unit}|{ContentPart}")
        {
            [PartColumn] = ContentPart,
            ["Opened"] = RowDay.Of(dossier.Opened),
            ["RulesVersion"] = dossier.RulesVersion,
            ["Template"] = dossier.Template,
            ["SentToOffice"] = RowDay.Of(dossier.SentToOffice),
            ["SentToMinistry"] = RowDay.Of(dossier.SentToMinistry),
            ["Returned"] = dossier.Returned is null ? null : RowText.Of(dossier.Returned),
        };
        row.PutText("Letter", dossier.Content.Letter is { } letter ? RowText.PiecesOf(letter) : null);
        row.PutText("Minutes", dossier.Content.Minutes is { } minutes ? RowText.PiecesOf(minutes) : null);
        row.PutText("Report", dossier.Content.Report is { } report ? RowText.PiecesOf(report) : null);
        row.PutText("Files", RowText.PiecesOf(dossier.Content.Files));
        return row;
    }

    public static Dossier ReadDossier(TableEntity row)
    {
        var key = row.RowKey.Split('|');
        return new(
            key[1],
            key[2],
            row.DayOf("Opened")!.Value,
            row.GetString("RulesVersion")!,
            row.GetInt32("Template") ?? 0,
            new(Part<DossierLetter>(row, "Letter"), Part<DossierMinutes>(row, "Minutes"), Part<AchievementReport>(row, "Report"))
            {
                Files = RowText.Read<IReadOnlyList<DossierFile>>(row.Text("Files") ?? "[]"),
            })
        {
            SentToOffice = row.DayOf("SentToOffice"),
            SentToMinistry = row.DayOf("SentToMinistry"),
            Returned = Part<DossierReturn>(row, "Returned"),
        };
    }

    public static TableEntity Row(DossierId id, Opinion opinion)
    {
        var row = new TableEntity(id.BlocYear.AddressIn(DossierTable.Table).Partition, Key(id, opinion.Id)) { [PartColumn] = OpinionPart };
        row.PutText("Question", RowText.PiecesOf(opinion.Question));
        row.PutText("Answer", opinion.Answer is { } answer ? RowText.PiecesOf(answer) : null);
        return row;
    }

    private static Opinion ReadOpinion(TableEntity row) =>
        new(row.RowKey.Split('|')[^1], RowText.Read<OpinionQuestion>(row.Text("Question")!), Part<OpinionAnswer>(row, "Answer"), Version(row));

    private static T? Part<T>(TableEntity row, string name)
        where T : class => row.Text(name) is { } text ? RowText.Read<T>(text) : null;

    private static long Version(TableEntity row) => row.GetInt64("Seq") ?? 0;
}
