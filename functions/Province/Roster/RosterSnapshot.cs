using Azure.Data.Tables;

namespace EmulationFunctions.Province.Roster;

/// <summary>The whole roster in memory; changed freely, never written.</summary>
internal sealed class RosterSnapshot
{
    public Dictionary<string, Unit> Units { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Bloc> Blocs { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Bloc, string Unit, DateOnly From), Membership> Members { get; } = [];

    public Dictionary<(string Bloc, int Year), Term> Terms { get; } = [];

    public static RosterSnapshot Of(IEnumerable<TableEntity> rows)
    {
        var snapshot = new RosterSnapshot();
        foreach (var row in rows)
        {
            switch (row.RowKey[..(row.RowKey.IndexOf('|', StringComparison.Ordinal) + 1)])
            {
                case "unit|":
                    snapshot.Put(RosterRows.Unit(row));
                    break;
                case "bloc|":
                    snapshot.Put(RosterRows.Bloc(row));
                    break;
                case "member|":
                    snapshot.Put(RosterRows.Membership(row));
                    break;
                // A file says who leads a year; one that follows within the year is entered by itself.
                case "term|" when RosterRows.Term(row) is { IsLater: false } term:
                    snapshot.Put(term);
                    break;
            }
        }

        return snapshot;
    }

    public RosterSnapshot Copy()
    {
        var copy = new RosterSnapshot();
        foreach (var (key, unit) in Units)
        {
            copy.Units.Add(key, unit);
        }

        foreach (var (key, bloc) in Blocs)
        {
            copy.Blocs.Add(key, bloc);
        }

        foreach (var (key, member) in Members)
        {
            copy.Members.Add(key, member);
        }

        foreach (var (key, term) in Terms)
        {
            copy.Terms.Add(key, term);
        }

        return copy;
    }

    public void Put(Unit unit) => Units[unit.Id] = unit;

    public void Put(Bloc bloc) => Blocs[bloc.Id] = bloc;

    public void Put(Membership member) => Members[(member.Bloc, member.Unit, member.From)] = member;

    public void Put(Term term) => Terms[(term.Bloc, term.Year)] = term;
}
