using System.Security.Cryptography;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Roster;

/// <summary>Who leads next: suggested, and then confirmed with the record of the handover, in one change. Doing the same again changes nothing.</summary>
internal sealed class RotationChanges(PartitionStore partitions)
{
    /// <returns>The order, and the number of the change that last wrote it.</returns>
    public Task<(IReadOnlyList<string> Order, long Version)> PutOrderAsync(string bloc, IReadOnlyList<string> order, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync<(IReadOnlyList<string>, long)>(RosterTable.Address, RosterRows.Only(RotationRows.OrderKey(bloc)), actor, async (view, change) =>
        {
            _ = await view.FindAsync(RosterRows.BlocKey(bloc), cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoBloc(bloc));
            var row = view.Row(RotationRows.OrderKey(bloc));
            var (known, version) = row is null ? ([], 0) : (RotationRows.Order(row), row.GetInt64("Seq") ?? 0);
            if (known.SequenceEqual(order, StringComparer.Ordinal))
            {
                return (known, version);
            }

            if (row is not null)
            {
                ifMatch.Demand(version);
            }

            var members = (await view.QueryAsync(RosterRows.MembersOf(bloc), cancellationToken)).Select(RosterRows.Membership).Select(member => member.Unit).ToHashSet(StringComparer.Ordinal);
            List<Fault> faults = [.. order.Index().Where(one => !members.Contains(one.Item)).Select(one => new Fault($"$.order[{one.Index}]", RotationWords.NeverMember(one.Item)))];
            if (faults.Count > 0)
            {
                throw new Refusal(StatusCodes.Status409Conflict, "not-a-member", RotationWords.NotMembers, faults);
            }

            change.Put(RotationRows.Row(bloc, order));
            change.Audit = new("PutRotation", bloc, Before: row is null ? null : string.Join(' ', known), After: string.Join(' ', order));
            return (order, change.Seq);
        }, cancellationToken);

    /// <summary>Suggests the term of a year, in place of what was suggested before.</summary>
    public Task<Term> SuggestAsync(
        string bloc, int year, SuggestionBasis basis, IReadOnlyList<VotesFor> head, IReadOnlyList<VotesFor> deputy, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(RosterTable.Address, RosterRows.TermsOf(bloc), actor, async (view, change) =>
        {
            _ = await view.FindAsync(RosterRows.BlocKey(bloc), cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoBloc(bloc));
            var terms = view.Rows.Select(RosterRows.Term).ToList();
            var existing = terms.Find(term => term.Year == year);
            if (existing is { IsSuggestion: false })
            {
                throw Refusal.Rule("term-is-set", RotationWords.TermIsSet(year));
            }

            var last = Rotation.LastOf(terms, year);
            var (order, isMember) = await TermSuggestions.LookAsync(view, bloc, year, cancellationToken);
            var wanted = basis switch
            {
                SuggestionBasis.Deputy => (last is null ? null : Rotation.ByDeputy(last, year, order, isMember)) ?? throw Refusal.Rule("nobody-to-suggest", RotationWords.NoDeputy),
                SuggestionBasis.Order => Rotation.ByOrder(last, bloc, year, order, isMember) ?? throw Refusal.Rule("nobody-to-suggest", RotationWords.NoOrder),
                _ => new Term(bloc, year, Rotation.Winner(head), Rotation.Winner(deputy), last?.StandingUnit is { } standing && isMember(standing) ? standing : null, last?.IsConcurrentPost ?? false, IsSuggestion: true, 0)
                {
                    Basis = SuggestionBasis.Vote,
                    Votes = Rotation.Text(head, deputy),
                },
            };
            List<Fault> outside = [.. Outside("$.head", head, isMember), .. Outside("$.deputy", deputy, isMember)];
            if (outside.Count > 0)
            {
                throw new Refusal(StatusCodes.Status409Conflict, "not-a-member", RotationWords.NotMembers, outside);
            }

            if (existing is not null && existing.SaysTheSameAs(wanted))
            {
                return existing;
            }

            if (existing is not null)
            {
                ifMatch.Demand(existing.Version);
            }

            change.Put(RosterRows.Row(wanted));
            change.Audit = new("SuggestTerm", $"{bloc} {year}", Before: existing is null ? null : RosterTexts.Audited(existing), After: RosterTexts.Audited(wanted));
            return wanted with { Version = change.Seq };
        }, cancellationToken);

    /// <summary>Records the handover and makes the next year's term valid from its day, in one change.</summary>
    /// <param name="body">The handover.</param>
    /// <param name="named">The term that it names; null to confirm what was suggested.</param>
    /// <param name="ifMatch">What the caller has read: of the handover where there is one, else of the suggestion or the term.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<(Handover Handover, Term Term)> ConfirmAsync(Handover body, Term? named, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(RosterTable.Address, RosterRows.TermsOf(body.Bloc), actor, async (view, change) =>
        {
            _ = await view.FindAsync(RosterRows.BlocKey(body.Bloc), cancellationToken) ?? throw Refusal.NotFound(RosterWords.NoBloc(body.Bloc));
            var row = await view.FindAsync(RotationRows.HandoverKey(body.Bloc, body.Year), cancellationToken);
            var known = row is null ? null : RotationRows.Handover(row);
            var asked = body.WithSaltsOf(known);
            List<Term> ofYear = [.. view.Rows.Select(RosterRows.Term).Where(term => term.Year == asked.Year + 1)];
            var existing = ofYear.Find(term => !term.IsLater);
            var wanted = (named ?? existing ?? throw Refusal.Rule("nobody-suggested", RotationWords.NobodySuggested)) with { IsSuggestion = false, From = asked.Day ?? existing?.From, Until = existing?.Until, Version = 0 };
            if (named is not null && existing is { IsSuggestion: true } && (existing.Head, existing.Deputy) == (named.Head, named.Deputy))
            {
                wanted = wanted with { Basis = existing.Basis, Votes = existing.Votes };
            }

            if (known is not null && known.SaysTheSameAs(asked) && existing is not null && existing.SaysTheSameAs(wanted with { Basis = existing.Basis, Votes = existing.Votes }))
            {
                return (known, existing);
            }

            if (Math.Max(known?.Version ?? 0, existing?.Version ?? 0) is > 0 and var version)
            {
                ifMatch.Demand(version);
            }

            await CheckFlagAsync(view, asked, cancellationToken);
            await RosterChanges.PutTermAsync(view, change, wanted, existing, ofYear, cancellationToken);
            change.Put(RotationRows.Row(asked));
            change.Audit = new(
                "ConfirmHandover",
                $"{asked.Bloc} {asked.Year}",
                Before: existing is null ? null : RosterTexts.Audited(existing),
                After: RowText.Of(ConfirmedHandover.Of(asked with { Items = [.. asked.Items.Select(item => Fingerprint(asked, item))] }, wanted)));
            return (asked with { Version = change.Seq }, wanted with { Version = change.Seq });
        }, cancellationToken);

    /// <summary>In the trail there are no free texts, in which somebody may be named.</summary>
    private static string Fingerprint(Handover of, string item) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{of.Salt}|{item}")))}";

    /// <summary>The flag goes between units that are or were of the bloc.</summary>
    private static async Task CheckFlagAsync(PartitionView view, Handover asked, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        foreach (var (path, unit) in new[] { ("$.flagFrom", asked.FlagFrom), ("$.flagTo", asked.FlagTo) })
        {
            if (unit is not null && (await view.QueryAsync(RosterRows.MembersOf(asked.Bloc, unit), cancellationToken)).Count == 0)
            {
                faults.Add(new(path, RotationWords.NeverMember(unit)));
            }
        }

        if (faults.Count > 0)
        {
            throw new Refusal(StatusCodes.Status409Conflict, "not-a-member", RotationWords.NotMembers, faults);
        }
    }

    private static IEnumerable<Fault> Outside(string path, IReadOnlyList<VotesFor> votes, Func<string, bool> isMember) =>
        votes.Index().Where(one => !isMember(one.Item.Unit)).Select(one => new Fault($"{path}[{one.Index}].unit", RotationWords.NeverMember(one.Item.Unit)));
}

/// <summary>In the audit: a handover with the term that it made valid, and fingerprints of who signs.</summary>
internal sealed record ConfirmedHandover(Handover Handover, Term Term, string? GivenBy, string? ReceivedBy, string? Witness)
{
    public static ConfirmedHandover Of(Handover handover, Term term) => new(
        handover with { GivenBy = null, ReceivedBy = null, Witness = null },
        term,
        handover.GivenBy?.Fingerprint,
        handover.ReceivedBy?.Fingerprint,
        handover.Witness?.Fingerprint);
}
