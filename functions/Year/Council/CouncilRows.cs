using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Council;

/// <summary>How sessions lie in the partition of their year: <c>session|{session}|main</c>, beside it a row a round of voting, and one with the outcomes.</summary>
internal static class CouncilRows
{
    public const string PartColumn = "Part";
    public const string MainPart = "main";

    private const string VotePart = "vote";
    private const string OutcomesPart = "outcomes";
    private const string Prefix = "session|";

    public static readonly KeyRange All = KeyRange.Prefix(Prefix);

    public static PartitionAddress Address(int year) => new(CouncilTable.Table, year.ToString("D4", CultureInfo.InvariantCulture));

    public static KeyRange Of(string session) => KeyRange.Prefix($"{Prefix}{session}|");

    public static KeyRange After(string session) => All with { From = Of(session).To };

    public static string SessionOf(TableEntity row) => row.RowKey.Split('|')[1];

    public static SessionRecord? Read(IReadOnlyList<TableEntity> rows)
    {
        var outcomes = rows.FirstOrDefault(row => row.GetString(PartColumn) == OutcomesPart);
        return rows.FirstOrDefault(row => row.GetString(PartColumn) == MainPart) is { } main
            ? new(
                ReadSession(main),
                [.. rows.Where(row => row.GetString(PartColumn) == VotePart).Select(row => new CouncilVote(row.RowKey.Split('|')[^1], RowText.Read<CouncilVoteContent>(row.Text("Vote")!), Version(row)))],
                outcomes is null ? [] : RowText.Read<IReadOnlyList<ProposalOutcome>>(outcomes.Text("Outcomes")!),
                Version(main),
                outcomes is null ? 0 : Version(outcomes))
            : null;
    }

    public static TableEntity Row(CouncilSession session)
    {
        var content = session.Content;
        var row = new TableEntity
        {
            RowKey = $"{Prefix}{session.Id}|{MainPart}",
            [PartColumn] = MainPart,
            ["Council"] = content.Council,
            ["Title"] = content.Title,
            ["Day"] = RowDay.Of(content.Day),
            ["From"] = content.From,
            ["To"] = content.To,
            ["Place"] = content.Place,
            ["Quorum"] = content.Quorum is null ? null : RowText.Of(content.Quorum),
            ["QuorumSource"] = content.QuorumSource,
            ["RulesVersion"] = session.RulesVersion,
        };
        row.PutText("Members", RowText.PiecesOf(content.Members));
        row.PutText("Guests", RowText.PiecesOf(content.Guests));
        row.PutText("Proposals", RowText.PiecesOf(content.Proposals));
        return row;
    }

    public static TableEntity Row(string session, CouncilVote vote)
    {
        var row = new TableEntity { RowKey = $"{Prefix}{session}|{VotePart}|{vote.Id}", [PartColumn] = VotePart };
        row.PutText("Vote", RowText.PiecesOf(vote.Content));
        return row;
    }

    public static TableEntity Row(string session, IReadOnlyList<ProposalOutcome> outcomes)
    {
        var row = new TableEntity { RowKey = $"{Prefix}{session}|{OutcomesPart}", [PartColumn] = OutcomesPart };
        row.PutText("Outcomes", RowText.PiecesOf(outcomes));
        return row;
    }

    public static CouncilSession ReadSession(TableEntity row) => new(
        SessionOf(row),
        new(
            row.GetString("Council")!,
            row.GetString("Title")!,
            row.DayOf("Day")!.Value,
            row.GetString("From"),
            row.GetString("To"),
            row.GetString("Place"),
            row.GetString("Quorum") is { } quorum ? RowText.Read<Share>(quorum) : null,
            row.GetString("QuorumSource"),
            RowText.Read<IReadOnlyList<CouncilMember>>(row.Text("Members")!),
            RowText.Read<IReadOnlyList<CouncilGuest>>(row.Text("Guests")!),
            RowText.Read<IReadOnlyList<Proposal>>(row.Text("Proposals")!)),
        row.GetString("RulesVersion")!);

    private static long Version(TableEntity row) => row.GetInt64("Seq") ?? 0;
}
