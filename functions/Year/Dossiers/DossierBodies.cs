using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>The body of <c>PutDossier</c>: all that is in it so far.</summary>
/// <param name="Letter">The letter of proposal.</param>
/// <param name="Minutes">The minutes of the meeting that voted, with the result.</param>
/// <param name="Report">The achievement report, by the sections of the office's outline.</param>
internal sealed record DossierBody(DossierLetter? Letter = null, DossierMinutes? Minutes = null, AchievementReport? Report = null)
{
    /// <summary>Files among the attachments of the bloc's year.</summary>
    [Items(0, DossierContent.MostFiles)]
    public IReadOnlyList<DossierFile> Files { get; init; } = [];

    public DossierContent ToContent() => new(
        Letter is null ? null : Letter with
        {
            Achievement = Letter.Achievement.Trim(),
            Appraisal = NamedPerson.Clean(Letter.Appraisal),
            Number = NamedPerson.Clean(Letter.Number),
            Grounds = [.. Letter.Grounds.Select(ground => ground.Trimmed())],
        },
        Minutes is null ? null : Minutes with { Place = NamedPerson.Clean(Minutes.Place) },
        Report is null ? null : Report with { CertifiedBy = NamedPerson.Clean(Report.CertifiedBy), Sections = [.. Report.Sections.Select(one => one with { Text = one.Text.Trim() })] })
    {
        Files = [.. Files.Select(file => file with { Title = NamedPerson.Clean(file.Title) })],
    };
}

/// <summary>The body of <c>SendDossier</c>.</summary>
/// <param name="To">Where it was sent; to the Ministry only the office sends, and only what it has.</param>
/// <param name="On">The day; today, unless the office writes it down.</param>
internal sealed record SendingBody(DossierStop To, DateOnly On);

/// <summary>The body of <c>ReturnDossier</c>.</summary>
/// <param name="Reason">Why it comes back; who proposes reads it.</param>
/// <param name="Basis">The text on which that rests.</param>
/// <param name="On">The day.</param>
internal sealed record DossierReturnBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason, PaperReference Basis, DateOnly On);

/// <summary>The body of <c>PutDossierTemplate</c>: all that the office asks of dossiers.</summary>
/// <param name="Outlines">Just one of them names no award: it holds for all that no other names.</param>
internal sealed record DossierTemplateBody([property: Items(1, DossierTemplate.MostOutlines)] IReadOnlyList<DossierOutline> Outlines);
