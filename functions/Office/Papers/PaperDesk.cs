using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Papers;

/// <summary>Finds what paper is meant and whether the caller may have it, and issues it.</summary>
internal sealed class PaperDesk(IEnumerable<PaperKind> kinds, RightsDesk rights, PaperTable papers)
{
    /// <summary>By slug.</summary>
    public IReadOnlyList<PaperKind> Kinds { get; } = [.. kinds.OrderBy(kind => kind.Slug, StringComparer.Ordinal)];

    /// <exception cref="Refusal">404: no such kind. 400: what the kind needs is not there, or no id.</exception>
    public (PaperKind Kind, PaperOrder Order) Find(YearOfBloc id, string slug, string? period, string? unit, string? item)
    {
        var kind = Kinds.FirstOrDefault(one => one.Slug == slug) ?? throw Refusal.NotFound(new("Không có loại văn bản này.", "There is no such kind of paper."));
        return (kind, Order(kind, id, period, unit, item));
    }

    /// <returns>The caller, with the unit by which it was let in; null when it may not.</returns>
    public Task<Caller?> AskAsync(Right right, Caller caller, YearOfBloc id, string? period, string? unit, string? item, CancellationToken cancellationToken) =>
        rights.AskAsync(right, caller, Address(id, period, unit, item), cancellationToken);

    /// <exception cref="Refusal">403: the caller does not hold the right.</exception>
    public async Task<Caller> DemandAsync(Right right, Caller caller, YearOfBloc id, PaperOrder order, CancellationToken cancellationToken) =>
        await AskAsync(right, caller, id, order.Period, order.Unit, order.Item, cancellationToken) ?? throw Refusal.Forbidden(RightWords.Holders(right));

    /// <summary>The paper with the letterhead of who issues it, and with its number once it has one.</summary>
    public async Task<Paper> IssueAsync(PaperKind kind, YearOfBloc id, PaperOrder order, Caller caller, CancellationToken cancellationToken)
    {
        var paper = await kind.ComposeAsync(order, caller, cancellationToken);
        var letterhead = papers.FindLetterheadAsync(IssuerOf(kind, id, order), cancellationToken);
        var number = papers.FindNumberAsync(id, kind.Slug, order, cancellationToken);
        return IssuedPaper.Of(paper, kind.Slug, kind.Symbol, await letterhead, await number);
    }

    /// <summary>Number and symbol as the issuer's pattern makes them; what was given, where it has none or was given whole.</summary>
    public async Task<string> SymbolAsync(PaperKind kind, YearOfBloc id, PaperOrder order, string given, int year, CancellationToken cancellationToken) =>
        !given.Contains('/', StringComparison.Ordinal)
        && (await papers.FindLetterheadAsync(IssuerOf(kind, id, order), cancellationToken))?.PatternOf(kind.Slug, kind.Symbol) is { } pattern
            ? SymbolPattern.Fill(pattern, given, year, kind.Symbol)
            : given;

    private static Platform.Storage.Partitions.PartitionAddress IssuerOf(PaperKind kind, YearOfBloc id, PaperOrder order) =>
        kind.IsOfUnit ? PaperTable.AddressOf(order.Unit) : PaperTable.AddressOf(id);

    /// <exception cref="Refusal">400: what the kind needs is not there, or no id.</exception>
    private static PaperOrder Order(PaperKind kind, YearOfBloc id, string? period, string? unit, string? item)
    {
        var faults = new List<Fault>();
        string Demand(PaperOf what, string name, string? value)
        {
            if (!kind.Of.HasFlag(what))
            {
                return "";
            }

            if (string.IsNullOrEmpty(value))
            {
                faults.Add(name, $"{kind.Name.Vi} cần tham số '{name}'.", $"The {kind.Name.En} needs '{name}'.");
            }

            return value ?? "";
        }

        var order = new PaperOrder(id.Year, id.Bloc, Demand(PaperOf.Period, "period", period), Demand(PaperOf.Unit, "unit", unit), Demand(PaperOf.Item, "item", item));
        return faults.Count == 0 ? order : throw Refusal.BadInput(faults);
    }

    /// <summary>What rights depend on, as if it stood in the address; checked as what stands there is.</summary>
    private static RouteValueDictionary Address(YearOfBloc id, string? period, string? unit, string? item)
    {
        var address = new RouteValueDictionary { ["year"] = id.Year.ToString(CultureInfo.InvariantCulture), ["bloc"] = id.Bloc };
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("period", period), ("unit", unit), ("item", item)])
        {
            if (!string.IsNullOrEmpty(value))
            {
                address[name] = value;
            }
        }

        RightsDesk.CheckAddress(address);
        return address;
    }
}
