using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>A criterion's record of a round, as audit rows hold it: without points it was taken back.</summary>
/// <param name="Warnings">What its points brought that should be looked at; null for nothing.</param>
internal sealed record AppraisalLine(string Criterion, Points? Points, AppraiserOffice By, string Reason, string? Finding, IReadOnlyList<Warning>? Warnings = null)
{
    public static AppraisalLine Of(AppraisedScore score) => new(score.Criterion, score.Points, score.By, score.Reason, score.Finding);
}

/// <summary>What changes say of themselves in the trail: compact JSON lists. Applying every <c>After</c> in turn rebuilds what is recorded.</summary>
internal static class AppraisalTexts
{
    private const string SaveAppraisal = "SaveAppraisal";
    private const string ExplainScores = "ExplainScores";

    /// <summary>Warnings that find no room stop nothing.</summary>
    public static AuditEntry Saved(SheetId id, int round, IReadOnlyList<AppraisalLine> before, IReadOnlyList<AppraisalLine> after)
    {
        var text = RowText.Of(after);
        return Whole(new(
            SaveAppraisal,
            Subject(id, round),
            Before: before.Count == 0 ? null : RowText.Of(before),
            After: text.Length <= AuditRow.LongestText ? text : RowText.Of(after.Select(line => line with { Warnings = null }))), "$.scores");
    }

    public static AuditEntry Explained(SheetId id, int round, IReadOnlyList<ExplanationEntry> before, IReadOnlyList<ExplanationEntry> after) => Whole(new(
        ExplainScores,
        Subject(id, round),
        Before: before.Count == 0 ? null : RowText.Of(before),
        After: RowText.Of(after)), "$.explanations");

    public static IReadOnlyList<AppraisalLine> ReadSaved(string? text) =>
        text is null ? [] : RowText.Read<IReadOnlyList<AppraisalLine>>(text);

    public static string Subject(SheetId id, int round) => $"{id} {round}";

    /// <summary>The trail rebuilds what was recorded, so nothing in it may be cut.</summary>
    private static AuditEntry Whole(AuditEntry entry, string path) =>
        Math.Max(entry.BeforeText?.Length ?? 0, entry.AfterText?.Length ?? 0) <= AuditRow.LongestText ? entry : throw Refusal.BadInput(path, new(
            "Quá nhiều nội dung thay đổi trong một lần lưu. Hãy lưu thành nhiều lần.", "Too much text changes in one save. Save it in several parts."));
}
