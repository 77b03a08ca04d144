using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Registers;

/// <param name="Unit">The unit it belongs to.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Model">Its id among the unit's.</param>
/// <param name="Collective">What the collective is called; null for a person.</param>
/// <param name="Person">The person; null for a collective.</param>
/// <param name="Achievement">What it is a model in.</param>
/// <param name="Step">What has become of it.</param>
/// <param name="Day">When that was; null where it is not known.</param>
/// <param name="DaySaid">What was said of the day.</param>
/// <param name="Source">The paper that says so.</param>
/// <param name="Etag">For If-Match, to change it or take it out.</param>
internal sealed record RoleModelView(
    string Unit, string UnitName, string Model, string? Collective, PersonView? Person, string Achievement, RoleModelStep Step, DateOnly? Day, string? DaySaid, PaperReference? Source, string Etag)
{
    public static RoleModelView Of(RoleModel one, long version, UnitNames names) => new(
        one.Unit, names[one.Unit], one.Id, one.Collective, PersonView.Of(one.Person), one.Achievement, one.Step, one.When.Day, one.When.Said, one.Source, EntityTag.Of(version));
}

/// <param name="Models">A page of role models, by unit and id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record RoleModelPage(IReadOnlyList<RoleModelView> Models, string? Continuation);

/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Activity">Its id among the unit's.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Title">What was done.</param>
/// <param name="Day">When; null where it is not known.</param>
/// <param name="DaySaid">What was said of the day.</param>
/// <param name="Amount">What was given, in đồng.</param>
/// <param name="AmountSaid">The amount as it was said, where that is not exact.</param>
/// <param name="Participants">How many people took part.</param>
/// <param name="ParticipantsSaid">The number as it was said, where that is not exact.</param>
/// <param name="Source">The paper that says so.</param>
/// <param name="Etag">For If-Match, to change it or take it out.</param>
internal sealed record ActivityView(
    string Unit,
    string UnitName,
    string Activity,
    ActivityKind Kind,
    string Title,
    DateOnly? Day,
    string? DaySaid,
    long? Amount,
    string? AmountSaid,
    int? Participants,
    string? ParticipantsSaid,
    PaperReference? Source,
    string Etag)
{
    public static ActivityView Of(Activity one, long version, UnitNames names) => new(
        one.Unit, names[one.Unit], one.Id, one.Kind, one.Title, one.When.Day, one.When.Said, one.Amount, one.AmountSaid, one.Participants, one.ParticipantsSaid, one.Source, EntityTag.Of(version));
}

/// <param name="Activities">A page of activities, by unit and id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record ActivityPage(IReadOnlyList<ActivityView> Activities, string? Continuation);

/// <param name="Unit">The unit.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Persons">Whom to call, in this order.</param>
internal sealed record ContactsView(string Unit, string UnitName, IReadOnlyList<ContactView> Persons)
{
    public static ContactsView Of(UnitContacts one, UnitNames names) =>
        new(one.Unit, names[one.Unit], [.. one.Persons.Select(person => new ContactView(person.Person.Name, person.Person.Post, person.Phone, person.Email))]);
}

/// <param name="Name">The name; null after it was erased.</param>
/// <param name="Post">The post.</param>
/// <param name="Phone">A number to call.</param>
/// <param name="Email">An address to write to.</param>
internal sealed record ContactView(string? Name, string? Post, string? Phone, string? Email);

/// <param name="Units">A page of units with their contact persons, by unit id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record ContactsPage(IReadOnlyList<ContactsView> Units, string? Continuation);
