using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>Who made a remark. Never who in person: that stands in the letter, which the office keeps.</summary>
[JsonConverter(typeof(CamelCaseEnum<RemarkSender>))]
internal enum RemarkSender
{
    /// <summary>A unit that is signed in.</summary>
    Unit,

    /// <summary>Another body or organisation, by letter.</summary>
    Organisation,

    /// <summary>Somebody, by letter.</summary>
    Citizen,

    /// <summary>What newspapers and broadcasters say.</summary>
    Press,
}

/// <summary>What became of a remark.</summary>
[JsonConverter(typeof(CamelCaseEnum<RemarkOutcome>))]
internal enum RemarkOutcome
{
    /// <summary>Có căn cứ.</summary>
    Upheld,

    /// <summary>Không có căn cứ.</summary>
    Dismissed,

    /// <summary>Chuyển cơ quan có thẩm quyền.</summary>
    PassedOn,
}

/// <param name="Day">When it was answered.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Text">In words, for the minutes of the council (Decree 152/2025/NĐ-CP, article 44(2)).</param>
internal sealed record RemarkAnswer(DateOnly Day, RemarkOutcome Outcome, string Text);

/// <summary>What somebody says to a proposal that was disclosed.</summary>
/// <param name="Disclosure">The disclosure's id.</param>
/// <param name="Unit">The unit that says it; null of a letter.</param>
/// <param name="Id">Its id among the unit's, or among the letters.</param>
/// <param name="About">The proposal.</param>
/// <param name="Text">What is said, or what the letter says in short.</param>
/// <param name="Sender">Who made it.</param>
/// <param name="Received">The day on which it came.</param>
/// <param name="Letter">Number and day of the letter; null where it has none, and of what a unit says here.</param>
/// <param name="Answer">What became of it; null while it is open.</param>
/// <param name="Salt">Drawn for this text alone: the trail of changes holds a fingerprint, for a text may name people.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Remark(
    string Disclosure,
    string? Unit,
    string Id,
    ProposalKey About,
    string Text,
    RemarkSender Sender,
    DateOnly Received,
    PaperReference? Letter,
    RemarkAnswer? Answer,
    string Salt,
    long Version = 0)
{
    public const int LongestText = 4000;
    public const int Most = 1000;

    /// <summary>Its place in the list: letters, then units.</summary>
    [JsonIgnore]
    public string Place => Unit is null ? $"letter.{Id}" : $"unit.{Unit}.{Id}";

    /// <summary>A remark as it is written down just now; the day and the salt of one that says the same stay.</summary>
    public static Remark Of(string disclosure, string? unit, string id, ProposalKey about, string text, RemarkSender sender, DateOnly received, PaperReference? letter, Remark? before) => new(
        disclosure,
        unit,
        id,
        about,
        text,
        sender,
        received,
        letter,
        before?.Answer,
        before is not null && before.Text == text ? before.Salt : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));

    /// <summary>As the trail of changes holds it.</summary>
    public Remark Audited() => this with { Text = Fingerprint(Text), Answer = Answer is null ? null : Answer with { Text = Fingerprint(Answer.Text) }, Salt = "", Version = 0 };

    public bool Says(Remark other) => this with { Version = 0 } == other with { Version = 0 };

    private string Fingerprint(string text) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Salt}|{text}")))}";
}
