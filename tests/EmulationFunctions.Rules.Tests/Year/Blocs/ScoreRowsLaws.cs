using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Year.Blocs;

/// <summary>Entries of any kind, of any code, lie in few rows and come back as they were.</summary>
public sealed class ScoreRowsLaws
{
    private const string Letters = "aZ09đĐếỹ一٣";

    [Fact]
    public void Every_code_gives_a_name_a_table_takes_from_which_the_code_is_read_again() => Law.HoldsForEverySeed(random =>
    {
        var code = Code(random);
        var (score, why) = (ScoreNames.Score(code), ScoreNames.Why(code));
        TableLimits.CheckProperty(score, "");
        TableLimits.CheckProperty(why, "");
        return SchemeRules.CheckCode(code, "$", []) && ScoreNames.Code(score, ScoreNames.ScorePrefix) == code && ScoreNames.Code(why, ScoreNames.WhyPrefix) == code;
    }, tries: 2_000);

    [Fact]
    public void No_two_codes_share_a_name() => Law.HoldsForEverySeed(random =>
    {
        var codes = Enumerable.Range(0, 300).Select(_ => Code(random, random.Next(1, 5))).Distinct().ToList();
        return codes.SelectMany(code => new[] { ScoreNames.Score(code), ScoreNames.Why(code) }).Distinct().Count() == 2 * codes.Count;
    });

    [Theory]
    [InlineData("1.2", "score_1_2")]
    [InlineData("1-2", "score_1__2")]
    [InlineData("P.đ", "score_P____0111")]
    [InlineData("P-đ", "score_P_____0111")]
    [InlineData("đ.1", "score____0111_1")]
    [InlineData("đ1", "score____01111")]
    public void A_name_reads_as_its_code(string code, string name) => Assert.Equal((name, code), (ScoreNames.Score(code), ScoreNames.Code(name, ScoreNames.ScorePrefix)));

    [Theory]
    [InlineData("8.5")]
    [InlineData("count 5")]
    [InlineData("counts 100 90 15")]
    [InlineData("option a-1.đ")]
    [InlineData("measure 85.5 of 100")]
    [InlineData("measure 85.5")]
    public void A_value_is_read_from_its_words(string text) => Assert.Equal(text, ScoreText.Write(ScoreText.Read("I", text, null)));

    [Fact]
    public void Every_entry_is_read_back_from_its_words() => Law.HoldsForEverySeed(random =>
    {
        var entry = Entry(random, Code(random));
        return ScoreText.Read(entry.Criterion, ScoreText.Write(entry), entry.Explanation) == entry;
    }, tries: 2_000);

    /// <summary>Saves one after another, as a unit makes them: after each of them every entry lies in one row.</summary>
    [Fact]
    public void Each_entry_lies_once_in_a_row_that_a_table_takes_and_what_does_not_change_is_not_written() => Law.HoldsForEverySeed(random =>
    {
        var rows = new SortedDictionary<int, ScoreRow>();
        var entered = new Dictionary<string, ScoreEntry>(StringComparer.Ordinal);
        string[] codes = [.. Enumerable.Range(0, random.Next(1, 400)).Select(_ => Code(random)).Distinct()];
        var longest = random.Next(3) == 0 ? ScoreEntry.LongestExplanation : 60;
        for (var save = 0; save < 6; save++)
        {
            List<ScoreEntry> changed = [.. codes.Where(_ => random.Next(3) == 0).Select(code => random.Next(4) == 0 ? new(code) : Entry(random, code, longest))];
            var written = ScorePacking.Pack([.. rows.Values], changed);
            var homes = rows.Values.SelectMany(row => row.Entries.Select(entry => (entry.Criterion, row.Number))).ToDictionary(StringComparer.Ordinal);
            changed.ForEach(entry => entered[entry.Criterion] = entry);
            foreach (var row in written)
            {
                Fits(row);
                Assert.True(row.Entries.Any(changed.Contains) || changed.Exists(entry => homes.GetValueOrDefault(entry.Criterion) == row.Number), "A row in which nothing changes is written.");
                // Whoever did not change stays.
                Assert.All(row.Entries.Except(changed), entry => Assert.Equal(row.Number, homes[entry.Criterion]));
                rows[row.Number] = row;
                if (row.Entries.Count == 0)
                {
                    rows.Remove(row.Number);
                }
            }

            var kept = entered.Values.Where(entry => !entry.IsEmpty()).OrderBy(entry => entry.Criterion, StringComparer.Ordinal);
            Assert.Equal(kept, rows.Values.SelectMany(row => row.Entries).OrderBy(entry => entry.Criterion, StringComparer.Ordinal));
            Assert.Empty(ScorePacking.Pack([.. rows.Values], kept));
        }

        return true;
    }, tries: 60);

    [Fact]
    public void Two_hundred_criteria_with_explanations_of_usual_length_lie_in_two_rows() => Assert.Equal(
        [120, 80],
        ScorePacking.Pack([], Enumerable.Range(0, 200).Select(number => new ScoreEntry($"{number}", new Points(850), Explanation: new string('ế', 200)))).Select(row => row.Entries.Count));

    [Fact]
    public void Of_the_longest_texts_a_row_takes_as_many_as_its_bytes_allow() => Assert.Equal(
        [32, 32, 32, 32, 32, 32, 8],
        ScorePacking.Pack([], Longest(200)).Select(row => row.Entries.Count));

    [Fact]
    public void One_entry_that_changes_rewrites_its_row_alone()
    {
        var rows = ScorePacking.Pack([], Longest(200));

        var written = ScorePacking.Pack(rows, [new("40", Count: 5)]);

        Assert.Equal((2, 32), (Assert.Single(written).Number, written[0].Entries.Count));
    }

    [Fact]
    public void An_entry_that_outgrows_its_row_moves_to_the_first_with_room()
    {
        var rows = ScorePacking.Pack([], [new("a", Count: 1), .. Longest(40)]);

        var written = ScorePacking.Pack(rows, [new("a", Count: 1, Explanation: new string('ế', ScoreEntry.LongestExplanation))]);

        Assert.Equal([(1, 32), (2, 9)], written.Select(row => (row.Number, row.Entries.Count)));
        Assert.Contains(written[1].Entries, entry => entry.Criterion == "a");
    }

    [Fact]
    public void A_row_without_entries_goes_and_its_number_is_given_again()
    {
        var rows = ScorePacking.Pack([], Longest(64));

        var gone = ScorePacking.Pack(rows, rows[0].Entries.Select(entry => new ScoreEntry(entry.Criterion)));
        var again = ScorePacking.Pack([rows[1]], [new("b", Explanation: new string('ế', ScoreEntry.LongestExplanation))]);

        Assert.Equal((1, 0), (Assert.Single(gone).Number, gone[0].Entries.Count));
        Assert.Equal(1, Assert.Single(again).Number);
    }

    private static IEnumerable<ScoreEntry> Longest(int count) =>
        Enumerable.Range(0, count).Select(number => new ScoreEntry($"{number}", new Points(850), Explanation: new string('ế', ScoreEntry.LongestExplanation)));

    private static void Fits(ScoreRow row)
    {
        var entity = new TableEntity("2026-nam|khoi|don-vi", SheetKeys.Scores(row.Number)) { ["Seq"] = 1L, ["StagedRowKey"] = "scores|01", ["StagedDelete"] = true };
        foreach (var entry in row.Entries)
        {
            var (score, why) = ScorePacking.Texts(entry);
            entity.Add(ScoreNames.Score(entry.Criterion), score);
            entity.Add(ScoreNames.Why(entry.Criterion), why);
        }

        TableLimits.CheckEntity(entity);
        Assert.True(TransactionSize.Fits([new(TableTransactionActionType.Add, entity), new(TableTransactionActionType.Add, LongestAudit)]));
    }

    /// <summary>An audit row with the longest texts it takes.</summary>
    private static TableEntity LongestAudit { get; } = AuditRow.Next(
        1, "", DateTimeOffset.UnixEpoch, Actor.System, new("SaveScores", "a sheet", "why", new string('ế', AuditRow.LongestText), new string('ế', AuditRow.LongestText))).ToEntity("2026-nam|khoi|don-vi");

    private static string Code(Random random) => Code(random, random.Next(1, SchemeRules.LongestCode + 1));

    private static string Code(Random random, int length)
    {
        var code = "";
        while (code.Length < length)
        {
            var maySeparate = code.Length > 0 && code.Length < length - 1 && code[^1] is not ('.' or '-');
            code += maySeparate && random.Next(3) == 0 ? ".-"[random.Next(2)] : Letters[random.Next(Letters.Length)];
        }

        return code;
    }

    private static ScoreEntry Entry(Random random, string code, int longest = 60)
    {
        var why = random.Next(3) == 0 ? null : string.Concat(Enumerable.Repeat("Đã hoàn thành \"12\" chỉ tiêu. 😀", 1 + longest / 31))[..random.Next(1, longest + 1)].TrimEnd('\uD83D');
        return random.Next(7) switch
        {
            0 => new(code, Explanation: why ?? "vì sao"),
            1 => new(code, Count: random.NextInt64(1_000_001), Explanation: why),
            2 => new(code, Counts: new(random.Next(1_000_000), random.Next(100), random.Next(10)), Explanation: why),
            3 => new(code, Option: Code(random), Explanation: why),
            4 => new(code, Measure: new(random.Next(1_000_000) / 10_000m), Explanation: why),
            5 => new(code, Measure: new(random.Next(1_000_000) / 10_000m, random.Next(1, 1_000_000) / 100m), Explanation: why),
            _ => new(code, new Points(random.Next(-100_000, 100_000)), Explanation: why),
        };
    }
}
