using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>Which dossier: that of a unit for an award, in a bloc's year.</summary>
internal sealed record DossierId(int Year, string Bloc, string Award, string Unit)
{
    public YearOfBloc BlocYear => new(Year, Bloc);

    public override string ToString() => $"{BlocYear} {Award} {Unit}";
}

/// <summary>What is sent up so that a unit gets an award.</summary>
/// <param name="Award">The award's code.</param>
/// <param name="Unit">The unit that is proposed.</param>
/// <param name="Opened">The day on which it was opened.</param>
/// <param name="RulesVersion">The version of the award rules on that day, which it keeps.</param>
/// <param name="Template">The version of the office's template on that day, which it keeps.</param>
/// <param name="Content">What is in it.</param>
internal sealed record Dossier(string Award, string Unit, DateOnly Opened, string RulesVersion, int Template, DossierContent Content)
{
    /// <summary>When it was sent to the office; null while it is not, or after it was returned.</summary>
    public DateOnly? SentToOffice { get; init; }

    /// <summary>When the office sent it on to the Ministry.</summary>
    public DateOnly? SentToMinistry { get; init; }

    /// <summary>How it came back last; null where it never did.</summary>
    public DossierReturn? Returned { get; init; }

    public bool IsSent => SentToOffice is not null;
}

/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Basis">The text on which that rests (152/2025/NĐ-CP, article 35, asks for it).</param>
/// <param name="SentOn">The day on which it had been sent.</param>
internal sealed record DossierReturn(DateOnly On, string Reason, PaperReference Basis, DateOnly SentOn);

/// <param name="Letter">The letter of proposal; null while there is none.</param>
/// <param name="Minutes">The minutes with the result of the vote; null while there are none.</param>
/// <param name="Report">The achievement report; null while there is none.</param>
internal sealed record DossierContent(DossierLetter? Letter = null, DossierMinutes? Minutes = null, AchievementReport? Report = null)
{
    public const int MostFiles = 50;

    /// <summary>Files among the attachments of the bloc's year.</summary>
    [Items(0, MostFiles)]
    public IReadOnlyList<DossierFile> Files { get; init; } = [];

    public bool Says(DossierContent other) =>
        Minutes == other.Minutes && Files.SequenceEqual(other.Files) && (Letter?.Says(other.Letter) ?? other.Letter is null) && (Report?.Says(other.Report) ?? other.Report is null);
}

/// <summary>The letter of proposal: legal basis, content and achievement, opinions, result of the appraisal (152/2025/NĐ-CP, article 33, paragraph 11). The opinions are those that were asked here.</summary>
/// <param name="Achievement">Form and achievement, in short.</param>
/// <param name="Appraisal">What the appraisal came to; null where nobody has written it down.</param>
/// <param name="Number">Number and symbol; null until it has one.</param>
/// <param name="Day">The day on it.</param>
internal sealed record DossierLetter(
    [property: StringLength(DossierLetter.LongestText, MinimumLength = 1)] string Achievement,
    [property: StringLength(DossierLetter.LongestText, MinimumLength = 1)] string? Appraisal = null,
    [property: StringLength(PaperReference.LongestNumber, MinimumLength = 1)] string? Number = null,
    DateOnly? Day = null)
{
    public const int LongestText = 4000;
    public const int MostGrounds = 20;

    /// <summary>On what it rests.</summary>
    [Items(0, MostGrounds)]
    public IReadOnlyList<PaperReference> Grounds { get; init; } = [];

    public bool Says(DossierLetter? other) =>
        other is not null && (Achievement, Appraisal, Number, Day) == (other.Achievement, other.Appraisal, other.Number, other.Day) && Grounds.SequenceEqual(other.Grounds);
}

/// <summary>The minutes of the meeting that voted.</summary>
/// <param name="Day">The day of the meeting; null where nobody has written it down.</param>
/// <param name="Meeting">Its id among the bloc's meetings; null where it was held elsewhere.</param>
/// <param name="Place">Where; null where nobody has written it down.</param>
/// <param name="Vote">The result; null while there is none.</param>
internal sealed record DossierMinutes(
    DateOnly? Day = null,
    [property: Slug] string? Meeting = null,
    [property: StringLength(PaperReference.LongestIssuer, MinimumLength = 1)] string? Place = null,
    DossierVote? Vote = null);

/// <summary>How the vote ended, as counts; written opinions of absentees apart, for they are known to be theirs.</summary>
/// <param name="Members">All who may vote.</param>
/// <param name="Present">How many of them were there.</param>
/// <param name="For">Votes for it, of those there.</param>
/// <param name="NotFor">Other valid votes, of those there.</param>
/// <param name="Invalid">Invalid votes.</param>
/// <param name="WrittenFor">Written opinions of absentees for it.</param>
/// <param name="WrittenNotFor">Other written opinions.</param>
/// <param name="IsPassed">Whether it passed.</param>
internal sealed record DossierVote(
    [property: Range(1, DossierVote.Most)] int Members,
    [property: Range(0, DossierVote.Most)] int Present,
    [property: Range(0, DossierVote.Most)] int For,
    [property: Range(0, DossierVote.Most)] int NotFor,
    [property: Range(0, DossierVote.Most)] int Invalid,
    [property: Range(0, DossierVote.Most)] int WrittenFor,
    [property: Range(0, DossierVote.Most)] int WrittenNotFor,
    bool IsPassed)
{
    public const int Most = 500;
}

/// <summary>What the unit has achieved, by the office's outline.</summary>
/// <param name="Until">The last day of what it tells of; null where nobody has written it down.</param>
/// <param name="CertifiedBy">By which body it is certified; null while it is not.</param>
internal sealed record AchievementReport(DateOnly? Until = null, [property: StringLength(PaperReference.LongestIssuer, MinimumLength = 1)] string? CertifiedBy = null)
{
    /// <summary>Of all sections together, so that a dossier and its audit row, which holds it before and after, each fit into a row of storage.</summary>
    public const int MostLetters = 150_000;

    /// <summary>By the sections of the outline; one that is not written stays away.</summary>
    [Items(0, DossierOutline.MostSections)]
    public IReadOnlyList<SectionText> Sections { get; init; } = [];

    public string? TextOf(string section) => Sections.FirstOrDefault(one => one.Section == section)?.Text;

    public bool Says(AchievementReport? other) => other is not null && (Until, CertifiedBy) == (other.Until, other.CertifiedBy) && Sections.SequenceEqual(other.Sections);
}

/// <param name="Section">The section's code in the outline.</param>
/// <param name="Text">What it says, a paragraph a line.</param>
internal sealed record SectionText([property: Slug] string Section, [property: StringLength(SectionText.Longest, MinimumLength = 1)] string Text)
{
    public const int Longest = 20_000;
}

/// <param name="Paper">The paper's code in the outline; null for what the outline does not name.</param>
/// <param name="Attachment">The file's id among the bloc's attachments.</param>
/// <param name="Title">What it is; null where the outline says it.</param>
internal sealed record DossierFile(
    [property: Slug] string Attachment, [property: Slug] string? Paper = null, [property: StringLength(OutlineSection.LongestTitle, MinimumLength = 1)] string? Title = null);
