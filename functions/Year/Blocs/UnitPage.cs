using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>A page of the units that belong to a bloc at some time of a year, by id: lists of what units handed in show who has not.</summary>
/// <param name="Units">In order.</param>
/// <param name="Next">The last of them, where more follow.</param>
internal sealed record UnitPage(IReadOnlyList<string> Units, string? Next)
{
    /// <exception cref="Refusal">400: the continuation is none of ours.</exception>
    public static UnitPage Of(YearTerms terms, Page page)
    {
        if (page.Continuation is { } after && !Slug.IsValid(after))
        {
            throw Page.BadContinuation();
        }

        var left = terms.Memberships
            .Select(member => member.Unit)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Where(unit => string.CompareOrdinal(unit, page.Continuation) > 0)
            .Take(page.Size + 1)
            .ToList();
        return left.Count > page.Size ? new(left[..page.Size], left[page.Size - 1]) : new(left, null);
    }
}
