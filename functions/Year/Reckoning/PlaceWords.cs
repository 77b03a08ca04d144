using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>The sentence that explains a place.</summary>
internal static class PlaceWords
{
    private const int NamesTold = 3;

    /// <param name="equals">All that share the place, itself among them.</param>
    /// <param name="before">The nearest of the same value that a tie-break put before.</param>
    /// <param name="after">The nearest of the same value that a tie-break put after.</param>
    /// <param name="decision">What people decided between it and those that are equal in everything else.</param>
    public static Words Explain(
        SchemeContent content, int rank, Place place, IReadOnlyList<Place> equals, Place? before, Place? after, TieDecision? decision = null)
    {
        var value = ValueWords.Of(content, place.Value);
        var isByMeasures = content.Basis == ScoreBasis.Measures;
        var vietnamese = isByMeasures ? $"Hạng {rank} theo số liệu" : $"Hạng {rank} với {value.Vi}";
        var english = isByMeasures ? $"Rank {rank} by measures" : $"Rank {rank} with {value.En}";
        if (decision is not null)
        {
            var way = decision.Kind == TieBreakKind.Ballot ? new Words("kết quả bỏ phiếu", "a ballot") : new Words("quyết định", "a decision");
            vietnamese += $"; bằng nhau về mọi tiêu chí phụ với {decision.Units.Count - 1} đơn vị khác, thứ tự theo {way.Vi}: {decision.Authority} ({decision.Reason})";
            english += $"; equal to {decision.Units.Count - 1} more in every tie-break, in the order of {way.En}: {decision.Authority} ({decision.Reason})";
        }

        if (equals.Count > 1)
        {
            var others = Names([.. equals.Where(other => other.Unit != place.Unit).Select(other => other.Name)]);
            vietnamese += $", đồng hạng với {others.Vi}" + (content.TieBreaks.Count == 0
                ? " (bảng điểm không có tiêu chí phụ)"
                : " (mọi tiêu chí phụ đều bằng nhau)");
            english += $", shared with {others.En}" + (content.TieBreaks.Count == 0
                ? " (the scheme declares no tie-break)"
                : " (equal in every tie-break)");
        }

        if (before is not null)
        {
            var reason = Difference(content, place, before);
            vietnamese += $"; {(isByMeasures ? "cùng nhóm với" : "bằng điểm")} {before.Name} nhưng xếp sau vì {reason.Vi}";
            english += $"; equal to {before.Name} but after it ({reason.En})";
        }

        if (after is not null)
        {
            var reason = Difference(content, place, after);
            vietnamese += $"; {(isByMeasures ? "cùng nhóm với" : "bằng điểm")} {after.Name} và xếp trước vì {reason.Vi}";
            english += $"; equal to {after.Name} and before it ({reason.En})";
        }

        return new($"{vietnamese}.", $"{english}.");
    }

    private static Words Difference(SchemeContent content, Place place, Place other)
    {
        var index = 0;
        while (place.TieBreaks[index].Order.CompareTo(other.TieBreaks[index].Order) == 0)
        {
            index++;
        }

        return place.TieBreaks[index].Against(other.TieBreaks[index], content);
    }

    private static Words Names(List<string> names)
    {
        var told = string.Join(", ", names.Take(NamesTold));
        return names.Count <= NamesTold
            ? new(told, told)
            : new($"{told} và {names.Count - NamesTold} đơn vị khác", $"{told} and {names.Count - NamesTold} more");
    }
}
