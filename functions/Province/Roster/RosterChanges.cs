using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>Every change of the roster. Doing the same again changes nothing.</summary>
internal sealed class RosterChanges(PartitionStore partitions)
{
    /// <returns>The unit, and the ids of other units of the same name.</returns>
    public Task<(Unit Unit, IReadOnlyList<string> SameName)> PutUnitAsync(Unit unit, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync<(Unit, IReadOnlyList<string>)>(RosterTable.Address, RosterRows.Only(RosterRows.UnitKey(unit.Id)), actor, async (view, change) =>
        {
            var named = await view.QueryAsync(RosterRows.SameName(unit.Name), cancellationToken);
            string[] sameName = [.. named.Select(row => row.GetString("Unit")!).Where(id => id != unit.Id)];
            var existing = view.Row(RosterRows.UnitKey(unit.Id)) is { } row ? RosterRows.Unit(row) : null;
            if (existing is not null && existing.SaysTheSameAs(unit))
            {
                return (existing, sameName);
            }

            if (existing is not null)
            {
                ifMatch.Demand(existing.Version);
                if (RosterRows.NameRow(existing).RowKey is var old && old != RosterRows.NameRow(unit).RowKey && await view.FindAsync(old, cancellationToken) is not null)
                {
                    change.Delete(old);
                }
            }

            change.Put(RosterRows.Row(unit));
            change.Put(RosterRows.NameRow(unit));
            change.Audit = new("PutUnit", unit.Id, Before: existing is null ? null : RosterTexts.Audited(existing), After: RosterTexts.Audited(unit));
            return (unit with { Version = change.Seq }, sameName);
        }, cancellationToken);

    public Task<Bloc> PutBlocAsync(Bloc bloc, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(RosterTable.Address, RosterRows.Only(RosterRows.BlocKey(bloc.Id)), actor, async (view, change) =>
        {
            var existing = view.Row(RosterRows.BlocKey(bloc.Id)) is { } row ? RosterRows.Bloc(row) : null;
            if (existing is not null)
            {
                if (existing.SaysTheSameAs(bloc))
                {
                    return existing;
                }

                ifMatch.Demand(existing.Version);
                if (existing.Level != bloc.Level && (await view.QueryAsync(RosterRows.MembersOf(bloc.Id), cancellationToken)).Count > 0)
                {
                    throw Refusal.Rule("level-is-fixed", RosterWords.LevelIsFixed);
                }
            }

            change.Put(RosterRows.Row(bloc));
            change.Audit = new("PutBloc", bloc.Id, Before: existing is null ? null : RosterTexts.Audited(existing), After: RosterTexts.Audited(bloc));
            return bloc with { Version = change.Seq };
        }, cancellationToken);

    public Task<Membership> JoinAsync(Membership member, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeMembershipAsync("JoinBloc", member.Bloc, member.Unit, actor, async (view, bloc, existing, change) =>
        {
            if (existing.Find(one => one.From == member.From) is not { } same)
            {
                return await PutAsync(view, bloc, existing, null, member, change, cancellationToken);
            }

            // Who says only how it began does not say that it never ended.
            var asked = member with { Until = member.Until ?? same.Until, EndDecision = same.EndDecision };
            if (same.SaysTheSameAs(asked))
            {
                return same;
            }

            ifMatch.Demand(same.Version);
            return await PutAsync(view, bloc, existing, same, asked, change, cancellationToken);
        }, cancellationToken);

    public Task<Membership> LeaveAsync(string bloc, string unit, DateOnly from, DateOnly until, string? decision, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        ChangeMembershipAsync("LeaveBloc", bloc, unit, actor, async (view, where, existing, change) =>
        {
            var same = existing.Find(one => one.From == from) ?? throw Refusal.NotFound(RosterWords.NoMembership);
            var asked = same with { Until = until, EndDecision = decision };
            if (same.SaysTheSameAs(asked))
            {
                return same;
            }

            // To end what has no end yet overwrites nothing that anybody said.
            if (same.Until is not null || ifMatch.Tags.Count > 0)
            {
                ifMatch.Demand(same.Version);
            }

            return await PutAsync(view, where, existing, same, asked, change, cancellationToken);
        }, cancellationToken);

    public Task<Term> SetTermAsync(Term term, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(RosterTable.Address, RosterRows.TermsOf(term.Bloc), actor, async (view, change) =>
        {
            List<Term> ofYear = [.. view.Rows.Select(RosterRows.Term).Where(one => one.Year == term.Year)];
            var existing = ofYear.Find(one => term.From is null ? !one.IsLater : one.From == term.From);
            // Who says only who leads does not say since when, or until when.
            var wanted = existing is null
                ? term with { IsLater = ofYear.Count > 0 }
                : term with { From = existing.From, Until = term.Until ?? existing.Until, IsLater = existing.IsLater };
            if (existing is not null && existing.SaysTheSameAs(wanted))
            {
                return existing;
            }

            _ = await view.FindAsync(RosterRows.BlocKey(term.Bloc), cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoBloc(term.Bloc));
            if (existing is not null)
            {
                ifMatch.Demand(existing.Version);
            }

            await PutTermAsync(view, change, wanted, existing, ofYear, cancellationToken);
            change.Audit = new("SetTerm", $"{term.Bloc} {term.Year}", Before: existing is null ? null : RosterTexts.Audited(existing), After: RosterTexts.Audited(wanted));
            return wanted with { Version = change.Seq };
        }, cancellationToken);

    /// <summary>Puts a term that may be put: its units are members, and no other of the year holds on one of its days.</summary>
    /// <exception cref="Refusal">409.</exception>
    public static async Task PutTermAsync(
        PartitionView view, PartitionChange change, Term wanted, Term? existing, IReadOnlyList<Term> ofYear, CancellationToken cancellationToken)
    {
        if (ofYear.FirstOrDefault(other => other != existing && other.Overlaps(wanted)) is { } overlapping)
        {
            throw Refusal.Rule("terms-overlap", RosterWords.TermsOverlap(overlapping));
        }

        if (RosterRules.NotMembers(wanted, await MembersAsync(view, wanted.Bloc, cancellationToken)) is { Count: > 0 } outside)
        {
            throw new Refusal(StatusCodes.Status409Conflict, "not-a-member", RosterWords.NotMembers(outside, wanted.Year));
        }

        change.Put(RosterRows.Row(wanted));
        change.Notify(NoticeKind.TermSet, Concerned(existing, wanted), $"{wanted.Year.ToString(CultureInfo.InvariantCulture)} {wanted.Bloc}");
    }

    /// <summary>Brings a whole roster in, or refuses it with every fault it has.</summary>
    /// <param name="file">What was sent.</param>
    /// <param name="isCheck">Whether only to say what would be done.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<RosterImport> ImportAsync(RosterFile file, bool isCheck, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(RosterTable.Address, RosterRows.Everything, actor, (view, change) =>
        {
            var before = RosterSnapshot.Of(view.Rows);
            var import = RosterImport.Plan(before, file);
            if (import.Faults.Count > 0)
            {
                throw Refusal.BadInput(import.Faults);
            }

            if (!isCheck && !import.IsEmpty)
            {
                import.Fill(change, before);
            }

            return Task.FromResult(import);
        }, cancellationToken);

    /// <summary>Who is told of a term: those who had and those who have a task by it. One that is only suggested is nobody's.</summary>
    private static IReadOnlyList<string> Concerned(Term? before, Term after) =>
        after.IsSuggestion ? [] : [.. after.Units.Union(before is { IsSuggestion: false } ? before.Units : [], StringComparer.Ordinal)];

    private Task<Membership> ChangeMembershipAsync(
        string function,
        string bloc,
        string unit,
        Actor actor,
        Func<PartitionView, Bloc, List<Membership>, PartitionChange, Task<Membership>> decide,
        CancellationToken cancellationToken) =>
        partitions.ChangeAsync(RosterTable.Address, RosterRows.MembersOf(bloc, unit), actor, async (view, change) =>
        {
            var where = await view.FindAsync(RosterRows.BlocKey(bloc), cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoBloc(bloc));
            _ = await view.FindAsync(RosterRows.UnitKey(unit), cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoUnit(unit));
            List<Membership> existing = [.. view.Rows.Select(RosterRows.Membership)];
            var decided = await decide(view, RosterRows.Bloc(where), existing, change);
            if (!change.IsEmpty)
            {
                var before = existing.Find(one => one.From == decided.From);
                change.Audit = new(
                    function,
                    $"{bloc} {unit} {RosterRows.Day(decided.From)}",
                    Before: before is null ? null : RosterTexts.Audited(before),
                    After: RosterTexts.Audited(decided));
                change.Notify(NoticeKind.MembershipChanged, unit, $"{(decided.Until ?? decided.From).Year.ToString(CultureInfo.InvariantCulture)} {bloc}");
            }

            return decided;
        }, cancellationToken);

    private static async Task<Membership> PutAsync(
        PartitionView view, Bloc bloc, List<Membership> existing, Membership? before, Membership member, PartitionChange change, CancellationToken cancellationToken)
    {
        var places = (await view.QueryAsync(RosterRows.PlacesOf(bloc.Level, member.Unit), cancellationToken)).Select(RosterRows.Membership);
        if (places.FirstOrDefault(place => (place.Bloc, place.From) != (member.Bloc, member.From) && place.Overlaps(member)) is { } other)
        {
            throw Refusal.Rule("already-in-a-bloc", RosterWords.AlreadyIn(other));
        }

        if (before is null && await NamesakeAsync(view, member, cancellationToken) is { } namesake)
        {
            throw Refusal.Rule("same-name-in-bloc", RosterWords.SameNameInBloc(namesake));
        }

        if (before is not null)
        {
            var after = existing.Select(one => one == before ? member : one).ToList();
            var terms = (await view.QueryAsync(RosterRows.TermsOf(bloc.Id), cancellationToken)).Select(RosterRows.Term);
            if (terms.FirstOrDefault(term => term.Units.Contains(member.Unit) && !after.Exists(one => one.CoversPartOf(term.Year))) is { } term)
            {
                throw Refusal.Rule("unit-leads-bloc", RosterWords.LeadsBloc(member.Unit, term));
            }
        }

        change.Put(RosterRows.Row(member));
        change.Put(RosterRows.PlaceRow(member, bloc.Level));
        return member with { Version = change.Seq };
    }

    /// <summary>Another unit of the same name that is in the bloc at the same time.</summary>
    private static async Task<string?> NamesakeAsync(PartitionView view, Membership member, CancellationToken cancellationToken)
    {
        var unit = RosterRows.Unit((await view.FindAsync(RosterRows.UnitKey(member.Unit), cancellationToken))!);
        foreach (var row in await view.QueryAsync(RosterRows.SameName(unit.Name), cancellationToken))
        {
            if (row.GetString("Unit") is { } other && other != unit.Id
                && (await view.QueryAsync(RosterRows.MembersOf(member.Bloc, other), cancellationToken)).Select(RosterRows.Membership).Any(member.Overlaps))
            {
                return other;
            }
        }

        return null;
    }

    private static async Task<IReadOnlyList<Membership>> MembersAsync(PartitionView view, string bloc, CancellationToken cancellationToken) =>
        [.. (await view.QueryAsync(RosterRows.MembersOf(bloc), cancellationToken)).Select(RosterRows.Membership)];
}
