using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Sheets;

/// <summary>The body of <c>SaveScores</c>.</summary>
/// <param name="Scores">Each entry replaces what was entered for its criterion; one with nothing but the criterion clears it. What is not named stays.</param>
/// <param name="Reason">Why, where it needs saying; kept in the trail of changes.</param>
internal sealed record ScoresBody(
    [property: Items(0, SchemeRules.MaximumCriteria)] IReadOnlyList<ScoreEntry> Scores,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string? Reason = null);

/// <summary>The body of <c>ReturnSheet</c>.</summary>
/// <param name="Reason">What the unit should mend; it is sent to the unit.</param>
internal sealed record ReturnBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <summary>What a change of a sheet answers.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Deadline">The last day, in Vietnam, on which the unit may submit.</param>
/// <param name="IsComplete">Whether nothing that a submission needs is missing.</param>
/// <param name="Totals">What it comes to once handed in, with the quantitative criteria that have a result, and under the conditions that were declared.</param>
/// <param name="IsProvisional">Whether that depends on what other units of the bloc reach.</param>
/// <param name="SubmittedAt">When it was submitted, if it is.</param>
/// <param name="Hash">SHA-256 of exactly what was submitted, if it is.</param>
/// <param name="ReturnReason">Why it was returned or sent back for revision, if it was.</param>
/// <param name="RevisionCriteria">What alone may change in the revision that was asked for; null for everything.</param>
/// <param name="Revisions">How often a revision was asked for.</param>
/// <param name="Warnings">What should be looked at in it, in the order of the form; none of it stands in the way of anything.</param>
internal sealed record SheetSummary(
    SheetState State,
    DateOnly? Deadline,
    bool IsComplete,
    SheetTotals Totals,
    bool IsProvisional,
    DateTimeOffset? SubmittedAt,
    string? Hash,
    string? ReturnReason,
    IReadOnlyList<string>? RevisionCriteria,
    int Revisions,
    IReadOnlyList<WarningView> Warnings)
{
    public static SheetSummary Of(StoredSheet sheet, SheetTerms terms, SchemeTree tree, SheetFacts facts, Language language)
    {
        var unit = terms.Id.Unit;
        var own = OwnScores.Of(tree, unit, sheet.Content, facts.Figures, facts.Held);
        return new(
            sheet.State,
            terms.DeadlineOf(sheet.Head),
            Completeness.IsComplete(tree, sheet.Content, facts.Figures.Where(figure => figure.Unit == unit)),
            SheetTotals.Of(own.Scores),
            own.Provisional.Count > 0,
            sheet.Head?.SubmittedAt,
            sheet.Head?.Hash,
            sheet.Head?.ReturnReason,
            sheet.Head?.RevisionCriteria,
            sheet.Head?.Revisions ?? 0,
            WarningView.Of(Reckoning.Warnings.OfSheet(tree, sheet.Content, terms.Id.Year), language));
    }
}

/// <param name="Criterion">Its code.</param>
/// <param name="Number">As the decision prints it; null where it has only its code.</param>
/// <param name="Title">As on the form.</param>
/// <param name="Depth">1 for a section.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Maximum">The most that the scheme has for it, of a penalty the most it can take; whatever is void or not applicable.</param>
/// <param name="Entered">What the unit puts down here.</param>
/// <param name="Each">What one time is worth, where times are counted.</param>
/// <param name="Nested">The shares that are to be reached, where one lies within another.</param>
/// <param name="Options">The answers, where one is chosen.</param>
/// <param name="Measure">How points follow from a and b, where something is measured.</param>
/// <param name="IsUncapped">Whether a bonus has no most.</param>
/// <param name="Step">The step in which points are given; other points are warned of.</param>
/// <param name="Evidence">Whether evidence or an explanation must stand behind it.</param>
/// <param name="Basis">What it is scored by, as the decision says it.</param>
/// <param name="CheckedBy">The body that checks it, by name.</param>
/// <param name="State">Zero is a score, missing is not.</param>
/// <param name="Points">Of a group the sum of its leaves, without bonus and penalty; of a net item its net.</param>
/// <param name="Assigned">The most the unit could have here.</param>
/// <param name="Bonus">Bonus points here and below, up to the group's cap; none is left of those inside a net item.</param>
/// <param name="Penalty">Penalty points here and below, in the same way.</param>
/// <param name="IsProvisional">Whether they depend on what other units of the bloc reach.</param>
/// <param name="Adding">Of a group that is not the plain sum: whether it is a net item, and its caps.</param>
/// <param name="Chosen">The option that the unit chose, with its words and points; null where none is.</param>
/// <param name="TakenBy">The codes of the conditions that leave it without points; empty where none does.</param>
internal sealed record SheetNode(
    string Criterion,
    string? Number,
    string Title,
    int Depth,
    CriterionKind Kind,
    Points Maximum,
    EnteredValue Entered,
    Points? Each,
    NestedTargets? Nested,
    IReadOnlyList<Option>? Options,
    MeasureRule? Measure,
    bool IsUncapped,
    Points? Step,
    EvidenceRule Evidence,
    string? Basis,
    string? CheckedBy,
    NodeState State,
    Points Points,
    Points Assigned,
    Points Bonus,
    Points Penalty,
    bool IsProvisional,
    Adding? Adding,
    Option? Chosen,
    IReadOnlyList<string> TakenBy)
{
    public static SheetNode Of(SchemeNode node, OwnScores own, ScoreEntry? entry)
    {
        var (criterion, score) = (node.Criterion, own.Scores[node]);
        return new(
            node.Code,
            criterion.Number,
            criterion.Title,
            node.Depth,
            criterion.Kind,
            criterion.Maximum,
            node.IsVoid ? EnteredValue.Nothing : EnteredValues.Of(criterion),
            criterion.Each,
            criterion.Nested,
            criterion.Options,
            criterion.Measure,
            criterion.IsUncapped,
            criterion.Step,
            criterion.Evidence,
            criterion.Basis,
            criterion.CheckedBy,
            score.State,
            score.Points,
            score.Assigned,
            score.Bonus,
            score.Penalty,
            own.Provisional.Contains(node.Code),
            criterion.Adding,
            EnteredScore.ChosenOf(criterion, entry),
            node.IsLeaf ? [.. own.Scores.Held.On(node).Select(held => held.Condition.Code).Distinct(StringComparer.Ordinal)] : []);
    }
}

/// <param name="Condition">The code of the condition it follows from.</param>
/// <param name="Because">What the condition came to, as people read it.</param>
/// <param name="Follows">What follows, as people read it.</param>
internal sealed record SheetEffect(string Condition, string Because, string Follows);

/// <param name="Condition">The condition's code in the scheme.</param>
/// <param name="Title">What it says.</param>
/// <param name="Due">The last day on which the unit may declare it; null for any day until publication.</param>
internal sealed record UndeclaredCondition(string Condition, string Title, DateOnly? Due);

/// <param name="UnitName">What people call the unit.</param>
/// <param name="Scheme">The scheme it is scored by.</param>
/// <param name="SchemeVersion">The scheme's version.</param>
/// <param name="Title">What stands above the form.</param>
/// <param name="Rounding">How a computed score becomes whole hundredths.</param>
/// <param name="IsOpen">Whether the unit may work on it today.</param>
/// <param name="Summary">Where it stands, and what it comes to.</param>
/// <param name="Scores">What the unit entered.</param>
/// <param name="Criteria">Every criterion of the scheme with its points, in the order of the form; a quantitative one has points once it has a result.</param>
/// <param name="Computed">The unit's targets and results in quantitative criteria. GetTargets shows those of the whole bloc.</param>
/// <param name="BonusCap">The most that all bonuses together add to the total; null where there is no cap.</param>
/// <param name="PenaltyCap">The most that all penalties together take from it; null where there is no cap.</param>
/// <param name="Effects">What follows from the unit's conditions now, in the order of the scheme. ListConditions has all of them.</param>
/// <param name="Undeclared">The conditions that are the unit's own to declare, and that nobody has declared; they count as no.</param>
/// <param name="ProRata">Units that ended and count in its total for their part of the year, in standings and trace; the summary's totals are its own.</param>
internal sealed record SheetView(
    int Year,
    string Period,
    string Bloc,
    string Unit,
    string UnitName,
    string Scheme,
    int SchemeVersion,
    string Title,
    RoundingRule Rounding,
    bool IsOpen,
    SheetSummary Summary,
    IReadOnlyList<ScoreEntry> Scores,
    IReadOnlyList<SheetNode> Criteria,
    IReadOnlyList<FigureView> Computed,
    Points? BonusCap,
    Points? PenaltyCap,
    IReadOnlyList<SheetEffect> Effects,
    IReadOnlyList<UndeclaredCondition> Undeclared,
    IReadOnlyList<PriorPart> ProRata)
{
    public static SheetView Of(StoredSheet sheet, SheetTerms terms, SchemeTree tree, SheetFacts facts, string name, bool isOpen, Language language)
    {
        var own = OwnScores.Of(tree, terms.Id.Unit, sheet.Content, facts.Figures, facts.Held);
        var entries = sheet.Content.Entries.ToDictionary(entry => entry.Criterion, StringComparer.Ordinal);
        return new(
            terms.Id.Year,
            terms.Id.Period,
            terms.Id.Bloc,
            terms.Id.Unit,
            name,
            tree.Scheme.Id,
            tree.Scheme.Version,
            tree.Content.Title,
            tree.Content.Rounding,
            isOpen,
            SheetSummary.Of(sheet, terms, tree, facts, language),
            sheet.Content.Entries,
            [.. tree.Nodes.Select(node => SheetNode.Of(node, own, entries.GetValueOrDefault(node.Code)))],
            FigureView.Of(tree, sheet.Content.NotApplicable, facts.Figures.Where(figure => figure.Unit == terms.Id.Unit)),
            tree.Content.BonusCap,
            tree.Content.PenaltyCap,
            [.. facts.Held.Effects.Select(held => new SheetEffect(held.Condition.Code, held.Because.In(language), ConditionWords.Of(held.Effect).In(language)))],
            [.. facts.Held.States
                .Where(state => !state.IsDeclared && state.Condition.By?.Contains(ConditionParty.Unit) is true)
                .Select(state => new UndeclaredCondition(state.Condition.Code, state.Condition.Title, state.Condition.DueIn(terms.Id.Year)))],
            sheet.Content.Parts);
    }
}

/// <param name="Unit">A member of the bloc.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State">Where its sheet stands.</param>
/// <param name="Deadline">The last day, in Vietnam, on which it may submit.</param>
/// <param name="IsOverdue">Whether that day is over and it has not submitted.</param>
/// <param name="SubmittedAt">When it submitted, if it did.</param>
internal sealed record SheetItem(string Unit, string Name, SheetState State, DateOnly? Deadline, bool IsOverdue, DateTimeOffset? SubmittedAt);

/// <param name="Sheets">A page of the bloc's sheets, in the order of the units' ids.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record SheetPage(IReadOnlyList<SheetItem> Sheets, string? Continuation);

/// <param name="Criterion">Which.</param>
/// <param name="Before">What had been entered; null for nothing.</param>
/// <param name="After">What was entered; null when it was cleared.</param>
internal sealed record ScoreChange(string Criterion, ScoreEntry? Before, ScoreEntry? After);

/// <param name="Number">Changes of a sheet are numbered from 1.</param>
/// <param name="At">When.</param>
/// <param name="By">As what somebody did it.</param>
/// <param name="Unit">The unit for which it was done; null for the office and the program.</param>
/// <param name="UnitName">What people call that unit.</param>
/// <param name="Function">By which function.</param>
/// <param name="Subject">What was changed, in ids.</param>
/// <param name="Reason">Why, where a reason was given.</param>
/// <param name="Scores">Of a save: every entry that changed.</param>
/// <param name="Before">Of anything else: what it was.</param>
/// <param name="After">Of anything else: what it became.</param>
/// <param name="Warnings">Of a save: what it brought that should be looked at.</param>
internal sealed record ChangeView(
    long Number,
    DateTimeOffset At,
    ChangedBy By,
    string? Unit,
    string? UnitName,
    string Function,
    string Subject,
    string? Reason,
    IReadOnlyList<ScoreChange>? Scores,
    string? Before,
    string? After,
    IReadOnlyList<WarningView> Warnings)
{
    /// <param name="owner">The unit whose sheet it is.</param>
    public static ChangeView Of(AuditRow row, string owner, UnitNames names, Language language)
    {
        var isSave = row.Entry.Action == SheetChanges.Save;
        return new(
            row.Seq,
            row.At,
            row.Actor == Actor.System ? ChangedBy.System
                : row.Actor.Unit is not { } unit ? ChangedBy.Office
                : unit == owner ? ChangedBy.Unit
                : ChangedBy.Appraiser,
            row.Actor.Unit,
            row.Actor.Unit is { } acting ? names[acting] : null,
            row.Entry.Action,
            row.Entry.Subject,
            row.Entry.Reason,
            isSave ? Scored(row.Entry) : null,
            isSave ? null : row.Entry.Before,
            isSave ? null : row.Entry.After,
            isSave ? WarningView.Of(EntryTexts.ReadWarnings(row.Entry.After), language) : []);
    }

    private static IReadOnlyList<ScoreChange> Scored(AuditEntry entry)
    {
        var before = EntryTexts.Read(entry.Before).ToDictionary(one => one.Criterion, StringComparer.Ordinal);
        return [.. EntryTexts.Read(entry.After).Select(after =>
            new ScoreChange(after.Criterion, before.GetValueOrDefault(after.Criterion), after.IsEmpty() ? null : after))];
    }
}

/// <summary>As what somebody changed a sheet. Whose account it was is in the trail that the office exports.</summary>
[JsonConverter(typeof(CamelCaseEnum<ChangedBy>))]
internal enum ChangedBy
{
    /// <summary>The unit itself.</summary>
    Unit,

    /// <summary>A unit that leads the bloc, or a body that owns a criterion.</summary>
    Appraiser,

    /// <summary>The emulation office.</summary>
    Office,

    /// <summary>The program by itself.</summary>
    System,
}

/// <param name="Changes">A page of changes, the latest first.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record ChangePage(IReadOnlyList<ChangeView> Changes, string? Continuation);
