using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>A fact of a unit that a scheme's condition asks for, as somebody declared it.</summary>
/// <param name="Condition">The condition's code.</param>
/// <param name="IsSo">Whether it is so.</param>
/// <param name="Reason">Why, or what happened.</param>
/// <param name="Paper">The paper that shows it (number, day, issuer); null where none is needed.</param>
/// <param name="By">In which office it was declared.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record DeclaredCondition(
    string Unit, string Condition, bool IsSo, string Reason, string? Paper, DeclarerOffice By, DateTimeOffset At, long Version = 0);

/// <summary>As what somebody declared a condition.</summary>
[JsonConverter(typeof(CamelCaseEnum<DeclarerOffice>))]
internal enum DeclarerOffice
{
    Unit,

    /// <summary>The bloc's head or deputy.</summary>
    Head,

    Office,

    /// <summary>The body that the scheme names.</summary>
    Body,
}

/// <summary>How many people a unit has, and how many of them are women: for the tie-break of Decree 152/2025, article 4(6).</summary>
/// <param name="All">Above 0.</param>
/// <param name="Women">At most all.</param>
/// <param name="AsOf">The day of the count, in Vietnam.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record StaffCount(string Unit, int All, int Women, DateOnly AsOf, string Source, long Version = 0)
{
    public Fraction ShareOfWomen => Fraction.PercentOf(Women, All);
}
