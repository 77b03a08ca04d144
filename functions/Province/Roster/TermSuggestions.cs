using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>Who may lead a bloc next, before anybody has decided: the last deputy, marked as a suggestion, which gives no right.</summary>
internal sealed class TermSuggestions(PartitionStore partitions)
{
    /// <summary>
    /// Suggests a term for the year from the bloc's last one: the deputy succeeds; where there is none, whoever follows in the bloc's order. The last head
    /// is not suggested again. A year that has a term already, or a bloc of which nobody can be suggested, stays as it is.
    /// </summary>
    /// <returns>What was suggested just now; null when there was nothing to do.</returns>
    public Task<Term?> SuggestAsync(string bloc, int year, string action, CancellationToken cancellationToken) =>
        partitions.ChangeAsync<Term?>(RosterTable.Address, RosterRows.TermsOf(bloc), Actor.System, async (view, change) =>
        {
            var terms = view.Rows.Select(RosterRows.Term).ToList();
            if (terms.Exists(term => term.Year == year) || Rotation.LastOf(terms, year) is not { } last)
            {
                return null;
            }

            var (order, isMember) = await LookAsync(view, bloc, year, cancellationToken);
            if ((Rotation.ByDeputy(last, year, order, isMember) is { } byDeputy && (byDeputy.Head is not null || order.Count == 0)
                ? byDeputy
                : Rotation.ByOrder(last, bloc, year, order, isMember)) is not { } suggested)
            {
                return null;
            }

            change.Put(RosterRows.Row(suggested));
            change.Audit = new(action, $"{bloc} {year}", After: RosterTexts.Audited(suggested));
            return suggested with { Version = change.Seq };
        }, cancellationToken);

    /// <summary>The bloc's order, and who belongs to it in a year.</summary>
    public static async Task<(IReadOnlyList<string> Order, Func<string, bool> IsMember)> LookAsync(PartitionView view, string bloc, int year, CancellationToken cancellationToken)
    {
        var order = await view.FindAsync(RotationRows.OrderKey(bloc), cancellationToken) is { } row ? RotationRows.Order(row) : [];
        var members = (await view.QueryAsync(RosterRows.MembersOf(bloc), cancellationToken))
            .Select(RosterRows.Membership)
            .Where(member => member.CoversPartOf(year))
            .Select(member => member.Unit)
            .ToHashSet(StringComparer.Ordinal);
        return (order, members.Contains);
    }
}
