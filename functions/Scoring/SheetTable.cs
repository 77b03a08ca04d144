using EmulationFunctions.Hosting;
using EmulationFunctions.Storage.Partitions;

namespace EmulationFunctions.Scoring;

/// <summary>
/// Score sheets: a partition each (<see cref="SheetId.Address"/>), with the row <c>sheet</c>, a row <c>self|{criterion}</c> for each
/// leaf that has an entry, and the evidence beside them.
/// </summary>
internal sealed class SheetTable
{
    public const string Table = "Sheets";

    /// <summary>Head, evidence, entries and the sheet's own row, in one query.</summary>
    public static readonly KeyRange Everything = new("evidence|", SheetHead.Key + "~");

    /// <summary>What the view's row <c>sheet</c> says; null before the first save. The view's range must hold it.</summary>
    public static SheetHead? HeadOf(PartitionView view) => view.Row(SheetHead.Key) is { } row ? SheetHead.From(row) : null;

    /// <summary>Refuses unless the unit may change scores and evidence. The view's range must hold the row <c>sheet</c>.</summary>
    public static void DemandEditable(PartitionView view)
    {
        if (HeadOf(view) is { } sheet && !sheet.State.IsEditable())
        {
            throw sheet.State == SheetState.Locked
                ? Refusal.Rule("sheet-locked", new(
                    "Bảng xếp hạng đã dựa trên phiếu điểm này; không thể thay đổi nữa.", "The standings rest on this sheet; it cannot be changed any more."))
                : Refusal.Rule("sheet-submitted", new(
                    "Phiếu điểm đã nộp. Muốn sửa, hãy đề nghị Khối trưởng trả lại phiếu.", "The sheet has been submitted. To change it, ask the head to return it."));
        }
    }
}
