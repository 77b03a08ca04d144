using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>The body of <c>RequestRevision</c>.</summary>
/// <param name="Reason">What the unit should mend; it is sent to the unit.</param>
/// <param name="Due">The last day, in Vietnam, on which the unit may hand it in again.</param>
/// <param name="Criteria">What alone may change, with its evidence; with a group, all below it. Null for the whole sheet.</param>
internal sealed record RevisionBody(
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason,
    DateOnly Due,
    [property: Items(1, RevisionBody.MostCriteria), Longest(SchemeRules.LongestCode)] IReadOnlyList<string>? Criteria = null)
{
    public const int MostCriteria = 200;
}

/// <summary>Sends a submitted sheet back to its unit with a deadline of its own.</summary>
internal sealed class RevisionChanges(PartitionStore partitions, BlocTable blocs, SheetDesk desk)
{
    /// <summary>A second request while one is open moves its day and does not count again. The same again changes nothing.</summary>
    public Task<StoredSheet> RequestAsync(SheetTerms terms, RevisionBody body, IfMatch ifMatch, Actor actor, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(terms.Id.Address, SheetKeys.Everything, actor, async (view, change) =>
        {
            var sheet = SheetTable.Of(view);
            Demand(Check(terms, sheet.Content.NotApplicable, body, desk.Today));
            var isOpen = sheet.State == SheetState.RevisionRequested;
            if (sheet.State == SheetState.Locked)
            {
                throw SheetTable.IsLocked();
            }

            if (sheet.Head is not { State: SheetState.Submitted or SheetState.RevisionRequested } head)
            {
                throw Refusal.Rule("sheet-not-submitted", new(
                    "Đơn vị chưa nộp phiếu điểm nên không có gì để chỉnh sửa lại.", "The unit has not submitted the sheet, so there is nothing to revise."));
            }

            var wanted = head.GivenBack(SheetState.RevisionRequested, body.Reason.Trim()) with
            {
                RevisionDue = body.Due,
                RevisionCriteria = body.Criteria,
                Revisions = isOpen ? head.Revisions : head.Revisions + 1,
            };
            if (isOpen && (head.ReturnReason, head.RevisionDue) == (wanted.ReturnReason, wanted.RevisionDue) && Text(head) == Text(wanted))
            {
                return sheet;
            }

            SheetChanges.DemandRead(ifMatch, sheet);
            await DemandAllowedAsync(terms, head, isOpen, cancellationToken);
            change.Audit = new("RequestRevision", terms.Id.ToString(), wanted.ReturnReason, isOpen ? Text(head) : $"{head.State} {head.Hash}", Text(wanted));
            change.Notify(NoticeKind.RevisionRequested, terms.Id.Unit, terms.Id.ToString(), wanted.ReturnReason);
            change.Put(wanted.ToEntity(terms.Id.Address.Partition));
            return sheet with { Head = wanted with { Version = change.Seq } };
        }, cancellationToken);

    private async Task DemandAllowedAsync(SheetTerms terms, SheetHead head, bool isOpen, CancellationToken cancellationToken)
    {
        var rules = terms.Tree.Content.Appraising;
        if (!isOpen && head.Revisions >= rules.Revisions)
        {
            throw Refusal.Rule("no-more-revisions", new(
                $"Bảng điểm cho phép yêu cầu chỉnh sửa mỗi phiếu nhiều nhất {rules.Revisions} lần.", $"The scheme allows at most {rules.Revisions} revisions of a sheet."));
        }

        await blocs.DemandAppraisableAsync(terms.Id.InPeriod, terms.Tree, cancellationToken);
    }

    private static List<Fault> Check(SheetTerms terms, IReadOnlySet<string> notApplicable, RevisionBody body, DateOnly today)
    {
        var faults = new List<Fault>();
        if (string.IsNullOrWhiteSpace(body.Reason))
        {
            faults.Add("$.reason", "Cần ghi nội dung cần chỉnh sửa.", "A reason is needed.");
        }

        var last = terms.Cycle.StageOf(terms.Id.Bloc, new(StageKind.Appraisal, terms.Id.Period))?.Closes ?? terms.Cycle.LastDay;
        if (body.Due < today || body.Due > last)
        {
            faults.Add(
                "$.due",
                $"Hạn chỉnh sửa phải từ hôm nay đến hết ngày {VietnamTime.Local(last)}.",
                $"The revision must be due from today to {last:yyyy-MM-dd}.");
        }

        foreach (var (index, code) in (body.Criteria ?? []).Index())
        {
            var node = terms.Tree.Find(code);
            if (node is null)
            {
                faults.Add($"$.criteria[{index}]", $"Bảng điểm không có tiêu chí {code}.", $"The scheme has no criterion {code}.");
            }
            else if (node.IsVoid || !node.AppliesTo(notApplicable))
            {
                faults.Add($"$.criteria[{index}]", $"Tiêu chí {code} đã vô hiệu hoặc không áp dụng cho đơn vị này.", $"Criterion {code} is void or not applicable to this unit.");
            }
            else if (body.Criteria!.Take(index).Contains(code, StringComparer.Ordinal))
            {
                faults.Add($"$.criteria[{index}]", $"Tiêu chí {code} có hai lần.", $"Criterion {code} is given twice.");
            }
        }

        return faults;
    }

    private static void Demand(List<Fault> faults)
    {
        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    private static string Text(SheetHead head) =>
        $"{head.State} {head.RevisionDue:yyyy-MM-dd}{(head.RevisionCriteria is { } criteria ? $" {string.Join(' ', criteria)}" : "")}";
}
