using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Registers;

/// <summary>The body of <c>PutRoleModel</c>: the whole entry, of a collective or of a person.</summary>
/// <param name="Achievement">What it is a model in.</param>
/// <param name="Step">What has become of it: found, nurtured, spread.</param>
/// <param name="Collective">What the collective is called.</param>
/// <param name="Person">The person.</param>
/// <param name="Day">When that was; in the year.</param>
/// <param name="DaySaid">What was said of the day, where it is not known.</param>
/// <param name="Source">The paper that says so.</param>
internal sealed record RoleModelBody(
    [property: StringLength(RoleModel.LongestAchievement, MinimumLength = 1)] string Achievement,
    RoleModelStep Step,
    [property: StringLength(RoleModel.LongestName, MinimumLength = 1)] string? Collective = null,
    PersonBody? Person = null,
    DateOnly? Day = null,
    [property: StringLength(SaidDay.Longest, MinimumLength = 1)] string? DaySaid = null,
    PaperReference? Source = null)
{
    /// <param name="unit">The unit it belongs to.</param>
    /// <param name="id">Its id.</param>
    /// <param name="before">What was written down before: who is the same stays the same to the trail.</param>
    public RoleModel ToRoleModel(string unit, string id, RoleModel? before) => new(
        unit, id, Collective?.Trim(), Person is null ? null : NamedPerson.Of(new(Person.Name.Trim(), Person.Post?.Trim()), before?.Person), Achievement.Trim(), Step, new(Day, DaySaid?.Trim()), Source);
}

/// <summary>The body of <c>RecordActivity</c>: the whole entry.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Title">What was done.</param>
/// <param name="Day">When; in the year.</param>
/// <param name="DaySaid">What was said of the day, where it is not known.</param>
/// <param name="Amount">What was given, in đồng.</param>
/// <param name="AmountSaid">The amount as it was said, where that is not exact.</param>
/// <param name="Participants">How many people took part.</param>
/// <param name="ParticipantsSaid">The number as it was said, where that is not exact.</param>
/// <param name="Source">The paper that says so.</param>
internal sealed record ActivityBody(
    ActivityKind Kind,
    [property: StringLength(Activity.LongestTitle, MinimumLength = 1)] string Title,
    DateOnly? Day = null,
    [property: StringLength(SaidDay.Longest, MinimumLength = 1)] string? DaySaid = null,
    [property: Range(0d, Activity.GreatestAmount)] long? Amount = null,
    [property: StringLength(Activity.LongestSaid, MinimumLength = 1)] string? AmountSaid = null,
    [property: Range(0, Activity.MostParticipants)] int? Participants = null,
    [property: StringLength(Activity.LongestSaid, MinimumLength = 1)] string? ParticipantsSaid = null,
    PaperReference? Source = null)
{
    public Activity ToActivity(string unit, string id) =>
        new(unit, id, Kind, Title.Trim(), new(Day, DaySaid?.Trim()), Amount, AmountSaid?.Trim(), Participants, ParticipantsSaid?.Trim(), Source);
}

/// <summary>The body of <c>PutContacts</c>.</summary>
internal sealed record ContactsBody
{
    /// <summary>In the order in which they are to be called; none ends them.</summary>
    [Items(0, ContactPerson.Most)]
    public IReadOnlyList<ContactBody> Persons { get; init; } = [];

    /// <param name="unit">The unit.</param>
    /// <param name="before">Who was written down before: who is the same stays the same to the trail.</param>
    public UnitContacts ToContacts(string unit, UnitContacts? before) => new(unit, [.. Persons.Select(one =>
    {
        var person = new PersonBody(one.Name.Trim(), one.Post?.Trim());
        var known = before?.Persons.FirstOrDefault(earlier => earlier.Person.Name == person.Name && earlier.Person.Post == person.Post)?.Person;
        return new ContactPerson(NamedPerson.Of(person, known), one.Phone?.Trim(), one.Email?.Trim());
    })]);
}

/// <param name="Name">The name.</param>
/// <param name="Post">The post.</param>
/// <param name="Phone">A number to call.</param>
/// <param name="Email">An address to write to.</param>
internal sealed record ContactBody(
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string Name,
    [property: StringLength(NamedPerson.Longest, MinimumLength = 1)] string? Post = null,
    [property: StringLength(ContactPerson.LongestPhone, MinimumLength = 1)] string? Phone = null,
    [property: StringLength(ContactPerson.LongestEmail, MinimumLength = 1)] string? Email = null);
