using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Pacts;

/// <summary>Exactly what is signed.</summary>
/// <param name="Title">As it stands over it, such as "Giao ước thi đua năm 2026".</param>
/// <param name="Grounds">The papers it rests on, in the order of citation.</param>
/// <param name="Text">What is promised in running words; null where all of it is in items and targets.</param>
/// <param name="Items">What is promised point by point.</param>
/// <param name="Targets">What is to be reached.</param>
/// <param name="Scheme">The bloc's own version of the scoring scheme, where the pact holds one.</param>
internal sealed record PactText(
    string Title, IReadOnlyList<PaperReference> Grounds, string? Text, IReadOnlyList<PactItem> Items, IReadOnlyList<PactTarget> Targets, SchemeVersion? Scheme)
{
    /// <summary>Whether it is known to have been signed and nobody put down what it promises.</summary>
    public bool TextUnknown { get; init; }
}

/// <param name="Text">What is promised.</param>
/// <param name="Heading">What it is about, where it stands under a heading.</param>
internal sealed record PactItem(
    [property: StringLength(PactItem.LongestText, MinimumLength = 1)] string Text,
    [property: StringLength(PactItem.LongestHeading, MinimumLength = 1)] string? Heading = null)
{
    public const int LongestText = 1000;
    public const int LongestHeading = 200;
}

/// <summary>A file that belongs to the pact and is no part of what is signed: the paper as it was signed, or a photograph of the signing.</summary>
/// <param name="Attachment">The id of the bloc's file.</param>
/// <param name="Caption">What stands under it, as it stands there.</param>
internal sealed record PactPicture([property: Slug] string Attachment, [property: StringLength(PactPicture.LongestCaption, MinimumLength = 1)] string? Caption = null)
{
    public const int LongestCaption = 300;
}

/// <summary>A bloc's pact of a year (giao ước thi đua), in one edition of its text.</summary>
/// <param name="Edition">From 1; each change of a text that somebody has signed makes another.</param>
/// <param name="Text">What is signed.</param>
/// <param name="Hash">Of the text, by <paramref name="HashForm"/>.</param>
/// <param name="HashForm">See <see cref="PactHash"/>.</param>
/// <param name="IsForSigning">Whether members may sign it; before, it is a draft.</param>
/// <param name="ReportBy">The days by which every unit reports its progress, in order.</param>
/// <param name="Pictures">Files that belong to it.</param>
/// <param name="WrittenAt">When the edition was first put down.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Pact(
    int Edition,
    PactText Text,
    string Hash,
    int HashForm,
    bool IsForSigning,
    IReadOnlyList<DateOnly> ReportBy,
    IReadOnlyList<PactPicture> Pictures,
    DateTimeOffset WrittenAt,
    long Version = 0)
{
    public const int LongestTitle = 300;
    public const int LongestText = 30_000;
    public const int MostGrounds = 50;
    public const int MostItems = 50;
    public const int MostReportDays = 12;
    public const int MostPictures = 20;
    public const int MostEditions = 9999;

    /// <summary>Whether units sign it by their accounts: a text that nobody put down nobody has read here.</summary>
    public bool IsToRead => IsForSigning && !Text.TextUnknown;

    /// <summary>Whether it says the same, whenever it was written.</summary>
    public bool Says(Pact other) =>
        (Hash, HashForm, IsForSigning) == (other.Hash, other.HashForm, other.IsForSigning)
        && ReportBy.SequenceEqual(other.ReportBy)
        && Pictures.SequenceEqual(other.Pictures);

    /// <summary>The last day on which a report was due before today, and the one before it; null where there is none.</summary>
    public (DateOnly? Last, DateOnly? Before) DueBefore(DateOnly today)
    {
        var over = ReportBy.Where(day => day < today).Order().ToList();
        return (over.Count > 0 ? over[^1] : null, over.Count > 1 ? over[^2] : null);
    }
}
