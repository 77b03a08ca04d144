using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What holds for a bloc's year, from outside of it.</summary>
/// <param name="Cycle">The year's calendar, with this bloc in it.</param>
/// <param name="Bloc">The bloc.</param>
/// <param name="Memberships">Those that cover a part of the year, by unit and first day.</param>
/// <param name="Leaders">Who leads it by a confirmed term that has not ended.</param>
/// <param name="Names">What people call units.</param>
internal sealed record YearTerms(YearOfBloc Id, Cycle Cycle, Bloc Bloc, IReadOnlyList<Membership> Memberships, Leaders Leaders, UnitNames Names)
{
    /// <summary>Who belongs to the bloc on that day, by unit id.</summary>
    public IReadOnlyList<string> MembersOn(DateOnly day) =>
        [.. Memberships.Where(member => member.Covers(day)).Select(member => member.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether the unit belongs to the bloc at some time of the year.</summary>
    public bool Has(string unit) => Memberships.Any(member => member.Unit == unit);
}
