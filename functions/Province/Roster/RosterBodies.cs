using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Roster;

/// <summary>The body of <c>PutUnit</c>.</summary>
/// <param name="Name">The unit's name.</param>
/// <param name="Kind">What kind of body it is.</param>
/// <param name="IsCentrallyManaged">Whether a ministry manages it and not the province.</param>
/// <param name="IsPlaceholder">Whether the name only holds the place of a member that is not known yet.</param>
internal sealed record UnitBody(
    [property: StringLength(Unit.LongestName, MinimumLength = 1)] string Name,
    UnitKind Kind,
    bool IsCentrallyManaged = false,
    bool IsPlaceholder = false)
{
    /// <summary>What it works on, in a few words each; none unless given.</summary>
    [Items(0, Unit.MostFunctions), StringLength(Unit.LongestFunction, MinimumLength = 1)]
    public IReadOnlyList<string> Functions { get; init; } = [];

    /// <summary>E-mail addresses that reminders go to; none unless given.</summary>
    [Items(0, Unit.MostContacts), StringLength(Unit.LongestContact, MinimumLength = 1)]
    public IReadOnlyList<string> Contacts { get; init; } = [];

    /// <exception cref="Refusal">What the annotations cannot say, all of it at once.</exception>
    public Unit ToUnit(string id)
    {
        var faults = new List<Fault>();
        RosterRules.CheckName(Name, "$.name", faults);
        for (var index = 0; index < Functions.Count; index++)
        {
            RosterRules.CheckText(Functions[index], $"$.functions[{index}]", faults);
        }

        for (var index = 0; index < Contacts.Count; index++)
        {
            RosterRules.CheckContact(Contacts[index], Contacts.Take(index), $"$.contacts[{index}]", faults);
        }

        return faults.Count == 0
            ? new(id, VietnameseNames.Compose(Name), Kind, [.. Functions.Select(VietnameseNames.Compose)], IsCentrallyManaged, Contacts, IsPlaceholder, 0)
            : throw Refusal.BadInput(faults);
    }
}

/// <summary>The body of <c>PutBloc</c>.</summary>
/// <param name="Name">The bloc's name.</param>
/// <param name="Kind">Bloc or cluster.</param>
/// <param name="Level">A unit is in one bloc of a level at a time. Cannot change once the bloc has had members.</param>
/// <param name="StatedMemberCount">How many members the decision says it has; null when it does not say.</param>
internal sealed record BlocBody(
    [property: StringLength(Bloc.LongestName, MinimumLength = 1)] string Name,
    BlocKind Kind,
    BlocLevel Level,
    [property: Range(1, Bloc.MostMembers)] int? StatedMemberCount = null)
{
    /// <exception cref="Refusal">What the annotations cannot say.</exception>
    public Bloc ToBloc(string id)
    {
        var faults = new List<Fault>();
        RosterRules.CheckName(Name, "$.name", faults);
        return faults.Count == 0 ? new(id, VietnameseNames.Compose(Name), Kind, Level, StatedMemberCount, 0) : throw Refusal.BadInput(faults);
    }
}

/// <summary>The body of <c>JoinBloc</c>; the first day stands in the address.</summary>
/// <param name="Until">The last day, included; null while no end is known.</param>
/// <param name="Decision">The number of the decision; null when it is not known.</param>
internal sealed record JoinBody(
    DateOnly? Until = null, [property: StringLength(Membership.LongestDecision, MinimumLength = 1)] string? Decision = null);

/// <summary>The body of <c>LeaveBloc</c>.</summary>
/// <param name="Until">The last day, included.</param>
/// <param name="Decision">The number of the decision that ends it; null when it is not known.</param>
internal sealed record LeaveBody(
    DateOnly Until, [property: StringLength(Membership.LongestDecision, MinimumLength = 1)] string? Decision = null);

/// <summary>The body of <c>SetTerm</c>: units of the bloc, at least one of the three.</summary>
/// <param name="Head">The unit that leads (Khối trưởng), or null.</param>
/// <param name="Deputy">The unit that stands in for it (Khối phó), or null.</param>
/// <param name="StandingUnit">The unit that runs the bloc's office (đơn vị thường trực), or null.</param>
/// <param name="IsConcurrentPost">Whether it is done beside other work (kiêm nhiệm).</param>
/// <param name="IsSuggestion">Whether it is only proposed.</param>
/// <param name="From">The first day on which it holds, where it begins within the year or on another day; what is there stays unless given.</param>
/// <param name="Until">The last day on which it holds, where it ends before the year is handed over; what is there stays unless given.</param>
internal sealed record TermBody(
    [property: Slug] string? Head = null,
    [property: Slug] string? Deputy = null,
    [property: Slug] string? StandingUnit = null,
    bool IsConcurrentPost = false,
    bool IsSuggestion = false,
    DateOnly? From = null,
    DateOnly? Until = null)
{
    /// <exception cref="Refusal">What the annotations cannot say, all of it at once.</exception>
    public Term ToTerm(string bloc, int year)
    {
        var faults = new List<Fault>();
        var term = new Term(bloc, year, Head, Deputy, StandingUnit, IsConcurrentPost, IsSuggestion, 0) { From = From, Until = Until };
        RosterRules.CheckTerm(term, "$", "$.deputy", faults);
        if (From is { } first)
        {
            RosterRules.CheckDay(first, "$.from", faults);
        }

        RosterRules.CheckUntil(From ?? Membership.EarliestDay, Until, "$.until", faults);
        return faults.Count == 0 ? term : throw Refusal.BadInput(faults);
    }
}
