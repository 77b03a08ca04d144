using EmulationFunctions.Storage.Partitions;

namespace EmulationFunctions.Roster;

/// <summary>Who may lead a bloc next, before anybody has decided: the last term, copied and marked as a suggestion.</summary>
internal sealed class TermSuggestions(PartitionStore partitions)
{
    private static readonly PartitionAddress Address = new(RosterTable.Table, RosterTable.Partition);

    /// <summary>Suggests the bloc's last term for the year. A year that has a term already, or a bloc that never had one, stays as it is.</summary>
    /// <returns>What was suggested just now; null when there was nothing to do.</returns>
    public Task<Term?> SuggestAsync(string bloc, int year, string action, CancellationToken cancellationToken) =>
        partitions.ChangeAsync<Term?>(Address, RosterRows.TermsOf(bloc), Actor.System, (view, change) =>
        {
            var terms = view.Rows.Select(RosterRows.Term).ToList();
            if (terms.Exists(term => term.Year == year) || terms.Where(term => term.Year < year).MaxBy(term => term.Year) is not { } last)
            {
                return Task.FromResult<Term?>(null);
            }

            var suggested = last with { Year = year, IsSuggestion = true, Version = change.Seq };
            change.Put(RosterRows.Row(suggested));
            change.Audit = new(action, RosterRows.TermKey(bloc, year), After: $"as in {last.Year}");
            return Task.FromResult<Term?>(suggested);
        }, cancellationToken);
}
