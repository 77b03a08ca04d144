using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>The sentence that explains a place.</summary>
internal static class PlaceWords
{
    private const int NamesTold = 3;

    /// <param name="equals">All that share the place, itself among them.</param>
    /// <param name="before">The nearest of the same value that a tie-break put before.</param>
    /// <param name="after">The nearest of the same value that a tie-break put after.</param>
    public static Words Explain(
        SchemeContent content, int rank, Place place, IReadOnlyList<Place> equals, Place? before, Place? after)
    {
        var value = ValueWords.Of(content, place.Value);
        var vietnamese = $"Hạng {rank} với {value.Vi}";
        var english = $"Rank {rank} with {value.En}";
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
            vietnamese += $"; bằng điểm {before.Name} nhưng xếp sau vì {reason.Vi}";
            english += $"; equal to {before.Name} but after it ({reason.En})";
        }

        if (after is not null)
        {
            var reason = Difference(content, place, after);
            vietnamese += $"; bằng điểm {after.Name} và xếp trước vì {reason.Vi}";
            english += $"; equal to {after.Name} and before it ({reason.En})";
        }

        return new($"{vietnamese}.", $"{english}.");
    }

    private static Words Difference(SchemeContent content, Place place, Place other)
    {
        var index = 0;
        while (place.TieBreaks[index].Order == other.TieBreaks[index].Order)
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
