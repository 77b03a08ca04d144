using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Nominations;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>How far a dossier is.</summary>
[JsonConverter(typeof(CamelCaseEnum<DossierState>))]
internal enum DossierState
{
    /// <summary>Being made.</summary>
    Open,

    /// <summary>Sent back by the office, and not sent again.</summary>
    Returned,

    /// <summary>With the office.</summary>
    Sent,

    /// <summary>With the Ministry.</summary>
    SentOn,
}

/// <param name="Section">Its code.</param>
/// <param name="Title">Its heading by the office's outline.</param>
/// <param name="Text">What is written; null where nothing is.</param>
internal sealed record OutlineSectionView(string Section, string Title, string? Text);

/// <param name="Until">The last day of what it tells of.</param>
/// <param name="CertifiedBy">By which body it is certified.</param>
/// <param name="Sections">All sections of the outline, in its order.</param>
internal sealed record AchievementReportView(DateOnly? Until, string? CertifiedBy, IReadOnlyList<OutlineSectionView> Sections);

/// <param name="At">Where the dossier has to be.</param>
/// <param name="Last">The last day.</param>
/// <param name="Source">Where that is said.</param>
/// <param name="Sent">When it was sent there; null while it was not.</param>
internal sealed record DossierDeadlineView(DossierStop At, DateOnly Last, string Source, DateOnly? Sent);

/// <summary>What a body was asked, and what it answered.</summary>
/// <param name="Opinion">Its id within the dossier.</param>
/// <param name="Body">The body.</param>
/// <param name="AskedOn">The day on which it was asked.</param>
/// <param name="Days">Within how many working days it answers.</param>
/// <param name="Due">The last of them.</param>
/// <param name="State">How it stands today; unanswered is no consent.</param>
/// <param name="Paper">The letter by which it was asked.</param>
/// <param name="Answer">What came back; null while nothing has.</param>
/// <param name="Caution">What must be known of the last day, such as holidays that are not entered; null where nothing.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record DossierOpinionView(
    string Opinion, string Body, DateOnly AskedOn, int Days, DateOnly Due, OpinionState State, PaperReference? Paper, OpinionAnswer? Answer, string? Caution, string Etag)
{
    public static DossierOpinionView Of(Opinion opinion, OpinionTerm term, Language language) => new(
        opinion.Id,
        opinion.Question.Body,
        opinion.Question.AskedOn,
        term.Days,
        term.Last.Last,
        term.State,
        opinion.Question.Paper,
        opinion.Answer,
        term.Last.Caution()?.In(language),
        EntityTag.Of(opinion.Version));
}

/// <summary>The bloc's ballot from which the result of the vote is taken.</summary>
/// <param name="Ballot">Its id.</param>
/// <param name="Counted">The day on which it was counted; null while it is open.</param>
/// <param name="IsPassed">Whether the unit passed; null while that is not settled.</param>
/// <param name="Members">How many could vote.</param>
/// <param name="Present">How many of them were there; null where nobody recorded it.</param>
/// <param name="Voted">How many votes were in the box; null while nothing is counted.</param>
/// <param name="For">Votes for the unit; null where counts are not told, as all that follow.</param>
/// <param name="NotFor">Other valid votes.</param>
/// <param name="Invalid">Invalid votes.</param>
/// <param name="WrittenFor">Written opinions of absent units for it.</param>
/// <param name="WrittenNotFor">Other written opinions.</param>
internal sealed record DossierBallotView(
    string Ballot,
    DateOnly? Counted,
    bool? IsPassed,
    int Members,
    int? Present,
    int? Voted,
    int? For,
    int? NotFor,
    int? Invalid,
    int? WrittenFor,
    int? WrittenNotFor)
{
    public static DossierBallotView Of(BallotOutcome ballot) => new(
        ballot.Ballot,
        ballot.Counted,
        ballot.IsPassed,
        ballot.Voters,
        ballot.Present,
        ballot.Voted,
        ballot.Counts?.For,
        ballot.Counts?.NotFor,
        ballot.Counts?.Invalid,
        ballot.Counts?.WrittenFor,
        ballot.Counts?.WrittenNotFor);
}

/// <summary>A dossier.</summary>
/// <param name="Year">The year.</param>
/// <param name="Bloc">The bloc's id.</param>
/// <param name="Award">The award's code.</param>
/// <param name="AwardTitle">What it is called by the rules under which the dossier was opened.</param>
/// <param name="Unit">The unit that is proposed.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="State">How far it is.</param>
/// <param name="Nomination">How the unit's nomination for the award stands; null where none is recorded.</param>
/// <param name="Opened">The day on which it was opened.</param>
/// <param name="RulesVersion">The version of the award rules under which it was.</param>
/// <param name="Template">The version of the office's template under which it was; 0 for the one that comes with the program.</param>
/// <param name="Letter">The letter of proposal.</param>
/// <param name="Minutes">The minutes of the meeting that voted. Where the bloc held a ballot its result stands here as that ballot tells it; null where that does not tell all of it.</param>
/// <param name="Ballot">The ballot from which the result is taken; null where there was none, so that it is typed.</param>
/// <param name="Report">The achievement report.</param>
/// <param name="Files">Files among the attachments of the bloc's year.</param>
/// <param name="Opinions">By id.</param>
/// <param name="Deadlines">By when it has to be where.</param>
/// <param name="Returned">How it came back last.</param>
internal sealed record DossierView(
    int Year,
    string Bloc,
    string Award,
    string AwardTitle,
    string Unit,
    string UnitName,
    DossierState State,
    NominationStatus? Nomination,
    DateOnly Opened,
    string RulesVersion,
    int Template,
    DossierLetter? Letter,
    DossierMinutes? Minutes,
    DossierBallotView? Ballot,
    AchievementReportView? Report,
    IReadOnlyList<DossierFile> Files,
    IReadOnlyList<DossierOpinionView> Opinions,
    IReadOnlyList<DossierDeadlineView> Deadlines,
    DossierReturn? Returned)
{
    public static DossierView Of(DossierSight sight, Language language)
    {
        var (id, dossier, content) = (sight.Id, sight.Dossier, sight.Dossier.Content);
        return new(
            id.Year,
            id.Bloc,
            id.Award,
            sight.AwardTitle,
            id.Unit,
            sight.Terms.Names[id.Unit],
            DossierSummary.StateOf(dossier),
            sight.Nomination,
            dossier.Opened,
            dossier.RulesVersion,
            dossier.Template,
            content.Letter,
            content.Minutes is null ? null : content.Minutes with { Vote = sight.Vote?.AsTyped() },
            sight.Ballot is null ? null : DossierBallotView.Of(sight.Ballot),
            content.Report is { } report
                ? new(report.Until, report.CertifiedBy, [.. sight.Outline.Sections.Select(section => new OutlineSectionView(section.Code, section.Title, report.TextOf(section.Code)))])
                : null,
            content.Files,
            [.. sight.Opinions.Select(one => DossierOpinionView.Of(one.Opinion, one.Term, language))],
            [.. sight.Outline.Deadlines.Select(one => new DossierDeadlineView(one.At, one.In(id.Year), one.Source, DossierCheck.SentTo(dossier, one.At)))],
            dossier.Returned);
    }
}

/// <param name="Path">Where in what GetDossier answers.</param>
/// <param name="Detail">What is missing, or what should be looked at.</param>
internal sealed record DossierRemarkView(string Path, string Detail);

/// <summary>Whether a dossier is whole.</summary>
/// <param name="IsComplete">Whether nothing is missing: then it can be sent.</param>
/// <param name="Gaps">What is missing.</param>
/// <param name="Warnings">What should be looked at; none of it stands in the way of anything.</param>
internal sealed record DossierCheckView(bool IsComplete, IReadOnlyList<DossierRemarkView> Gaps, IReadOnlyList<DossierRemarkView> Warnings)
{
    public static DossierCheckView Of(DossierCheck check, Language language) => new(
        check.Gaps.Count == 0,
        [.. check.Gaps.Select(one => new DossierRemarkView(one.Path, one.Words.In(language)))],
        [.. check.Warnings.Select(one => new DossierRemarkView(one.Path, one.Words.In(language)))]);
}

/// <param name="Award">The award's code.</param>
/// <param name="Unit">The unit that is proposed.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="State">How far it is.</param>
/// <param name="Opened">The day on which it was opened.</param>
internal sealed record DossierSummary(string Award, string Unit, string UnitName, DossierState State, DateOnly Opened)
{
    public static DossierSummary Of(Dossier dossier, UnitNames names) => new(dossier.Award, dossier.Unit, names[dossier.Unit], StateOf(dossier), dossier.Opened);

    public static DossierState StateOf(Dossier dossier) => dossier switch
    {
        { SentToMinistry: not null } => DossierState.SentOn,
        { SentToOffice: not null } => DossierState.Sent,
        { Returned: not null } => DossierState.Returned,
        _ => DossierState.Open,
    };
}

/// <param name="Dossiers">A page of dossiers, by award and unit.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record DossierPage(IReadOnlyList<DossierSummary> Dossiers, string? Continuation);

/// <summary>What the office asks of dossiers.</summary>
/// <param name="Number">The version; 0 for the one that comes with the program, whose outline is a configurable default.</param>
/// <param name="Outlines">The first that names an award holds for it; the one that names none holds for all others.</param>
internal sealed record DossierTemplateView(int Number, IReadOnlyList<DossierOutline> Outlines);
