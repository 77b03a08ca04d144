using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Complaints;

/// <summary>The body of <c>OpenComplaint</c>.</summary>
/// <param name="Text">What the unit objects to, and why.</param>
/// <param name="Criterion">The criterion it is about; none: the score as a whole.</param>
internal sealed record ComplaintBody(
    [property: StringLength(Complaint.LongestText, MinimumLength = 1)] string Text,
    [property: StringLength(SchemeRules.LongestCode, MinimumLength = 1)] string? Criterion = null);

/// <summary>The body of <c>AnswerComplaint</c>.</summary>
/// <param name="Text">The answer; it is sent to the unit.</param>
/// <param name="Outcome">Whether the unit was right.</param>
internal sealed record ComplaintAnswerBody([property: StringLength(Complaint.LongestText, MinimumLength = 1)] string Text, ComplaintOutcome Outcome);

/// <param name="Complaint">Its number among the unit's complaints; the id in addresses.</param>
/// <param name="Unit">Whose score it is about.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="State">Open until it is answered, answered until it is closed.</param>
/// <param name="Criterion">The criterion it is about; null: the score as a whole.</param>
/// <param name="Text">What the unit says.</param>
/// <param name="OpenedBy">In which office it was opened.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Answer">The answer; null while there is none.</param>
/// <param name="ClosedBy">In which office it was closed; null while it is not. Closed without an answer it was withdrawn.</param>
/// <param name="ClosedAt">When it was closed.</param>
internal sealed record ComplaintView(
    int Complaint,
    string Unit,
    string UnitName,
    ComplaintState State,
    string? Criterion,
    string Text,
    ComplaintParty OpenedBy,
    DateTimeOffset OpenedAt,
    ComplaintAnswer? Answer,
    ComplaintParty? ClosedBy,
    DateTimeOffset? ClosedAt)
{
    public static ComplaintView Of(Complaint one, UnitNames names) =>
        new(one.Number, one.Unit, names[one.Unit], one.State, one.Criterion, one.Text, one.OpenedBy, one.OpenedAt, one.Answer, one.ClosedBy, one.ClosedAt);
}

/// <param name="Complaints">A page of complaints, by unit and number.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record ComplaintPage(IReadOnlyList<ComplaintView> Complaints, string? Continuation);
