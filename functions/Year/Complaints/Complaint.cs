using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Complaints;

/// <summary>What a unit objects to in its score, and what became of it.</summary>
/// <param name="Unit">Whose score it is.</param>
/// <param name="Number">Its number among the unit's complaints in this bloc and period.</param>
/// <param name="Criterion">What it is about; null for the score as a whole.</param>
/// <param name="Text">What the unit says.</param>
/// <param name="OpenedBy">In which office; never a person.</param>
/// <param name="Answer">Null until it is answered.</param>
/// <param name="ClosedBy">Null until it is closed.</param>
/// <param name="ClosedAt">Null until it is closed.</param>
internal sealed record Complaint(
    string Unit,
    int Number,
    string? Criterion,
    string Text,
    ComplaintParty OpenedBy,
    DateTimeOffset OpenedAt,
    ComplaintAnswer? Answer = null,
    ComplaintParty? ClosedBy = null,
    DateTimeOffset? ClosedAt = null)
{
    /// <summary>In one bloc and period, by one unit.</summary>
    public const int Most = 50;

    public const int LongestText = 4000;

    /// <summary>Whether the unit was told that it is right, and the complaint is not closed yet.</summary>
    public bool IsUpheld => State == ComplaintState.Answered && Answer!.Outcome == ComplaintOutcome.Upheld;

    /// <summary>Whether it is about a criterion: about itself, what it is part of, or the whole.</summary>
    public bool Concerns(SchemeTree tree, string criterion)
    {
        for (var node = tree.Find(criterion); node is not null && Criterion is not null; node = node.Parent)
        {
            if (node.Code == Criterion)
            {
                return true;
            }
        }

        return Criterion is null;
    }

    public ComplaintState State => ClosedAt is not null ? ComplaintState.Closed : Answer is not null ? ComplaintState.Answered : ComplaintState.Open;
}

/// <param name="Text">What is answered.</param>
/// <param name="Outcome">Whether the unit was right.</param>
/// <param name="By">In which office.</param>
/// <param name="At">When.</param>
internal sealed record ComplaintAnswer(string Text, ComplaintOutcome Outcome, ComplaintParty By, DateTimeOffset At);

/// <summary>Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintState>))]
internal enum ComplaintState
{
    Open,
    Answered,
    Closed,
}

/// <summary>Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintOutcome>))]
internal enum ComplaintOutcome
{
    /// <summary>The unit is right. Its points are mended by an appraisal, as long as the standings are not published.</summary>
    Upheld,

    /// <summary>The score stays as it is.</summary>
    Dismissed,
}

/// <summary>Who did something about a complaint: an office, never a person. Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<ComplaintParty>))]
internal enum ComplaintParty
{
    /// <summary>The unit whose score it is.</summary>
    Unit,

    /// <summary>The head of the bloc.</summary>
    Head,

    /// <summary>The emulation office.</summary>
    Office,
}
