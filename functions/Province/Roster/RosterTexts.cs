using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>The roster as it stands in the audit trail.</summary>
internal static class RosterTexts
{
    /// <summary>A unit's contacts are addresses of people, and the trail is for ever: only their number is kept.</summary>
    public static string Audited(Unit unit) => RowText.Of(AuditedUnit.Of(unit));

    public static string Audited(Bloc bloc) => RowText.Of(bloc);

    public static string Audited(Membership member) => RowText.Of(member);

    public static string Audited(Term term) => RowText.Of(term);

    public static string Audited(AuditedRoster roster) => RowText.Of(roster);
}

internal sealed record AuditedUnit(
    string Id, string Name, UnitKind Kind, IReadOnlyList<string> Functions, bool IsCentrallyManaged, int Contacts, bool IsPlaceholder, long Version)
{
    public static AuditedUnit Of(Unit unit) => new(
        unit.Id, unit.Name, unit.Kind, unit.Functions, unit.IsCentrallyManaged, unit.Contacts.Count, unit.IsPlaceholder, unit.Version);
}

/// <summary>What an import changed, or what stood there before.</summary>
internal sealed record AuditedRoster(
    IReadOnlyList<AuditedUnit> Units, IReadOnlyList<Bloc> Blocs, IReadOnlyList<Membership> Memberships, IReadOnlyList<Term> Terms);
