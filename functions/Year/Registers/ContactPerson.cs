using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Registers;

/// <summary>Whom others call about the year's emulation work in a unit.</summary>
/// <param name="Person">Who.</param>
/// <param name="Phone">Null where none was given.</param>
/// <param name="Email">Null where none was given.</param>
internal sealed record ContactPerson(NamedPerson Person, string? Phone, string? Email)
{
    public const int Most = 5;
    public const int LongestPhone = 40;
    public const int LongestEmail = 254;
}

/// <param name="Unit">The unit.</param>
/// <param name="Persons">In the order in which they are to be called.</param>
internal sealed record UnitContacts(string Unit, IReadOnlyList<ContactPerson> Persons);
