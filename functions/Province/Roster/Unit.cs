namespace EmulationFunctions.Province.Roster;

/// <summary>A unit that can be a member of blocs.</summary>
/// <param name="Id">The caller's own id; by convention it begins with the province's.</param>
/// <param name="Name">In composed form (NFC).</param>
/// <param name="Kind">What kind of body it is.</param>
/// <param name="Functions">What it works on, in a few words each.</param>
/// <param name="IsCentrallyManaged">Whether a ministry manages it and not the province.</param>
/// <param name="Contacts">E-mail addresses; shown to the emulation office and the unit's own officers only, and those of a head named in mails to its bloc.</param>
/// <param name="IsPlaceholder">Whether the name only holds a place: the member is known to exist, but not which one it is.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Unit(
    string Id,
    string Name,
    UnitKind Kind,
    IReadOnlyList<string> Functions,
    bool IsCentrallyManaged,
    IReadOnlyList<string> Contacts,
    bool IsPlaceholder,
    long Version)
{
    public const int LongestName = 200;
    public const int LongestFunction = 200;
    public const int LongestContact = 254;
    public const int MostFunctions = 20;
    public const int MostContacts = 10;

    /// <summary>Whether both say the same, whenever they were written.</summary>
    public bool SaysTheSameAs(Unit other) =>
        (Id, Name, Kind, IsCentrallyManaged, IsPlaceholder) == (other.Id, other.Name, other.Kind, other.IsCentrallyManaged, other.IsPlaceholder)
        && Functions.SequenceEqual(other.Functions, StringComparer.Ordinal)
        && Contacts.SequenceEqual(other.Contacts, StringComparer.Ordinal);
}
