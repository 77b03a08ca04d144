using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>Who may lead a bloc next, before anybody has decided: the last term, copied and marked as a suggestion.</summary>
internal sealed class TermSuggestions(PartitionStore partitions)
{
    /// <summary>
    /// Suggests the bloc's last term for the year, without the units that are no members then. A year that has a term already,
    /// or a bloc that never had one, stays as it is.
    /// </summary>
    /// <returns>What was suggested just now; null when there was nothing to do.</returns>
    public Task<Term?> SuggestAsync(string bloc, int year, string action, CancellationToken cancellationToken) =>
        partitions.ChangeAsync<Term?>(RosterTable.Address, RosterRows.TermsOf(bloc), Actor.System, async (view, change) =>
        {
            var terms = view.Rows.Select(RosterRows.Term).ToList();
            if (terms.Exists(term => term.Year == year) || terms.Where(term => term.Year < year).MaxBy(term => term.Year) is not { } last)
            {
                return null;
            }

            var suggested = last with { Year = year, IsSuggestion = true, Version = change.Seq };
            var members = await view.QueryAsync(RosterRows.MembersOf(bloc), cancellationToken);
            var outside = RosterRules.NotMembers(suggested, members.Select(RosterRows.Membership));
            suggested = suggested with { Head = Inside(last.Head), Deputy = Inside(last.Deputy), StandingUnit = Inside(last.StandingUnit) };
            if (!suggested.Units.Any())
            {
                return null;
            }

            change.Put(RosterRows.Row(suggested));
            change.Audit = new(action, $"{bloc} {year}", After: RosterTexts.Audited(suggested));
            return suggested;

            string? Inside(string? unit) => unit is not null && outside.Contains(unit) ? null : unit;
        }, cancellationToken);
}
