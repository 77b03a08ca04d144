using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;

namespace EmulationFunctions.Office.Papers;

/// <summary>That a paper was issued: the number it got, its day, who signed it.</summary>
/// <param name="Given">The number as it was given, such as "403" or "0125"; or number and symbol whole where its body has no pattern.</param>
/// <param name="Symbol">Number and symbol as they are printed. Kept as they were made: a later pattern changes no paper that was issued.</param>
/// <param name="Day">The day on it; null where it was not given.</param>
/// <param name="Signer">Who signed it; null where that was not given.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record PaperNumber(string Given, string Symbol, DateOnly? Day, NamedPerson? Signer, long Version = 0)
{
    /// <summary>The whole number at its beginning; null where it begins otherwise.</summary>
    public long? Running => long.TryParse(Given.AsSpan(0, Width), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The number after it, as wide as it is written.</summary>
    public string? Next => Running is { } number ? (number + 1).ToString(CultureInfo.InvariantCulture).PadLeft(Width, '0') : null;

    private int Width => Given.TakeWhile(char.IsAsciiDigit).Take(9).Count();
}

/// <summary>A number of a bloc's year with the paper that has it.</summary>
internal sealed record NumberedPaper(string Kind, PaperOrder Order, PaperNumber Number);

/// <summary>The body of <c>RecordPaperNumber</c>.</summary>
/// <param name="Number">The number that the records office gave, such as "403"; number and symbol whole, such as "403/BC-PTNMT", where the body has no pattern or this paper another.</param>
/// <param name="Day">The day on the paper.</param>
/// <param name="Signer">Who signed it.</param>
internal sealed record PaperNumberBody(
    [property: StringLength(PaperReference.LongestNumber, MinimumLength = 1)] string Number, DateOnly Day, PersonBody? Signer = null);

/// <param name="Kind">The kind of paper.</param>
/// <param name="Number">Number and symbol as they are printed; null while the paper has none.</param>
/// <param name="Day">The day on it.</param>
/// <param name="Signer">Who signed it.</param>
/// <param name="Suggested">The number that comes next among those recorded here for papers of this kind; the records office may have given it to another paper. Null where the paper has one, or none is known.</param>
/// <param name="SharedWith">Other papers of the same body that bear the same number and symbol: to be looked at.</param>
internal sealed record PaperNumberView(string Kind, string? Number, DateOnly? Day, PaperSignerView? Signer, string? Suggested, IReadOnlyList<NumberedPaperView> SharedWith)
{
    /// <param name="kind">The kind.</param>
    /// <param name="order">The paper.</param>
    /// <param name="all">All numbers of the bloc's year.</param>
    /// <param name="kinds">All kinds of paper: they say which body issues one.</param>
    public static PaperNumberView Of(PaperKind kind, PaperOrder order, IReadOnlyList<NumberedPaper> all, IReadOnlyList<PaperKind> kinds)
    {
        var own = all.FirstOrDefault(one => one.Kind == kind.Slug && one.Order == order)?.Number;
        var suggested = own is null ? all.Where(one => one.Kind == kind.Slug && (!kind.IsOfUnit || one.Order.Unit == order.Unit)).MaxBy(one => one.Number.Running)?.Number.Next : null;
        // Two bodies may well have given the same number, and neither is told of the other's papers.
        bool IsOfSameBody(NumberedPaper one) => kinds.Any(other => other.Slug == one.Kind && other.IsOfUnit == kind.IsOfUnit) && (!kind.IsOfUnit || one.Order.Unit == order.Unit);
        return new(
            kind.Slug,
            own?.Symbol,
            own?.Day,
            own?.Signer is { } signer ? new(signer.Name, signer.Post) : null,
            suggested,
            own is null ? [] : [.. all.Where(one => one.Number.Symbol == own.Symbol && (one.Kind, one.Order) != (kind.Slug, order) && IsOfSameBody(one)).Select(one => new NumberedPaperView(one.Kind, one.Order.Period, one.Order.Unit, one.Order.Item))]);
    }
}

/// <param name="Name">The name; null after it was erased.</param>
/// <param name="Post">The post.</param>
internal sealed record PaperSignerView(string? Name, string? Post);

/// <param name="Kind">Its kind.</param>
/// <param name="Period">The period it is about; empty where it is about none.</param>
/// <param name="Unit">The unit it is about; empty where it is about none.</param>
/// <param name="Item">The meeting, report or cross-check it is about; empty where it is about none.</param>
internal sealed record NumberedPaperView(string Kind, string Period, string Unit, string Item);
