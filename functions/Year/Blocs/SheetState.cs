using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Where a sheet stands. Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<SheetState>))]
internal enum SheetState
{
    /// <summary>The unit has entered nothing yet; never stored.</summary>
    NotStarted,

    /// <summary>The unit works on it.</summary>
    Draft,

    /// <summary>Handed in; the unit can no longer change it.</summary>
    Submitted,

    /// <summary>Given back by the head with a reason; the unit works on it again.</summary>
    Returned,

    /// <summary>Sent back by an appraiser with a deadline of its own; the unit works on it again.</summary>
    RevisionRequested,

    /// <summary>The standings rest on it: nobody can change it any more.</summary>
    Locked,

    /// <summary>Its unit ended or left the bloc before the work was done, and so it was decided: it stays as it is, and is ranked nowhere.</summary>
    Closed,
}

internal static class SheetStates
{
    /// <summary>Whether the unit may change scores and evidence.</summary>
    public static bool IsEditable(this SheetState state) => state is SheetState.NotStarted or SheetState.Draft or SheetState.Returned or SheetState.RevisionRequested;
}
