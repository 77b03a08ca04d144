using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Rules.Tests.Platform.Storage;

/// <summary>Rows that earlier programs wrote are verified by this hash, so it is one text's for ever.</summary>
public sealed class AuditHashTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(7));

    public static TheoryData<string?, string?> Texts => new()
    {
        { null, null },
        { "", null },
        { null, "" },
        { "Đơn vị đã hoàn thành đúng hạn; 5:abc;", "ngắn" },
        { "[{\"criterion\":\"1.1\"}]", "🏵" },
        { "\uD83C", "x\uDFF5" }, // halves of a character, which the hash reads as it always did
        { "\uDFF5\uD83C", "\uD83C\uD83C\uDFF5" },
        { new string('ệ', 511) + "🏵" + new string('ệ', 600), "x" + string.Concat(Enumerable.Repeat("🏵", 40_000)) },
        { string.Concat(Enumerable.Repeat("Khối thi đua 🏵 số 3; ", 9_000)), string.Concat(Enumerable.Repeat("🏵", 45_000)) },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_row_has_the_hash_it_always_had(string? before, string? after)
    {
        AuditRow[] rows =
        [
            AuditRow.Next(6, "abc", Noon.AddTicks(1_234_567), new("tid:oid", null), new("SaveScores", "2026 nam so-a", null, before, after)),
            AuditRow.Next(0, AuditRow.Beginning, Noon, new("tid:oid", "so-a"), new("SaveScores", "", before, after, before)),
        ];

        Assert.All(rows, row => Assert.Equal(OfText(row), row.Hash));
        Assert.All(rows, row => Assert.Equal(row.Hash, AuditRow.From(row.ToEntity("p")).ComputeHash()));
    }

    [Fact]
    public void A_known_row_has_a_known_hash()
    {
        var row = new AuditRow(7, Noon, new("tid:oid", "so-a"), new("SaveScores", "2026 nam so-a", null, "", "Đạt 🏵"), "id", "abc", "");

        Assert.Equal("4a69c5d274d145ec145e3a716091e5c31c4365534eafc00566492010e7508dc2", row.ComputeHash());
    }

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    public void A_long_text_is_the_same_in_pieces_as_in_one_string(int entries)
    {
        var said = Enumerable.Range(0, entries).Select(number => new { Number = number, Text = string.Concat(Enumerable.Repeat("Hoàn thành \"đúng hạn\" 🏵🏵🏵 ", 10)), Nothing = (string?)null }).ToList();

        var text = RowText.PiecesOf(said);

        Assert.Equal(JsonSerializer.Serialize(said, Options), text.ToString());
        Assert.Equal(text.ToString().Length, text.Length);
        Assert.All(text.Pieces, piece => Assert.InRange(piece.Length, 1, LongText.PieceLength));
        Assert.DoesNotContain(text.Pieces, piece => char.IsLowSurrogate(piece[0]));
        Assert.Equal((PiecedText)text.ToString(), text);
    }

    /// <summary>As it was first written down: SHA-256 of one text.</summary>
    private static string OfText(AuditRow row)
    {
        string?[] fields =
        [
            row.Seq.ToString(CultureInfo.InvariantCulture), row.At.UtcTicks.ToString(CultureInfo.InvariantCulture), row.Actor.Key, row.Actor.Unit,
            row.Entry.Action, row.Entry.Subject, row.Entry.Reason, row.Entry.Before, row.Entry.After, row.Id, row.Previous,
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(fields.Select(field => $"{field?.Length ?? -1}:{field};")))));
    }
}
