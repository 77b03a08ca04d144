using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>The body of <c>SetNotApplicable</c>.</summary>
/// <param name="Criteria">All that is not assigned to the unit; with a group, all below it. It takes the place of what was said before.</param>
/// <param name="Reason">Why.</param>
internal sealed record NotApplicableBody(
    [property: Items(0, SchemeRules.MaximumCriteria), Longest(SchemeRules.LongestCode)] IReadOnlyList<string> Criteria,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <summary>Says which criteria are not assigned to a unit. What was entered there stays, and counts for nothing.</summary>
internal sealed class NotApplicableChanges(PartitionStore partitions, BlocTable blocs)
{
    /// <summary>Replaces the whole list. The same again changes nothing.</summary>
    public Task<StoredSheet> SetAsync(SheetTerms terms, NotApplicableBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.Address, SheetKeys.Everything, actor, async (view, change) =>
        {
            var faults = NotApplicableRules.Check(terms.Tree, body.Criteria);
            if (faults.Count > 0)
            {
                throw Refusal.BadInput(faults);
            }

            var sheet = SheetTable.Of(view);
            var known = sheet.Content.NotApplicable;
            var wanted = body.Criteria.ToHashSet(StringComparer.Ordinal);
            if (wanted.SetEquals(known))
            {
                return sheet;
            }

            // First: nobody is to be told to return what is not returned any more.
            if (sheet.State != SheetState.Locked && !terms.EntersPastYear)
            {
                await blocs.DemandAppraisableAsync(terms.Id.InPeriod, terms.Tree, cancellationToken);
            }

            DemandChangeable(sheet);
            SheetChanges.DemandRead(ifMatch, sheet);
            foreach (var code in known.Except(wanted))
            {
                change.Delete(SheetKeys.NotApplicable(code));
            }

            foreach (var code in wanted.Except(known))
            {
                change.Put(SheetRows.Write(terms.Id.Address.Partition, code, body.Reason));
            }

            // Whoever has the sheet open must look again before the next save.
            var head = sheet.Head;
            if (head is not null)
            {
                change.Put(head.ToEntity(terms.Id.Address.Partition));
                head = head with { Version = change.Seq };
            }

            if (actor.Unit != terms.Id.Unit)
            {
                change.Notify(NoticeKind.NotApplicableChanged, terms.Id.Unit, terms.Id.ToString(), body.Reason.Trim());
            }

            change.Audit = new("SetNotApplicable", terms.Id.ToString(), body.Reason, Text(known), Text(wanted));
            return new StoredSheet(head, sheet.Content with { NotApplicable = wanted });
        }, cancellationToken);

    private static void DemandChangeable(StoredSheet sheet)
    {
        switch (sheet.State)
        {
            case SheetState.Locked:
                throw SheetTable.IsLocked();
            case SheetState.Closed:
                throw SheetTable.IsClosed();
            case SheetState.Submitted:
                throw Refusal.Rule("sheet-submitted", new(
                    "Phiếu điểm đã nộp. Hãy trả lại phiếu cho đơn vị trước khi thay đổi tiêu chí không áp dụng.",
                    "The sheet has been submitted. Return it to its unit before changing what is not applicable."));
        }
    }

    private static string? Text(IReadOnlySet<string> codes) => codes.Count == 0 ? null : string.Join(' ', codes.Order(StringComparer.Ordinal));
}
