using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Nominations;

/// <summary>
/// A time in which a unit is neither proposed nor awarded because something is being looked into (Decree 152/2025, article 4(4)). Its reason is for the unit itself and those who
/// oversee: peers and the bloc's leaders see only that there is one.
/// </summary>
/// <param name="Unit">The unit.</param>
/// <param name="Number">The first of the unit's year is 1.</param>
/// <param name="Cause">What is under way.</param>
/// <param name="Since">From which day.</param>
/// <param name="Reason">What it is about.</param>
/// <param name="Source">The paper that says so; null where nobody named one.</param>
/// <param name="Lifted">How it ended; null while it lasts.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Suspension(
    string Unit, int Number, SuspensionCause Cause, DateOnly Since, string Reason, string? Source, Lifting? Lifted = null, long Version = 0)
{
    public const int Most = 99;
    public const int LongestSource = 300;
}

/// <param name="Day">The day on which it ended.</param>
/// <param name="Reason">Why.</param>
/// <param name="PenaltyEnds">The last day of the penalty in which it ended; null where the unit was cleared, and goes on as if nothing had been.</param>
internal sealed record Lifting(DateOnly Day, string Reason, DateOnly? PenaltyEnds);

[JsonConverter(typeof(CamelCaseEnum<SuspensionCause>))]
internal enum SuspensionCause
{
    Discipline,

    /// <summary>An investigation, or an inspection with signs of a breach.</summary>
    Inspection,

    /// <summary>A complaint or denunciation that is being verified.</summary>
    Complaint,

    /// <summary>What the press reported and is being verified.</summary>
    Press,
}
