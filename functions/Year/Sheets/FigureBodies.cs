using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Sheets;

/// <summary>The body of <c>SetTargets</c>.</summary>
/// <param name="Targets">What is not named stays.</param>
/// <param name="Reason">Why, where it needs saying.</param>
internal sealed record TargetsBody(
    [property: Items(1, TargetsBody.Most)] IReadOnlyList<TargetEntry> Targets,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string? Reason = null)
{
    public const int Most = 1_000;
}

/// <param name="Criterion">A quantitative criterion.</param>
/// <param name="Unit">A member of the bloc.</param>
/// <param name="Target">What it is to reach; null takes the target away.</param>
internal sealed record TargetEntry([property: Longest(SchemeRules.LongestCode)] string Criterion, [property: Slug] string Unit, decimal? Target);

/// <summary>The body of <c>SetActuals</c>.</summary>
/// <param name="Actuals">What is not named stays.</param>
/// <param name="Reason">Why; who reports for another unit must say.</param>
internal sealed record ActualsBody(
    [property: Items(1, TargetsBody.Most)] IReadOnlyList<ActualEntry> Actuals,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string? Reason = null);

/// <param name="Criterion">A quantitative criterion.</param>
/// <param name="Actual">What was reached; 0 is a result, null takes the result away.</param>
internal sealed record ActualEntry([property: Longest(SchemeRules.LongestCode)] string Criterion, decimal? Actual);

/// <param name="Changed">How many targets differ from before.</param>
internal sealed record TargetsAnswer(int Changed);

/// <param name="Figures">Every quantitative criterion of the unit.</param>
internal sealed record ActualsView(IReadOnlyList<FigureView> Figures);

/// <param name="Criterion">Its code.</param>
/// <param name="Target">What the unit is to reach; null where none is set.</param>
/// <param name="Actual">What it reached; null while nothing is reported.</param>
internal sealed record FigureView(string Criterion, decimal? Target, decimal? Actual)
{
    /// <summary>A unit's quantitative criteria, in the order of the form; the points are the bloc's to compute.</summary>
    public static IReadOnlyList<FigureView> Of(SchemeTree tree, IReadOnlySet<string> notApplicable, IEnumerable<Figure> figures)
    {
        var known = figures.ToDictionary(figure => figure.Criterion, StringComparer.Ordinal);
        return [.. tree.Leaves
            .Where(leaf => leaf.Criterion.Kind == CriterionKind.Quantitative && !leaf.IsVoid && leaf.AppliesTo(notApplicable))
            .Select(leaf => new FigureView(leaf.Code, known.GetValueOrDefault(leaf.Code)?.Target, known.GetValueOrDefault(leaf.Code)?.Actual))];
    }
}
