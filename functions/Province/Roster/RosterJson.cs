using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EmulationFunctions.Province.Roster;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(UnitBody))]
[JsonSerializable(typeof(BlocBody))]
[JsonSerializable(typeof(JoinBody))]
[JsonSerializable(typeof(LeaveBody))]
[JsonSerializable(typeof(TermBody))]
[JsonSerializable(typeof(PutUnitView))]
[JsonSerializable(typeof(UnitWithBlocsView))]
[JsonSerializable(typeof(UnitPage))]
[JsonSerializable(typeof(BlocWithMembersView))]
[JsonSerializable(typeof(BlocPage))]
[JsonSerializable(typeof(MembershipView))]
[JsonSerializable(typeof(TermView))]
[JsonSerializable(typeof(ImportView))]
[JsonSerializable(typeof(AuditedUnit))]
[JsonSerializable(typeof(Bloc))]
[JsonSerializable(typeof(Membership))]
[JsonSerializable(typeof(Term))]
[JsonSerializable(typeof(AuditedRoster))]
internal sealed partial class RosterJson : JsonSerializerContext
{
    private static readonly RosterJson Trail = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    });

    /// <summary>As it stands in the audit trail. A unit's contacts are addresses of people, and the trail is for ever: only their number is kept.</summary>
    public static string Audited(Unit unit) => JsonSerializer.Serialize(Province.Roster.AuditedUnit.Of(unit), Trail.AuditedUnit);

    public static string Audited(Bloc bloc) => JsonSerializer.Serialize(bloc, Trail.Bloc);

    public static string Audited(Membership member) => JsonSerializer.Serialize(member, Trail.Membership);

    public static string Audited(Term term) => JsonSerializer.Serialize(term, Trail.Term);

    public static string Audited(AuditedRoster roster) => JsonSerializer.Serialize(roster, Trail.AuditedRoster);
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
