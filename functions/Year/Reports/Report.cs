using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Reports;

/// <summary>The text of a report: merged from the units' parts, edited, and frozen once the report is adopted.</summary>
/// <param name="PresentedBy">The unit that drafts and presents it; null where that was not put down. Often the deputy.</param>
/// <param name="IsShared">Whether the bloc's units see it before it is adopted.</param>
/// <param name="IsEdited">Whether somebody has edited it: from then on a merge leaves the order alone.</param>
/// <param name="LastNumber">The greatest number that an item has had; none is given twice.</param>
/// <param name="Items">What it says, a paragraph each, in their order within each chapter; also those that an editor has dropped.</param>
/// <param name="Statistics">Numbers of the bloc, in the order of the questions.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
/// <param name="MergedTo">The greatest number of a change that sent a part which was merged; null where none was, or it was merged before this was put down.</param>
internal sealed record Report(
    string? PresentedBy, bool IsShared, bool IsEdited, int LastNumber, IReadOnlyList<ReportItem> Items, IReadOnlyList<ReportStatistic> Statistics, long Version = 0,
    long? MergedTo = null)
{
    public const int MostItems = 5000;

    public static readonly Report Empty = new(null, false, false, 0, [], []);

    /// <summary>The number that the report gives to a question; null where there is none. Once an editor changed one of the numbers that make a share, it follows from both as the report gives them.</summary>
    public decimal? NumberOf(ReportQuestion question)
    {
        var one = StatisticOf(question.Code);
        return one?.Number ?? (question.Share is { } share && (StatisticOf(share.Part)?.Number ?? StatisticOf(share.Whole)?.Number) is not null
            ? share.Of(code => StatisticOf(code) is { } other ? other.Number ?? other.Sum : null)
            : one?.Sum);
    }

    private ReportStatistic? StatisticOf(string question) => Statistics.FirstOrDefault(one => one.Question == question);
}

/// <summary>A paragraph of a report.</summary>
/// <param name="Number">By which an editor refers to it.</param>
/// <param name="Chapter">Which part of the skeleton it stands in.</param>
/// <param name="Section">The section, or the question it answers, by code; null for none.</param>
/// <param name="Text">What it says; null once an editor has dropped it.</param>
/// <param name="Causes">Of a shortcoming.</param>
/// <param name="Source">Where it was merged from; null where the editor wrote it.</param>
internal sealed record ReportItem(int Number, ReportChapter Chapter, string? Section, string? Text, IReadOnlyList<string> Causes, ItemSource? Source)
{
    public const int LongestText = 4000;
    public const int MostCauses = 20;

    /// <summary>An editor took it out; it is remembered so that a merge does not bring it back.</summary>
    [JsonIgnore]
    public bool IsDropped => Text is null;

    /// <summary>Whether an editor made something else of what it was merged from.</summary>
    [JsonIgnore]
    public bool IsEdited => Source is not null && Text is not null && Source.Print != Print(Section, Text, Causes);

    /// <summary>Whether it says the same in the same place, whatever its number.</summary>
    public bool Says(ReportItem other) => (Chapter, Section, Text) == (other.Chapter, other.Section, other.Text) && Causes.SequenceEqual(other.Causes);

    /// <summary>What tells one merged text from another of the same origin.</summary>
    public static string Print(string? section, string text, IReadOnlyList<string> causes) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', [section ?? "", text, .. causes]))).AsSpan(0, 16));
}

/// <param name="Origin">A unit's part (<c>parts/so-a</c>), or an entry of a register.</param>
/// <param name="Unit">The unit; null for what a register says of the bloc as a whole.</param>
/// <param name="Print">The fingerprint of the text as it was merged.</param>
/// <param name="IsGone">Whether the origin says that no more, though an editor has worked on it here.</param>
internal sealed record ItemSource(string Origin, string? Unit, string Print, bool IsGone = false)
{
    public const string PartPrefix = "parts/";

    /// <summary>One text of one origin.</summary>
    [JsonIgnore]
    public (string Origin, string Print) Key => (Origin, Print);

    /// <summary>Whether a unit said it in its part, and no register.</summary>
    [JsonIgnore]
    public bool IsOfPart => Origin.StartsWith(PartPrefix, StringComparison.Ordinal);
}

/// <summary>A number of the bloc.</summary>
/// <param name="Question">The question's code.</param>
/// <param name="Sum">What the units that answered come to; null where none did, or nothing is summed.</param>
/// <param name="IsApproximate">Whether one of them said that it is not exact ("gần 8.400").</param>
/// <param name="Given">How many units answered.</param>
/// <param name="Number">What an editor put in its place; null where nobody did.</param>
/// <param name="Said">As the report says it; null where it is said as it is.</param>
/// <param name="EditedAt">The sum when the editor did; another sum now is shown.</param>
internal sealed record ReportStatistic(string Question, decimal? Sum, bool IsApproximate, int Given, decimal? Number = null, string? Said = null, decimal? EditedAt = null)
{
    [JsonIgnore]
    public bool IsEdited => Number is not null || Said is not null;

    /// <summary>Whether the units' numbers have moved since an editor wrote it down.</summary>
    [JsonIgnore]
    public bool HasMoved => IsEdited && EditedAt != Sum;
}

/// <summary>The skeleton of every such report. Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<ReportChapter>))]
internal enum ReportChapter
{
    /// <summary>I. Kết quả đạt được.</summary>
    Results,

    /// <summary>II. Tồn tại, hạn chế và nguyên nhân.</summary>
    Shortcomings,

    /// <summary>III. Phương hướng, nhiệm vụ.</summary>
    Tasks,

    /// <summary>IV. Đề xuất, kiến nghị.</summary>
    Proposals,
}
