using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Reports;

/// <summary>How far a unit's part of a report is.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="State">How far it is.</param>
/// <param name="SentAt">When it was sent last; null until then, and again once it was returned.</param>
/// <param name="IsApproved">Whether the unit's leader approved it.</param>
/// <param name="ReturnReason">Why it was returned; null where it was not, or was sent again.</param>
/// <param name="Version">The number of the change that last wrote the part.</param>
internal sealed record PartStatus(string Unit, PartState State, DateTimeOffset? SentAt = null, bool IsApproved = false, string? ReturnReason = null, long Version = 0);

/// <summary>What a unit says in its part.</summary>
internal sealed record PartContent
{
    public const int MostItems = 100;

    /// <summary>In all texts together: about eight pages.</summary>
    public const int MostLetters = 20_000;

    /// <summary>Answers to the questions of the request; what is not answered stays a gap.</summary>
    [Items(0, ReportRequest.MostQuestions)]
    public IReadOnlyList<PartAnswer> Answers { get; init; } = [];

    /// <summary>What was achieved.</summary>
    [Items(0, MostItems)]
    public IReadOnlyList<PartResult> Results { get; init; } = [];

    /// <summary>What fell short, with causes.</summary>
    [Items(0, MostItems)]
    public IReadOnlyList<Shortcoming> Shortcomings { get; init; } = [];

    /// <summary>What is to be done next.</summary>
    [Items(0, MostItems), StringLength(ReportItem.LongestText, MinimumLength = 1)]
    public IReadOnlyList<string> Tasks { get; init; } = [];

    /// <summary>What the unit proposes or asks for.</summary>
    [Items(0, MostItems), StringLength(ReportItem.LongestText, MinimumLength = 1)]
    public IReadOnlyList<string> Proposals { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Answers.Count + Results.Count + Shortcomings.Count + Tasks.Count + Proposals.Count == 0;

    /// <summary>Null where the unit gave none.</summary>
    public PartAnswer? AnswerTo(string question) => Answers.FirstOrDefault(answer => answer.Question == question);

    /// <summary>Without outer blanks.</summary>
    public PartContent Trimmed() => new()
    {
        Answers = [.. Answers.Select(answer => answer with { Said = answer.Said?.Trim() })],
        Results = [.. Results.Select(result => result with { Text = result.Text.Trim() })],
        Shortcomings = [.. Shortcomings.Select(one => new Shortcoming(one.Text.Trim()) { Causes = [.. one.Causes.Select(cause => cause.Trim())] })],
        Tasks = [.. Tasks.Select(task => task.Trim())],
        Proposals = [.. Proposals.Select(proposal => proposal.Trim())],
    };
}

/// <param name="Question">The question's code.</param>
/// <param name="Number">The number, where one is asked for.</param>
/// <param name="Said">The number as it was said, such as "gần 8.400"; or the text, where a text is asked for.</param>
internal sealed record PartAnswer([property: Slug] string Question, decimal? Number = null, [property: StringLength(PartAnswer.LongestSaid, MinimumLength = 1)] string? Said = null)
{
    public const int LongestSaid = 1000;
    public const decimal Greatest = 1_000_000_000_000_000m;
    public const int MostDecimals = 4;
}

/// <param name="Text">What was achieved.</param>
/// <param name="Section">The section of the request that it belongs under, if any.</param>
internal sealed record PartResult([property: StringLength(ReportItem.LongestText, MinimumLength = 1)] string Text, [property: Slug] string? Section = null);

/// <param name="Text">What fell short.</param>
internal sealed record Shortcoming([property: StringLength(ReportItem.LongestText, MinimumLength = 1)] string Text)
{
    /// <summary>Why; none where nobody said.</summary>
    [Items(0, ReportItem.MostCauses), StringLength(ReportItem.LongestText, MinimumLength = 1)]
    public IReadOnlyList<string> Causes { get; init; } = [];
}

/// <summary>Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<PartState>))]
internal enum PartState
{
    /// <summary>Nothing is there.</summary>
    Missing,

    /// <summary>The unit is writing it.</summary>
    Draft,

    /// <summary>It was sent, and the unit changes it no more.</summary>
    Sent,

    /// <summary>It was given back to the unit.</summary>
    Returned,
}
