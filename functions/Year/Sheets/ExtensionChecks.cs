using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>Whether more time would let a unit do anything. What is behind <see cref="WhyNotExtended"/>.</summary>
internal sealed class ExtensionChecks(SheetTable sheets, BlocTable blocs, SheetDesk desk)
{
    /// <summary>Null when it would in one of the blocs in which the unit works.</summary>
    public async Task<Words?> WhyNotAsync(int year, StageKey stage, IReadOnlyList<string> within, string unit, CancellationToken cancellationToken)
    {
        if (stage.Kind is not (StageKind.SelfScore or StageKind.CrossScore or StageKind.Appraisal))
        {
            return null;
        }

        Words? why = null;
        foreach (var bloc in within)
        {
            why = await WhyNotAsync(new SheetId(year, stage.Period, bloc, unit), stage.Kind, cancellationToken);
            if (why is null)
            {
                return null;
            }
        }

        return why;
    }

    private async Task<Words?> WhyNotAsync(SheetId id, StageKind stage, CancellationToken cancellationToken)
    {
        if (await blocs.IsSettledAsync(id.InPeriod, cancellationToken))
        {
            return new(
                "Kết quả xếp hạng của khối đã hoặc đang được công bố nên gia hạn không còn tác dụng.",
                "The standings of the bloc are published, or just being published: more time would change nothing.");
        }

        if (stage == StageKind.SelfScore
            && (await sheets.FindHeadsAsync([id], cancellationToken))[0] is { State: SheetState.RevisionRequested, RevisionDue: { } due })
        {
            return new(
                $"Phiếu điểm đang được yêu cầu chỉnh sửa, hạn hết ngày {VietnamTime.Local(due)}; hãy dời hạn của yêu cầu chỉnh sửa.",
                $"A revision of the sheet is asked for, due {due:yyyy-MM-dd}: move the day of that revision instead.");
        }

        return stage is StageKind.SelfScore or StageKind.CrossScore
            && await desk.FindTreeAsync(id.InPeriod, cancellationToken) is { } tree
            && await blocs.IsAppraisedAsync(id.InPeriod, tree, cancellationToken)
                ? new(
                    "Vòng thẩm định cuối cùng của khối đã kết thúc nên điểm nộp thêm không còn được thẩm định.",
                    "The last appraisal round of the bloc is closed: what is handed in now could not be appraised.")
                : null;
    }
}
