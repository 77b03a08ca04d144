using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Decisions;

/// <summary>An award that a decision gives to a unit, for the year of the decision.</summary>
/// <param name="Unit">The unit's id.</param>
/// <param name="Award">The award's code.</param>
internal sealed record GivenTitle(string Unit, string Award);

/// <summary>What else of the paper is kept for the archive (Decree 30/2020/NĐ-CP, annex VI); what nobody put down is null.</summary>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Copies">How many were issued.</param>
/// <param name="Recipients">Who got it: bodies, not people.</param>
internal sealed record PaperFacts(int? Pages, int? Copies, IReadOnlyList<string> Recipients)
{
    public static PaperFacts None { get; } = new(null, null, []);

    public bool Says(PaperFacts other) => (Pages, Copies) == (other.Pages, other.Copies) && Recipients.SequenceEqual(other.Recipients, StringComparer.Ordinal);
}

/// <summary>A decision that gives titles and forms of commendation for a year.</summary>
/// <param name="Year">The year for which it gives them; it is issued in it or after it.</param>
/// <param name="Id">Its id in the year, chosen by who records it.</param>
/// <param name="Paper">Number, day, issuer and subject.</param>
/// <param name="SignerPost">The post of who signed it; never a name.</param>
/// <param name="Titles">To whom it gives what, in its order.</param>
/// <param name="Facts">What else is kept for the archive.</param>
/// <param name="RulesVersion">The version of the rules of awards that held on its day.</param>
/// <param name="Revocations">What was taken back of it, in the order in which that was recorded.</param>
/// <param name="Returns">What came back of what was taken back.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Decision(
    int Year,
    string Id,
    PaperReference Paper,
    string SignerPost,
    IReadOnlyList<GivenTitle> Titles,
    PaperFacts Facts,
    string RulesVersion,
    IReadOnlyList<Revocation> Revocations,
    IReadOnlyList<TitleReturn> Returns,
    long Version = 0)
{
    public const int LongestPost = 200;
    public const int MostTitles = 500;
    public const int MostPages = 10_000;
    public const int MostCopies = 1_000_000;
    public const int MostRecipients = 50;

    /// <summary>Of a decision that is there the day is known: nobody records one without.</summary>
    [JsonIgnore]
    public DateOnly Day => Paper.Day!.Value;

    public Revocation? RevocationOf(GivenTitle title) => Revocations.FirstOrDefault(one => one.Titles.Contains(title));

    public bool Stands(GivenTitle title) => Titles.Contains(title) && RevocationOf(title) is null;

    /// <summary>Whether both give the same by the same paper, whatever was taken back since.</summary>
    public bool Says(Decision other) => (Paper, SignerPost) == (other.Paper, other.SignerPost) && Titles.SequenceEqual(other.Titles) && Facts.Says(other.Facts);
}

/// <summary>A decision by which titles were taken back.</summary>
/// <param name="Paper">Number, day, issuer and subject.</param>
/// <param name="SignerPost">The post of who signed it; never a name.</param>
/// <param name="Ground">Why, as the law names it.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Titles">What it takes back.</param>
internal sealed record Revocation(PaperReference Paper, string SignerPost, RevocationGround Ground, string Reason, IReadOnlyList<GivenTitle> Titles)
{
    [JsonIgnore]
    public DateOnly Day => Paper.Day!.Value;
}

/// <summary>Why a title is taken back (Law 06/2022/QH15, chapter VII, as summaries of it give it).</summary>
[JsonConverter(typeof(CamelCaseEnum<RevocationGround>))]
internal enum RevocationGround
{
    /// <summary>Kê khai gian dối thành tích.</summary>
    FalseDeclaration,

    /// <summary>Cung cấp thông tin sai, làm giả hồ sơ, giấy tờ.</summary>
    FalsePapers,

    /// <summary>Thẩm định, xét, duyệt trái pháp luật.</summary>
    UnlawfulAppraisal,

    /// <summary>Có kết luận vi phạm, khuyết điểm trong thời gian tính thành tích.</summary>
    FaultInPeriod,
}

/// <summary>How far a unit has given back what goes with a title that was taken back; what has not happened is null.</summary>
/// <param name="Title">Which title.</param>
/// <param name="Received">When the unit got the decision that takes it back: from then its days are counted (Decree 152/2025/NĐ-CP, article 58).</param>
/// <param name="ObjectReturned">When flag, certificate or frame came back.</param>
/// <param name="MoneyReturned">When the money came back.</param>
/// <param name="Amount">How much came back, in đồng.</param>
internal sealed record TitleReturn(GivenTitle Title, DateOnly? Received, DateOnly? ObjectReturned, DateOnly? MoneyReturned, long? Amount)
{
    public const long MostAmount = 1_000_000_000_000;
}
