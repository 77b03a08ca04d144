using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>
/// Takes back a succession that was recorded by mistake. Only before its day, when nothing but memberships to come has followed from it: those end again when they
/// did before, and those it begins are gone. One change of the roster.
/// </summary>
internal sealed class SuccessionWithdrawal(PartitionStore partitions, VietnamTime vietnam, TimeProvider clock)
{
    private const string Action = "WithdrawSuccession";

    /// <exception cref="Refusal">404: none of that id. 409: its day has come, or something rests on it; every such thing at once.</exception>
    public Task<bool> WithdrawAsync(string succession, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(RosterTable.Address, SuccessionRows.All, actor, async (view, change) =>
        {
            var known = SuccessionRows.Succession(view.Row(SuccessionRows.Key(succession)) ?? throw Refusal.NotFound(SuccessionWords.NoSuccession));
            if (known.Day <= vietnam.Today(clock))
            {
                throw Refusal.Rule("succession-has-begun", SuccessionWords.HasBegun(known.Day));
            }

            if (known.Moved is not { } moved)
            {
                throw Refusal.Rule("succession-stays", SuccessionWords.NothingKept);
            }

            ifMatch.Demand(known.Version);
            List<Succession> others = [.. view.Rows.Select(SuccessionRows.Succession).Where(other => other.Id != succession && other.Day >= known.Day)];
            if (await FaultsAsync(view, moved, others, cancellationToken) is { Count: > 0 } faults)
            {
                throw new Refusal(StatusCodes.Status409Conflict, "succession-stays", SuccessionWords.RestsOnIt, faults);
            }

            change.Delete(SuccessionRows.Key(succession));
            foreach (var one in moved)
            {
                if (one.Before is { } before)
                {
                    change.Put(RosterRows.Row(before));
                    change.Put(RosterRows.PlaceRow(before, one.Level));
                }
                else
                {
                    change.Delete(one.MemberKey);
                    change.Delete(one.PlaceKey);
                }
            }

            change.Audit = new(Action, succession, Before: SuccessionRows.Audited(known));
            foreach (var of in moved.GroupBy(one => one.Now.Bloc, StringComparer.Ordinal))
            {
                change.Notify(
                    NoticeKind.MembershipChanged, [.. of.Select(one => one.Now.Unit).Distinct(StringComparer.Ordinal)], $"{known.Day.Year.ToString(CultureInfo.InvariantCulture)} {of.Key}");
            }

            return true;
        }, cancellationToken);

    private static async Task<List<Fault>> FaultsAsync(PartitionView view, IReadOnlyList<MovedMember> moved, List<Succession> others, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        foreach (var one in moved)
        {
            if (await view.FindAsync(one.MemberKey, cancellationToken) is not { } row || await view.FindAsync(one.PlaceKey, cancellationToken) is null
                || !RosterRows.Membership(row).SaysTheSameAs(one.Now))
            {
                faults.Add(new("$", SuccessionWords.ChangedSince(one.Now)));
            }
            else if (one.Before is { } before)
            {
                await CheckGoingOnAsync(view, before, one.Level, moved, faults, cancellationToken);
            }
            else
            {
                await CheckTermsAsync(view, one.Now, faults, cancellationToken);
                faults.AddRange(others.Where(other => other.Units.Contains(one.Now.Unit)).Select(other => new Fault("$", SuccessionWords.NamedBy(one.Now.Unit, other.Id))));
            }
        }

        return faults;
    }

    /// <summary>What the unit, or another of its name, has joined since.</summary>
    private static async Task CheckGoingOnAsync(
        PartitionView view, Membership before, BlocLevel level, IReadOnlyList<MovedMember> moved, List<Fault> faults, CancellationToken cancellationToken)
    {
        var places = (await view.QueryAsync(RosterRows.PlacesOf(level, before.Unit), cancellationToken)).Select(RosterRows.Membership);
        if (places.FirstOrDefault(other => other.From != before.From && other.Overlaps(before) && !IsBegun(other, moved)) is { } joined)
        {
            faults.Add(new("$", RosterWords.AlreadyIn(joined)));
        }

        var unit = RosterRows.Unit((await view.FindAsync(RosterRows.UnitKey(before.Unit), cancellationToken))!);
        foreach (var row in await view.QueryAsync(RosterRows.SameName(unit.Name), cancellationToken))
        {
            if (row.GetString("Unit") is { } other && other != unit.Id
                && (await view.QueryAsync(RosterRows.MembersOf(before.Bloc, other), cancellationToken)).Select(RosterRows.Membership).Any(member => member.Overlaps(before) && !IsBegun(member, moved)))
            {
                faults.Add(new("$", RosterWords.SameNameInBloc(other)));
            }
        }
    }

    /// <summary>Terms that name a unit which then would be in the bloc on no day of the year.</summary>
    private static async Task CheckTermsAsync(PartitionView view, Membership begun, List<Fault> faults, CancellationToken cancellationToken)
    {
        List<Membership> left = [.. (await view.QueryAsync(RosterRows.MembersOf(begun.Bloc, begun.Unit), cancellationToken)).Select(RosterRows.Membership).Where(member => member.From != begun.From)];
        foreach (var term in (await view.QueryAsync(RosterRows.TermsOf(begun.Bloc), cancellationToken)).Select(RosterRows.Term))
        {
            if (term.Units.Contains(begun.Unit) && begun.CoversPartOf(term.Year) && !left.Exists(member => member.CoversPartOf(term.Year)))
            {
                faults.Add(new("$", RosterWords.LeadsBloc(begun.Unit, term)));
            }
        }
    }

    private static bool IsBegun(Membership member, IReadOnlyList<MovedMember> moved) => moved.Any(one => one.Before is null && one.Now.SaysTheSameAs(member));
}
