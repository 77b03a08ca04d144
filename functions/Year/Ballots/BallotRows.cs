using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Ballots;

/// <summary>A ballot with all that lies beside it.</summary>
/// <param name="Voters">Who casts for which unit.</param>
/// <param name="Opinions">What absent units wrote.</param>
/// <param name="Votes">Of an open ballot who voted for whom; of a secret one always empty.</param>
/// <param name="Box">The box of a secret ballot that is open; null for any other.</param>
internal sealed record BallotRecord(
    Ballot Ballot, IReadOnlyDictionary<string, NamedVoter> Voters, IReadOnlyDictionary<string, WrittenOpinion> Opinions, IReadOnlyDictionary<string, Vote> Votes, SecretBox? Box)
{
    /// <summary>Who has put a vote into the box, or said it openly, in the order of the roll. After the count only the result says it.</summary>
    public IReadOnlyList<string> Voted => Ballot.Result?.Voted ?? [.. Ballot.Terms.Voters.Where((unit, index) => Box?.Roll[index] == SecretBox.InBox || Votes.ContainsKey(unit))];

    /// <summary>Who has neither voted nor written an opinion.</summary>
    public IReadOnlyList<string> Missing => [.. Ballot.Terms.Voters.Except(Voted).Where(unit => !Opinions.ContainsKey(unit))];
}

/// <summary>
/// How the ballots lie in the partition of a bloc's year: a row a ballot, one a voter who is named, one a written opinion, one a vote of an open ballot. All votes of a secret
/// ballot lie with the roll in one row, the box, which changes past the audit and is in no backup (docs/decisions/0028).
/// </summary>
internal static class BallotRows
{
    /// <summary>How the key of a box ends.</summary>
    public const string BoxEnding = "|~box";

    public const string IsBallotColumn = "IsBallot";

    private const string Prefix = "ballot|";
    private const string OpinionPart = "opinion";
    private const string VotePart = "vote";
    private const string VoterPart = "voter";

    public static readonly KeyRange All = KeyRange.Prefix(Prefix);

    public static KeyRange Of(string ballot) => KeyRange.Prefix($"{Prefix}{ballot}|");

    public static KeyRange After(string ballot) => All with { From = Of(ballot).To };

    public static string BallotKey(string ballot) => $"{Prefix}{ballot}|0";

    public static string BoxKey(string ballot) => $"{Prefix}{ballot}{BoxEnding}";

    public static string OpinionKey(string ballot, string unit) => $"{Prefix}{ballot}|{OpinionPart}|{unit}";

    public static TableEntity Row(string partition, Ballot ballot)
    {
        var row = new TableEntity(partition, BallotKey(ballot.Id))
        {
            [IsBallotColumn] = true,
            ["Title"] = ballot.Title,
            ["State"] = ballot.State.ToString(),
            ["IsSecret"] = ballot.Terms.IsSecret,
            ["Award"] = ballot.Award,
        };
        row.PutText("Ballot", RowText.PiecesOf(ballot));
        return row;
    }

    public static Ballot ReadBallot(TableEntity row) => RowText.Read<Ballot>(row.Text("Ballot")!) with { Version = row.GetInt64("Seq") ?? 0 };

    public static TableEntity Row(string partition, string ballot, NamedVoter voter) => new(partition, $"{Prefix}{ballot}|{VoterPart}|{voter.Unit}")
    {
        ["Account"] = voter.Account,
        ["Name"] = voter.Person?.Name,
        ["Post"] = voter.Person?.Post,
        ["Salt"] = voter.Person?.Salt,
        ["IsSubstitute"] = voter.IsSubstitute,
    };

    public static TableEntity Row(string partition, string ballot, WrittenOpinion opinion) =>
        new(partition, OpinionKey(ballot, opinion.Unit)) { ["Opinion"] = RowText.Of(opinion) };

    public static TableEntity Row(string partition, string ballot, string unit, Vote vote) => new(partition, $"{Prefix}{ballot}|{VotePart}|{unit}") { ["Vote"] = RowText.Of(vote) };

    /// <summary>Whole, whatever has changed: keys, roll and envelopes.</summary>
    public static TableEntity Row(string partition, string ballot, SecretBox box)
    {
        var row = new TableEntity(partition, BoxKey(ballot)) { ["First"] = box.First, ["Second"] = box.Second, ["Roll"] = box.Roll };
        foreach (var (index, envelope) in box.Envelopes.Index())
        {
            row[Envelope(index)] = envelope;
        }

        return row;
    }

    public static SecretBox ReadBox(TableEntity row)
    {
        var box = new SecretBox(row.GetBinary("First"), row.GetBinary("Second"), row.GetString("Roll"), []);
        return box with { Envelopes = [.. Enumerable.Range(0, box.Count).Select(index => row.GetBinary(Envelope(index)))] };
    }

    /// <summary>Null where there is no such ballot.</summary>
    public static BallotRecord? Read(string ballot, IReadOnlyList<TableEntity> rows)
    {
        if (rows.FirstOrDefault(row => row.RowKey == BallotKey(ballot)) is not { } own)
        {
            return null;
        }

        return new(
            ReadBallot(own),
            Part(rows, ballot, VoterPart).ToDictionary(UnitOf, ReadVoter, StringComparer.Ordinal),
            Part(rows, ballot, OpinionPart).ToDictionary(UnitOf, ReadOpinion, StringComparer.Ordinal),
            Part(rows, ballot, VotePart).ToDictionary(UnitOf, row => RowText.Read<Vote>(row.GetString("Vote")!), StringComparer.Ordinal),
            rows.FirstOrDefault(row => row.RowKey == BoxKey(ballot)) is { } box ? ReadBox(box) : null);
    }

    public static IReadOnlyList<Ballot> ReadBallots(IEnumerable<TableEntity> rows) => [.. rows.Where(row => row.GetBoolean(IsBallotColumn) is true).Select(ReadBallot)];

    /// <summary>All ballots with what lies beside them, by id.</summary>
    public static IReadOnlyList<BallotRecord> ReadAll(IReadOnlyList<TableEntity> rows) =>
        [.. rows.GroupBy(row => row.RowKey.Split('|')[1], StringComparer.Ordinal).Select(of => Read(of.Key, [.. of])).OfType<BallotRecord>()];

    /// <summary>Takes the people out of a row.</summary>
    public static int Erase(TableEntity row)
    {
        if (!row.RowKey.Contains($"|{VoterPart}|", StringComparison.Ordinal) || string.IsNullOrEmpty(row.GetString("Salt")))
        {
            return 0;
        }

        (row["Name"], row["Post"], row["Salt"]) = (null, null, "");
        return 1;
    }

    private static IEnumerable<TableEntity> Part(IReadOnlyList<TableEntity> rows, string ballot, string part) =>
        rows.Where(row => row.RowKey.StartsWith($"{Prefix}{ballot}|{part}|", StringComparison.Ordinal));

    private static NamedVoter ReadVoter(TableEntity row) => new(
        UnitOf(row),
        row.GetString("Account")!,
        row.GetString("Salt") is { } salt ? new(row.GetString("Name"), row.GetString("Post"), salt) : null,
        row.GetBoolean("IsSubstitute") is true)
    {
        Version = row.GetInt64("Seq") ?? 0,
    };

    private static WrittenOpinion ReadOpinion(TableEntity row) => RowText.Read<WrittenOpinion>(row.GetString("Opinion")!) with { Version = row.GetInt64("Seq") ?? 0 };

    private static string UnitOf(TableEntity row) => row.RowKey.Split('|')[^1];

    private static string Envelope(int index) => string.Create(CultureInfo.InvariantCulture, $"Envelope{index:D2}");
}
