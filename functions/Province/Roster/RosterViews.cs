using EmulationFunctions.Platform.Identity;

namespace EmulationFunctions.Province.Roster;

/// <param name="Id">The unit's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of body it is.</param>
/// <param name="Functions">What it works on.</param>
/// <param name="IsCentrallyManaged">Whether a ministry manages it and not the province.</param>
/// <param name="Contacts">E-mail addresses; null unless the caller is the emulation office or acts for the unit.</param>
/// <param name="IsPlaceholder">Whether the name only holds the place of a member that is not known yet.</param>
internal sealed record UnitView(
    string Id, string Name, UnitKind Kind, IReadOnlyList<string> Functions, bool IsCentrallyManaged, IReadOnlyList<string>? Contacts, bool IsPlaceholder)
{
    public static UnitView Of(Unit unit, Caller caller) => new(
        unit.Id,
        unit.Name,
        unit.Kind,
        unit.Functions,
        unit.IsCentrallyManaged,
        caller.IsAdmin || caller.Units.Contains(unit.Id) ? unit.Contacts : null,
        unit.IsPlaceholder);
}

/// <param name="Unit">The unit as it is now.</param>
/// <param name="SameName">Other units of the same name; fine in another province, else probably the same unit twice.</param>
internal sealed record PutUnitView(UnitView Unit, IReadOnlyList<string> SameName);

/// <param name="Unit">The unit.</param>
/// <param name="Memberships">The blocs it is and was in, oldest first.</param>
/// <param name="Successions">By which it was renamed, moved or succeeded, or took over from others; oldest first.</param>
internal sealed record UnitWithBlocsView(UnitView Unit, IReadOnlyList<MembershipView> Memberships, IReadOnlyList<UnitChangeView> Successions);

/// <param name="Succession">The succession's id.</param>
/// <param name="Kind">What the decision made of the units.</param>
/// <param name="Day">The first day on which it holds.</param>
/// <param name="Decision">The number of the decision.</param>
/// <param name="From">The units of which it is.</param>
/// <param name="To">The units that took over.</param>
/// <param name="TasksTo">Which of them took over the tasks; null where nobody did.</param>
/// <param name="FormerName">Of a renaming that is done: the name before.</param>
internal sealed record UnitChangeView(
    string Succession, SuccessionKind Kind, DateOnly Day, string Decision, IReadOnlyList<string> From, IReadOnlyList<string> To, string? TasksTo, string? FormerName)
{
    public static UnitChangeView Of(Succession one) =>
        new(one.Id, one.Kind, one.Day, one.Decision.Number!, one.From, [.. one.To.Select(to => to.Unit)], one.TasksTo, one.FormerName);
}

/// <param name="Units">A page of units, sorted by name within the page.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record UnitPage(IReadOnlyList<UnitView> Units, string? Continuation);

/// <param name="Bloc">The bloc's id.</param>
/// <param name="Unit">The unit's id.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included; null while no end is known.</param>
/// <param name="Decision">The number of the decision that put it there.</param>
/// <param name="EndDecision">The number of the decision that ended it.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record MembershipView(string Bloc, string Unit, DateOnly From, DateOnly? Until, string? Decision, string? EndDecision, string Etag)
{
    public static MembershipView Of(Membership member) => new(
        member.Bloc, member.Unit, member.From, member.Until, member.Decision, member.EndDecision, Platform.Functions.EntityTag.Of(member.Version));
}

/// <param name="Unit">The unit's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsPlaceholder">Whether the name only holds a place.</param>
/// <param name="Membership">Since when and why it is in the bloc.</param>
internal sealed record MemberView(string Unit, string Name, bool IsPlaceholder, MembershipView Membership);

/// <param name="Bloc">The bloc's id.</param>
/// <param name="Year">The year.</param>
/// <param name="Head">The unit that leads (Khối trưởng).</param>
/// <param name="HeadName">What people call it.</param>
/// <param name="Deputy">The unit that stands in for it (Khối phó).</param>
/// <param name="DeputyName">What people call it.</param>
/// <param name="StandingUnit">The unit that runs the bloc's office (đơn vị thường trực).</param>
/// <param name="StandingUnitName">What people call it.</param>
/// <param name="IsConcurrentPost">Whether it is done beside other work.</param>
/// <param name="IsSuggestion">Whether nobody has confirmed it yet.</param>
/// <param name="From">The first day on which it holds; null from the beginning of the year.</param>
/// <param name="Until">The last day on which it holds; null until the year is handed over.</param>
/// <param name="Basis">Of a suggestion: by what; null where somebody entered it.</param>
/// <param name="Votes">Of a suggestion by vote: each unit with its votes.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record TermView(
    string Bloc,
    int Year,
    string? Head,
    string? HeadName,
    string? Deputy,
    string? DeputyName,
    string? StandingUnit,
    string? StandingUnitName,
    bool IsConcurrentPost,
    bool IsSuggestion,
    DateOnly? From,
    DateOnly? Until,
    SuggestionBasis? Basis,
    string? Votes,
    string Etag)
{
    public static TermView Of(Term term, UnitNames names)
    {
        return new(
            term.Bloc,
            term.Year,
            term.Head,
            Name(term.Head),
            term.Deputy,
            Name(term.Deputy),
            term.StandingUnit,
            Name(term.StandingUnit),
            term.IsConcurrentPost,
            term.IsSuggestion,
            term.From,
            term.Until,
            term.Basis,
            term.Votes,
            Platform.Functions.EntityTag.Of(term.Version));

        string? Name(string? unit) => unit is null ? null : names[unit];
    }
}

/// <param name="Id">The bloc's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Bloc or cluster.</param>
/// <param name="Level">A unit is in one bloc of a level at a time.</param>
/// <param name="StatedMemberCount">How many members its decision says it has; null when it does not say.</param>
internal sealed record BlocView(string Id, string Name, BlocKind Kind, BlocLevel Level, int? StatedMemberCount)
{
    public static BlocView Of(Bloc bloc) => new(bloc.Id, bloc.Name, bloc.Kind, bloc.Level, bloc.StatedMemberCount);
}

/// <param name="Bloc">The bloc.</param>
/// <param name="Day">The day whose members are listed.</param>
/// <param name="MemberCount">How many members it has on that day.</param>
/// <param name="IsCountAsStated">Whether that is what its decision says; null when it does not say.</param>
/// <param name="Members">The members on that day, sorted by name.</param>
/// <param name="Terms">Who led and leads it, oldest year first.</param>
/// <param name="Rotation">In which order units lead it; empty where that is not said.</param>
internal sealed record BlocWithMembersView(
    BlocView Bloc, DateOnly Day, int MemberCount, bool? IsCountAsStated, IReadOnlyList<MemberView> Members, IReadOnlyList<TermView> Terms, IReadOnlyList<string> Rotation);

/// <param name="Blocs">A page of blocs, sorted by name within the page.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record BlocPage(IReadOnlyList<BlocView> Blocs, string? Continuation);
