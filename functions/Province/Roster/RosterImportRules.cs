using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Roster;

/// <summary>What must hold of a roster as a file would leave it, as far as the file has a part in it. Pure.</summary>
internal static class RosterImportRules
{
    public static IEnumerable<LineFault> Check(RosterSnapshot after, IReadOnlyList<RosterLine> lines)
    {
        // By membership, by unit in a bloc, and by unit: the line to complain about.
        var memberships = lines.Where(line => line is { Bloc: not null, Unit: not null, From: not null })
            .GroupBy(line => (line.Bloc!, line.Unit!, line.From!.Value))
            .ToDictionary(group => group.Key, group => group.First().Number);
        return [.. Overlaps(after, memberships), .. Namesakes(after, memberships), .. Terms(after, lines)];
    }

    /// <summary>A unit is in one bloc of a level at a time.</summary>
    private static IEnumerable<LineFault> Overlaps(RosterSnapshot after, Dictionary<(string, string, DateOnly), int> lines)
    {
        foreach (var unit in after.Members.Values.GroupBy(member => (member.Unit, after.Blocs[member.Bloc].Level)))
        {
            // Neighbours in the order of days are enough: whoever reaches over a neighbour overlaps it.
            var places = unit.OrderBy(member => member.From).ThenBy(member => member.Bloc, StringComparer.Ordinal).ToList();
            for (var index = 1; index < places.Count; index++)
            {
                if (!places[index].Overlaps(places[index - 1]))
                {
                    continue;
                }

                var (one, other) = (LineOf(places[index]), LineOf(places[index - 1]));
                if (Math.Max(one, other) is > 0 and var line)
                {
                    yield return new(line, RosterColumns.From, RosterWords.AlreadyIn(line == one ? places[index - 1] : places[index]));
                }
            }
        }

        int LineOf(Membership member) => lines.GetValueOrDefault((member.Bloc, member.Unit, member.From));
    }

    /// <summary>Two members of one name would be taken for each other.</summary>
    private static IEnumerable<LineFault> Namesakes(RosterSnapshot after, Dictionary<(string, string, DateOnly), int> lines)
    {
        foreach (var same in after.Members.Values.GroupBy(member => (member.Bloc, after.Units[member.Unit].Name.ToUpperInvariant())))
        {
            var members = same.OrderBy(LineOf).ToList();
            for (var index = 1; index < members.Count; index++)
            {
                if (LineOf(members[index]) > 0
                    && members.Take(index).FirstOrDefault(other => other.Unit != members[index].Unit && other.Overlaps(members[index])) is { } other)
                {
                    yield return new(LineOf(members[index]), RosterColumns.Unit, RosterWords.SameNameInBloc(other.Unit));
                }
            }
        }

        int LineOf(Membership member) => lines.GetValueOrDefault((member.Bloc, member.Unit, member.From));
    }

    /// <summary>Whoever has a role in a year is a member in that year.</summary>
    private static IEnumerable<LineFault> Terms(RosterSnapshot after, IReadOnlyList<RosterLine> lines)
    {
        var members = after.Members.Values.ToLookup(member => member.Bloc);
        var named = lines.Where(line => line is { Bloc: not null, Unit: not null }).ToLookup(line => (Bloc: line.Bloc!, Unit: line.Unit!));
        foreach (var term in after.Terms.Values)
        {
            foreach (var unit in RosterRules.NotMembers(term, members[term.Bloc]))
            {
                var lineOfUnit = named[(term.Bloc, unit)].ToList();
                if (lineOfUnit.Count > 0 && !lineOfUnit.Exists(line => line.IsFaulty))
                {
                    var hasRole = lineOfUnit.Find(line => line.Roles.Any(role => role.Year == term.Year));
                    yield return hasRole is not null
                        ? new(hasRole.Number, RosterColumns.RoleNames, RosterWords.NotMembers([unit], term.Year))
                        : new(lineOfUnit[^1].Number, RosterColumns.Until, RosterWords.LeadsBloc(unit, term));
                }
            }
        }
    }
}
