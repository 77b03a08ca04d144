using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Standings;

/// <summary>Whether what the office confirms is what is there: publication cannot be taken back.</summary>
internal static class PublicationChecks
{
    private const string LeftOut = "$.leftOut";

    /// <exception cref="Refusal">400: the confirmation is not the bloc's id, or a unit is named twice.</exception>
    public static void DemandConfirmed(BlocInPeriod id, PublicationBody body)
    {
        var faults = new List<Fault>();
        if (body.Confirmation != id.Bloc)
        {
            faults.Add(
                "$.confirmation",
                $"Công bố rồi thì không thu hồi được. Để xác nhận, hãy ghi lại mã khối '{id.Bloc}'.",
                $"A publication cannot be taken back. To confirm it, repeat the bloc's id '{id.Bloc}'.");
        }

        for (var index = 0; index < body.LeftOut.Count; index++)
        {
            if (body.LeftOut.Take(index).Contains(body.LeftOut[index], StringComparer.Ordinal))
            {
                faults.Add($"{LeftOut}[{index}]", $"Đơn vị '{body.LeftOut[index]}' bị lặp lại.", $"The unit '{body.LeftOut[index]}' is there twice.");
            }
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    /// <exception cref="Refusal">400: a unit that is not in the bloc. 409: the units left out are not just those that do not count, each of them named.</exception>
    public static void DemandSettled(IReadOnlyList<PinnedUnit> units, IReadOnlyList<string> leftOut)
    {
        var known = units.Select(unit => unit.Unit).ToHashSet(StringComparer.Ordinal);
        var faults = new List<Fault>();
        foreach (var (index, unit) in leftOut.Index())
        {
            if (!known.Contains(unit))
            {
                faults.Add($"{LeftOut}[{index}]", $"Đơn vị '{unit}' không thuộc khối.", $"The unit '{unit}' is not in the bloc.");
            }
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }

        var named = leftOut.ToHashSet(StringComparer.Ordinal);
        if (units.Where(unit => !unit.Counts && !named.Contains(unit.Unit)).ToList() is { Count: > 0 } missing)
        {
            throw new Refusal(
                StatusCodes.Status409Conflict,
                "units-not-submitted",
                new(
                    $"Chưa công bố: {missing.Count} đơn vị không được tính. Hãy đợi những đơn vị chưa xong, hoặc nêu rõ tất cả trong leftOut.",
                    $"Not published: {Words.Count(missing.Count, "unit does", "units do")} not count. Wait for those that are not done, or name all of them in leftOut."),
                [.. missing.Select(unit => new Fault(LeftOut, new($"{unit.Unit} ({unit.Name}): {unit.WhyApart!.Vi}", $"{unit.Unit} ({unit.Name}): {unit.WhyApart.En}")))]);
        }

        if (units.Where(unit => unit.Counts && named.Contains(unit.Unit)).ToList() is { Count: > 0 } submitted)
        {
            throw new Refusal(
                StatusCodes.Status409Conflict,
                "left-out-has-submitted",
                new(
                    $"Chưa công bố: {submitted.Count} đơn vị nêu trong leftOut đã nộp phiếu điểm và được tính.",
                    $"Not published: {Words.Count(submitted.Count, "unit in leftOut has submitted and counts", "units in leftOut have submitted and count")}."),
                [.. submitted.Select(unit => new Fault(
                    $"{LeftOut}[{leftOut.Index().First(one => one.Item == unit.Unit).Index}]",
                    new($"{unit.Unit} ({unit.Name}) đã nộp phiếu điểm và được tính.", $"{unit.Unit} ({unit.Name}) has submitted and counts.")))]);
        }

        if (!units.Any(unit => unit.Counts))
        {
            throw Refusal.Rule("nothing-to-publish", new(
                "Chưa có đơn vị nào được tính nên không có gì để công bố.", "No unit counts yet, so there is nothing to publish."));
        }
    }

    /// <exception cref="Refusal">409: points of an appraisal round that is not closed would count for nothing.</exception>
    public static void DemandClosed(BlocRecord record)
    {
        if (record.Appraised.FirstOrDefault(score => score.Round > record.ClosedRounds) is { } open)
        {
            throw Refusal.Rule("round-open", new(
                $"Vòng thẩm định {open.Round} chưa kết thúc nên điểm thẩm định của vòng chưa được tính. Hãy kết thúc vòng trước khi công bố.",
                $"Appraisal round {open.Round} is not closed, so its points would not count. Close it before publishing."));
        }
    }

    /// <exception cref="Refusal">409: the publication that is there leaves out other units.</exception>
    public static void DemandSame(Publication publication, IReadOnlyList<string> leftOut)
    {
        if (publication.LeftOut.ToHashSet(StringComparer.Ordinal).SetEquals(leftOut))
        {
            return;
        }

        var isDone = publication.State == PublicationState.Published;
        throw new Refusal(
            StatusCodes.Status409Conflict,
            isDone ? "already-published" : "publishing-otherwise",
            new(
                isDone ? "Kết quả xếp hạng đã được công bố, không kể những đơn vị khác với những đơn vị nêu ở đây." : "Đang công bố, không kể những đơn vị khác với những đơn vị nêu ở đây.",
                isDone ? "The standings are published, leaving out other units than named here." : "A publication is under way that leaves out other units than named here."),
            [.. publication.Units.Where(unit => !unit.Counts).Select(unit => new Fault(LeftOut, new($"{unit.Unit} ({unit.Name})", $"{unit.Unit} ({unit.Name})")))]);
    }

    /// <summary>Why a publication stops: a sheet is no longer what it was when the publication began.</summary>
    public static Words Changed(IReadOnlyList<PinnedUnit> units)
    {
        const int Told = 5;
        var names = string.Join(", ", units.Take(Told).Select(unit => $"{unit.Name} ({unit.Unit})"));
        var (more, others) = units.Count > Told ? ($" và {units.Count - Told} đơn vị khác", $" and {units.Count - Told} more") : ("", "");
        return new(
            $"Phiếu điểm của {names}{more} đã thay đổi trong lúc công bố. Chưa có gì được công bố; hãy xem lại rồi công bố lại.",
            $"The {(units.Count == 1 ? "sheet" : "sheets")} of {names}{others} changed during the publication. Nothing was published; look again, then publish again.");
    }

    /// <summary>Why a publication stops: what is kept of a sheet is not what its unit submitted.</summary>
    public static Words Forged(IReadOnlyList<PinnedUnit> units)
    {
        var names = string.Join(", ", units.Select(unit => $"{unit.Name} ({unit.Unit})"));
        return new(
            $"Phiếu điểm lưu trong kho của {names} không đúng với phiếu đã nộp (sai mã băm). Chưa có gì được công bố; hãy báo quản trị viên.",
            $"The stored sheets of {names} are not what was submitted (their hash differs). Nothing was published; tell the administrator.");
    }

    public static Refusal Withdrawn(Words obstacle) => Refusal.Rule("publication-withdrawn", obstacle);
}
