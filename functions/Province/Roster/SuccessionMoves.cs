using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>Which memberships a succession ends and begins.</summary>
/// <param name="Ended">Each as it will be, with its bloc's level.</param>
/// <param name="Begun">The same of new ones.</param>
internal sealed record SuccessionMoves(IReadOnlyList<(Membership Member, BlocLevel Level)> Ended, IReadOnlyList<(Membership Member, BlocLevel Level)> Begun)
{
    /// <summary>Each with what it was before.</summary>
    public required IReadOnlyList<MovedMember> Moved { get; init; }

    /// <summary>The blocs that units join or leave, each with those units.</summary>
    public IEnumerable<(string Bloc, IReadOnlyList<string> Units)> Concerned => Ended.Concat(Begun)
        .GroupBy(one => one.Member.Bloc, StringComparer.Ordinal)
        .Select(of => (of.Key, (IReadOnlyList<string>)[.. of.Select(one => one.Member.Unit).Distinct(StringComparer.Ordinal)]));

    public void Put(PartitionChange change)
    {
        foreach (var (member, level) in Ended.Concat(Begun))
        {
            change.Put(RosterRows.Row(member));
            change.Put(RosterRows.PlaceRow(member, level));
        }
    }

    /// <summary>Everything that stands in the way is added to the faults.</summary>
    public static async Task<SuccessionMoves> PlanAsync(
        PartitionView view, Succession wanted, IReadOnlyList<Succession> known, IReadOnlyDictionary<string, Unit> units, List<Fault> faults, CancellationToken cancellationToken)
    {
        var places = new Dictionary<(string Unit, BlocLevel Level), List<Membership>>();
        foreach (var unit in units.Keys)
        {
            foreach (var level in Enum.GetValues<BlocLevel>())
            {
                places[(unit, level)] = [.. (await view.QueryAsync(RosterRows.PlacesOf(level, unit), cancellationToken)).Select(RosterRows.Membership)];
            }
        }

        var (ended, begun) = (new List<(Membership, BlocLevel)>(), new List<(Membership, BlocLevel)>());
        if (wanted.Ends)
        {
            foreach (var ((unit, level), of) in places.Where(one => wanted.From.Contains(one.Key.Unit, StringComparer.Ordinal)))
            {
                End(wanted, $"$.from[{wanted.From.ToList().IndexOf(unit)}]", of, level, ended, faults);
            }
        }

        foreach (var (unit, bloc, path) in Joining(wanted).Where(one => units.ContainsKey(one.Unit)))
        {
            if (await view.FindAsync(RosterRows.BlocKey(bloc), cancellationToken) is not { } row)
            {
                faults.Add(new(path, RosterWords.NoBloc(bloc)));
                continue;
            }

            var level = RosterRows.Bloc(row).Level;
            var of = places[(unit, level)];
            if (wanted.Kind == SuccessionKind.Move)
            {
                if (of.Find(member => member.Covers(wanted.Day)) is not { } here || here.Bloc == bloc)
                {
                    faults.Add(path, "Đơn vị không chuyển từ khối khác cùng cấp vào khối này.", "The unit does not come from another bloc of that level.");
                    continue;
                }

                End(wanted, "$.from[0]", of, level, ended, faults);
                of = [.. of.Where(member => member.Until < wanted.Day)];
            }

            if (of.Find(member => member.Overlaps(wanted.Day, null)) is { } other)
            {
                if (other.Bloc != bloc || !other.Covers(wanted.Day))
                {
                    faults.Add(new(path, RosterWords.AlreadyIn(other)));
                }

                continue;
            }

            if (await NamesakeAsync(view, wanted, units[unit], bloc, cancellationToken) is { } namesake)
            {
                faults.Add(new(path, RosterWords.SameNameInBloc(namesake)));
            }

            if (SuccessionRules.EndsLater(wanted, unit, known) is { } end)
            {
                faults.Add(new(path, end));
            }

            begun.Add((new(bloc, unit, wanted.Day, null, wanted.Decision.Number, null, 0), level));
        }

        if (wanted.Kind == SuccessionKind.Rename && units.ContainsKey(wanted.From[0]) && await NamesakeOfRenamedAsync(view, wanted, cancellationToken) is { } same)
        {
            faults.Add(new("$.name", RosterWords.SameNameInBloc(same)));
        }

        foreach (var (member, _) in ended)
        {
            await CheckTermsAsync(view, member, $"$.from[{wanted.From.ToList().IndexOf(member.Unit)}]", faults, cancellationToken);
        }

        var before = places.Values.SelectMany(of => of).ToLookup(member => (member.Bloc, member.Unit, member.From));
        return new(ended, begun)
        {
            Moved =
            [
                .. ended.Select(one => new MovedMember(before[(one.Item1.Bloc, one.Item1.Unit, one.Item1.From)].First(), one.Item1, one.Item2)),
                .. begun.Select(one => new MovedMember(null, one.Item1, one.Item2)),
            ],
        };
    }

    /// <summary>Of a renaming: another unit of the new name in a bloc in which the unit is on the day or later; null where there is none.</summary>
    public static async Task<string?> NamesakeOfRenamedAsync(PartitionView view, Succession renaming, CancellationToken cancellationToken)
    {
        var unit = RosterRows.Unit((await view.FindAsync(RosterRows.UnitKey(renaming.From[0]), cancellationToken))!) with { Name = renaming.Name! };
        foreach (var level in Enum.GetValues<BlocLevel>())
        {
            foreach (var member in (await view.QueryAsync(RosterRows.PlacesOf(level, unit.Id), cancellationToken)).Select(RosterRows.Membership).Where(one => one.Overlaps(renaming.Day, null)))
            {
                if (await NamesakeAsync(view, renaming, unit, member.Bloc, cancellationToken) is { } namesake)
                {
                    return namesake;
                }
            }
        }

        return null;
    }

    private static IEnumerable<(string Unit, string Bloc, string Path)> Joining(Succession wanted)
    {
        if (wanted is { Kind: SuccessionKind.Move, Bloc: { } bloc })
        {
            yield return (wanted.From[0], bloc, "$.bloc");
        }

        for (var index = 0; index < wanted.To.Count; index++)
        {
            if (wanted.To[index].Bloc is { } joined)
            {
                yield return (wanted.To[index].Unit, joined, $"$.to[{index}].bloc");
            }
        }
    }

    private static void End(Succession wanted, string path, List<Membership> of, BlocLevel level, List<(Membership, BlocLevel)> ended, List<Fault> faults)
    {
        foreach (var member in of.Where(member => member.Overlaps(wanted.Day, null)))
        {
            if (member.From >= wanted.Day)
            {
                faults.Add(
                    path,
                    $"Đơn vị vào khối '{member.Bloc}' từ ngày {VietnamTime.Local(member.From)}, không trước ngày này; hãy sửa việc vào khối trước.",
                    $"The unit joins the bloc '{member.Bloc}' on {RosterRows.Day(member.From)}, not before this day; change that first.");
            }
            else
            {
                ended.Add((member with { Until = wanted.Day.AddDays(-1), EndDecision = wanted.Decision.Number }, level));
            }
        }
    }

    /// <summary>A year of which the unit sees nothing any more cannot be led by it: its term is changed first.</summary>
    private static async Task CheckTermsAsync(PartitionView view, Membership ended, string path, List<Fault> faults, CancellationToken cancellationToken)
    {
        var others = (await view.QueryAsync(RosterRows.MembersOf(ended.Bloc, ended.Unit), cancellationToken)).Select(RosterRows.Membership).Where(member => member.From != ended.From);
        List<Membership> left = [.. others, ended];
        var terms = (await view.QueryAsync(RosterRows.TermsOf(ended.Bloc), cancellationToken)).Select(RosterRows.Term);
        foreach (var term in terms.Where(term => term.Units.Contains(ended.Unit) && !left.Exists(member => member.CoversPartOf(term.Year))))
        {
            faults.Add(new(path, RosterWords.LeadsBloc(ended.Unit, term)));
        }
    }

    /// <summary>Another unit of that name that is in the bloc then, and does not end by this very succession.</summary>
    private static async Task<string?> NamesakeAsync(PartitionView view, Succession wanted, Unit unit, string bloc, CancellationToken cancellationToken)
    {
        foreach (var row in await view.QueryAsync(RosterRows.SameName(unit.Name), cancellationToken))
        {
            if (row.GetString("Unit") is { } other && other != unit.Id && !(wanted.Ends && wanted.From.Contains(other, StringComparer.Ordinal))
                && (await view.QueryAsync(RosterRows.MembersOf(bloc, other), cancellationToken)).Select(RosterRows.Membership).Any(member => member.Overlaps(wanted.Day, null)))
            {
                return other;
            }
        }

        return null;
    }
}
