using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Year.Complaints;

/// <summary>Complaints about scores, in the bloc's own partition (<see cref="ComplaintRows"/>); none is ever taken away.</summary>
internal sealed class ComplaintTable(PartitionStore partitions, TimeProvider clock)
{
    /// <summary>A page of a bloc's complaints, or of one unit's, with where the next page begins.</summary>
    /// <param name="id">The bloc.</param>
    /// <param name="unit">Whose; null for all.</param>
    /// <param name="state">Only those; null for all.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="size">At most how many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<Complaint> Complaints, string? Next)> ListAsync(
        BlocInPeriod id, string? unit, ComplaintState? state, (string Unit, int Number)? after, int size, CancellationToken cancellationToken)
    {
        var range = unit is null ? BlocKeys.Complaints : BlocKeys.ComplaintsOf(unit);
        if (after is { } last)
        {
            range = range with { From = BlocKeys.Complaint(last.Unit, last.Number) + " " };
        }

        var filter = state is { } one ? StoredTable.CreateQueryFilter($"State eq {one.ToString()}") : null;
        var (rows, isMore) = await partitions.ReadPageAsync(id.Address, range, filter, size, cancellationToken);
        var complaints = rows.ConvertAll(ComplaintRows.Read);
        return (complaints, isMore ? string.Create(CultureInfo.InvariantCulture, $"{complaints[^1].Unit}.{complaints[^1].Number}") : null);
    }

    /// <summary>Opens a complaint, of which the head of the bloc gets a mail. While it is open the same again is the same complaint.</summary>
    /// <param name="id">Whose score.</param>
    /// <param name="criterion">What it is about; null for the whole.</param>
    /// <param name="text">What the unit says.</param>
    /// <param name="party">In which office.</param>
    /// <param name="head">The unit that leads the bloc; null where nobody does.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Complaint> OpenAsync(
        SheetId id, string? criterion, string text, ComplaintParty party, string? head, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.InPeriod.Address, BlocKeys.ComplaintsOf(id.Unit), actor, async (view, change) =>
        {
            var known = view.Rows.Select(ComplaintRows.Read).ToList();
            if (known.Find(one => one.State == ComplaintState.Open && one.Text == text && one.Criterion == criterion) is { } same)
            {
                return same;
            }

            if (await view.FindAsync(BlocKeys.Closed(1), cancellationToken) is null
                && (await view.FindAsync(BlocKeys.Summary, cancellationToken))?.GetString("State") != nameof(PublicationState.Published))
            {
                throw ComplaintRules.TooEarly();
            }

            ComplaintRules.DemandRoom(known.Count);
            var opened = new Complaint(id.Unit, known.Count + 1, criterion, text, party, clock.GetUtcNow());
            Put(change, id, opened, new("OpenComplaint", Subject(id, opened.Number), After: criterion is null ? text : $"{criterion}: {text}"));
            if (head is not null && head != id.Unit)
            {
                change.Notify(NoticeKind.ComplaintOpened, head, Subject(id, opened.Number), text);
            }

            return opened;
        }, cancellationToken);

    /// <summary>Answers an open complaint, of which the unit gets a mail. The same answer again changes nothing.</summary>
    /// <exception cref="Refusal">404 or 409: there is none, or it is answered or closed.</exception>
    public Task<Complaint> AnswerAsync(
        SheetId id, int number, string text, ComplaintOutcome outcome, ComplaintParty party, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, number, actor, (before, change) =>
        {
            if (before.Answer is { } known && known.Text == text && known.Outcome == outcome)
            {
                return before;
            }

            ComplaintRules.DemandOpen(before);
            var answered = before with { Answer = new(text, outcome, party, clock.GetUtcNow()) };
            Put(change, id, answered, new("AnswerComplaint", Subject(id, number), Before: before.State.ToString(), After: $"{outcome}: {text}"));
            change.Notify(outcome == ComplaintOutcome.Upheld ? NoticeKind.ComplaintUpheld : NoticeKind.ComplaintDismissed, id.Unit, Subject(id, number), text);
            return answered;
        }, cancellationToken);

    public async Task<Complaint?> FindAsync(SheetId id, int number, CancellationToken cancellationToken) =>
        await partitions.FindAsync(id.InPeriod.Address, BlocKeys.Complaint(id.Unit, number), cancellationToken) is { } row ? ComplaintRows.Read(row) : null;

    /// <summary>Closes a complaint that is answered, or withdraws one that is not. Doing it again changes nothing.</summary>
    /// <exception cref="Refusal">404 or 409: there is none, or it has to be answered first.</exception>
    /// <param name="id">Whose.</param>
    /// <param name="number">Which.</param>
    /// <param name="party">In which office.</param>
    /// <param name="head">The unit that leads the bloc, which need not answer any more; null where nobody does.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Complaint> CloseAsync(SheetId id, int number, ComplaintParty party, string? head, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, number, actor, (before, change) =>
        {
            if (before.State == ComplaintState.Closed)
            {
                return before;
            }

            ComplaintRules.DemandCloses(before, party);
            var closed = before with { ClosedBy = party, ClosedAt = clock.GetUtcNow() };
            Put(change, id, closed, new("CloseComplaint", Subject(id, number), Before: before.State.ToString(), After: closed.State.ToString()));
            IReadOnlyList<string> told = party != ComplaintParty.Unit ? [id.Unit]
                : before.Answer is null && head is not null && head != id.Unit ? [head]
                : [];
            change.Notify(NoticeKind.ComplaintClosed, told, Subject(id, number));
            return closed;
        }, cancellationToken);

    private Task<Complaint> ChangeAsync(
        SheetId id, int number, Actor actor, Func<Complaint, PartitionChange, Complaint> decide, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.InPeriod.Address, BlocKeys.ComplaintsOf(id.Unit), actor, (view, change) =>
            view.Row(BlocKeys.Complaint(id.Unit, number)) is { } row
                ? Task.FromResult(decide(ComplaintRows.Read(row), change))
                : throw NoSuchComplaint(), cancellationToken);

    public static Refusal NoSuchComplaint() => Refusal.NotFound(new("Không có kiến nghị này.", "There is no such complaint."));

    private static void Put(PartitionChange change, SheetId id, Complaint complaint, AuditEntry audit)
    {
        change.Put(ComplaintRows.Row(id.InPeriod.Address.Partition, complaint));
        change.Audit = audit;
    }

    private static string Subject(SheetId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id} {number}");
}
