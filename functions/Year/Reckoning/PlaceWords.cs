using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What stands around a place, for the sentence that explains it.</summary>
/// <param name="Sharing">All that share the place, itself among them.</param>
/// <param name="Before">The nearest of the same value that a tie-break put before.</param>
/// <param name="After">The nearest of the same value that a tie-break put after.</param>
/// <param name="Decision">What people decided between it and those that are equal in everything else.</param>
/// <param name="Lapsed">Decisions about it that count for nothing: others are equal now.</param>
internal sealed record Surroundings(
    IReadOnlyList<Place> Sharing, Place? Before, Place? After, TieDecision? Decision, IReadOnlyList<TieDecision> Lapsed);

/// <summary>The sentence that explains a place.</summary>
internal static class PlaceWords
{
    private const int NamesTold = 3;

    public static Words Explain(SchemeContent content, int rank, Place place, Surroundings around)
    {
        var parts = new List<Words> { Rank(content, rank, place) };
        if (place.Scores.Parts.Count > 0)
        {
            var shared = YearShares.Told(place.Scores);
            parts.Add(new($", {shared.Vi}", $", {shared.En}"));
        }

        if (around.Decision is { } decision)
        {
            parts.Add(Decided(content, place, decision));
        }

        if (around.Sharing.Count > 1)
        {
            var others = Names([.. around.Sharing.Where(other => other.Unit != place.Unit).Select(other => other.Name)]);
            var why = WhyShared(content, place);
            parts.Add(new($", đồng hạng với {others.Vi} ({why.Vi})", $", shared with {others.En} ({why.En})"));
        }

        parts.AddRange(around.Lapsed.Select(lapsed => new Words(
            $"; {Way(lapsed.Kind).Vi} {lapsed.Authority} không còn phù hợp nên không được tính: các đơn vị bằng nhau nay đã khác",
            $"; the {Way(lapsed.Kind).En} {lapsed.Authority} no longer fits and does not count: other units are equal now")));
        var equal = content.Basis == ScoreBasis.Measures ? "cùng nhóm với" : "bằng điểm";
        if (around.Before is { } before)
        {
            var reason = Difference(content, place, before);
            parts.Add(new($"; {equal} {before.Name} nhưng xếp sau vì {reason.Vi}", $"; equal to {before.Name} but after it ({reason.En})"));
        }

        if (around.After is { } after)
        {
            var reason = Difference(content, place, after);
            parts.Add(new($"; {equal} {after.Name} và xếp trước vì {reason.Vi}", $"; equal to {after.Name} and before it ({reason.En})"));
        }

        parts.AddRange(place.Scores.Taking.Select(held => new Words($"; {held.Told.Vi}", $"; {held.Told.En}")));
        parts.AddRange(place.Scores.Held.Lifted
            .Where(one => one.Held.Effect.Criterion is not null)
            .Select(one => new Words($"; {one.Told.Vi}", $"; {one.Told.En}")));
        return new(string.Concat(parts.Select(part => part.Vi)) + ".", string.Concat(parts.Select(part => part.En)) + ".");
    }

    /// <summary>What it has for each tie-break that is computed, in the order in which they are tried; null where there is none.</summary>
    public static Words? Compared(SchemeContent content, Place place)
    {
        List<Words> told = [.. place.TieBreaks.Where(value => !value.TieBreak.IsDecided).Select(value => value.Told(content))];
        return told.Count == 0 ? null : new(string.Join(", ", told.Select(words => words.Vi)), string.Join(", ", told.Select(words => words.En)));
    }

    private static Words Rank(SchemeContent content, int rank, Place place)
    {
        if (content.Basis != ScoreBasis.Measures)
        {
            var value = ValueWords.Of(content, place.Value);
            return new($"Hạng {rank} với {value.Vi}", $"Rank {rank} with {value.En}");
        }

        var measured = Compared(content, place);
        return measured is null
            ? new($"Hạng {rank} theo số liệu", $"Rank {rank} by measures")
            : new($"Hạng {rank} theo số liệu ({measured.Vi})", $"Rank {rank} by measures ({measured.En})");
    }

    private static Words Decided(SchemeContent content, Place place, TieDecision decision)
    {
        var (way, compared) = (Way(decision.Kind), Compared(content, place));
        var (vi, en) = compared is null || content.Basis == ScoreBasis.Measures ? ("", "") : ($" ({compared.Vi})", $" ({compared.En})");
        var day = decision.Day is { } on ? new Words($" ngày {VietnamTime.Local(on)}", $" of {on:yyyy-MM-dd}") : new("", "");
        var result = decision.Result is { } came ? $"; {came}" : "";
        return new(
            $"; bằng nhau về mọi tiêu chí phụ{vi} với {decision.Units.Count - 1} đơn vị khác, thứ tự theo {way.Vi}{day.Vi}: {decision.Authority} ({decision.Reason}{result})",
            $"; equal to {decision.Units.Count - 1} more in every tie-break{en}, in the order of a {way.En}{day.En}: {decision.Authority} ({decision.Reason}{result})");
    }

    /// <summary>What was compared, and what could still separate them.</summary>
    private static Words WhyShared(SchemeContent content, Place place)
    {
        if (content.TieBreaks.Count == 0)
        {
            return new("bảng điểm không có tiêu chí phụ", "the scheme declares no tie-break");
        }

        var compared = Compared(content, place);
        var equal = compared is null ? new Words("bảng điểm không có tiêu chí phụ nào tính được", "the scheme declares no tie-break that is computed")
            : content.Basis == ScoreBasis.Measures ? new("mọi tiêu chí phụ đều bằng nhau", "equal in every tie-break")
            : new($"mọi tiêu chí phụ đều bằng nhau: {compared.Vi}", $"equal in every tie-break: {compared.En}");
        List<Words> ways = [.. content.TieBreaks.Where(tieBreak => tieBreak.IsDecided).Select(tieBreak => Way(tieBreak.Kind))];
        return ways.Count == 0
            ? equal
            : new(
                $"{equal.Vi}; chưa có {string.Join(" hoặc ", ways.Select(way => way.Vi))} về các đơn vị này",
                $"{equal.En}; there is no {string.Join(" or ", ways.Select(way => way.En))} about them yet");
    }

    private static Words Way(TieBreakKind kind) => kind == TieBreakKind.Ballot ? new("kết quả bỏ phiếu", "ballot") : new("quyết định", "decision");

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
