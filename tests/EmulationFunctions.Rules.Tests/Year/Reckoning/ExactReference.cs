using System.Numerics;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>The sums of a sheet once more, top down and in whole numbers of any size: written to be plain, not fast.</summary>
internal sealed class ExactReference(SchemeContent content, SheetContent sheet, IReadOnlyDictionary<string, Points> quantitative, HeldConditions held)
{
    /// <summary>Hundredths of base, assigned, bonus and penalty.</summary>
    internal readonly record struct Sums(BigInteger Base, BigInteger Assigned, BigInteger Bonus, BigInteger Penalty)
    {
        public static Sums operator +(Sums left, Sums right) =>
            new(left.Base + right.Base, left.Assigned + right.Assigned, left.Bonus + right.Bonus, left.Penalty + right.Penalty);
    }

    private readonly ILookup<string?, Criterion> _children = content.Criteria.ToLookup(line => line.Parent, StringComparer.Ordinal);

    public Sums Whole()
    {
        var all = _children[null].Select(section => Below(section, [])).Aggregate(default(Sums), (sum, one) => sum + one);
        return all with { Bonus = Least(all.Bonus, content.BonusCap), Penalty = Least(all.Penalty, content.PenaltyCap) };
    }

    public static BigInteger PointsOf(Criterion line, ScoreEntry entry)
    {
        BigInteger maximum = line.Maximum.Hundredths;
        if (line.Options is { } options)
        {
            return options.Single(option => option.Code == entry.Option).Points.Hundredths;
        }

        if (line.Measure is { } rule)
        {
            return Measured(rule, maximum, Ten(entry.Measure!.Part), entry.Measure.Whole is { } whole ? Ten(whole) : 10_000);
        }

        if (line.Kind == CriterionKind.NestedPercentage)
        {
            var (counts, nested) = (entry.Counts!, line.Nested!);
            return Share(nested.OuterPoints.Hundredths, counts.Outer, counts.All, nested.Outer) + Share(maximum - nested.OuterPoints.Hundredths, counts.Inner, counts.Outer, nested.Inner);
        }

        return line.Each is not { } each ? entry.Points!.Value.Hundredths
            : line.IsUncapped ? entry.Count!.Value * (BigInteger)each.Hundredths
            : BigInteger.Min(maximum, entry.Count!.Value * (BigInteger)each.Hundredths);
    }

    private Sums Below(Criterion line, List<Criterion> above)
    {
        if (sheet.NotApplicable.Contains(line.Code))
        {
            return default;
        }

        if (line.Kind != CriterionKind.Group)
        {
            return Leaf(line, [.. above, line]);
        }

        var sum = _children[line.Code].Select(child => Below(child, [.. above, line])).Aggregate(default(Sums), (one, other) => one + other);
        if (line.Adding is not { } adding || !Applies(line))
        {
            return sum;
        }

        sum = sum with { Bonus = Least(sum.Bonus, adding.BonusCap), Penalty = Least(sum.Penalty, adding.PenaltyCap) };
        sum = adding.IsRescaled && sum.Assigned > 0 ? sum with { Base = Rounded(sum.Base * line.Maximum.Hundredths, sum.Assigned), Assigned = line.Maximum.Hundredths } : sum;
        var net = BigInteger.Min((adding.Most ?? line.Maximum).Hundredths, BigInteger.Max((adding.Least ?? Points.Zero).Hundredths, sum.Base + sum.Bonus - sum.Penalty));
        return adding.IsNet ? new(net, sum.Assigned, 0, 0) : sum;
    }

    private bool Applies(Criterion line) => !sheet.NotApplicable.Contains(line.Code) && (line.Kind != CriterionKind.Group || _children[line.Code].Any(Applies));

    private Sums Leaf(Criterion line, List<Criterion> way)
    {
        BigInteger? given = line.Kind == CriterionKind.Quantitative ? quantitative[line.Code].Hundredths
            : sheet.Entries.FirstOrDefault(entry => entry.Criterion == line.Code) is { } entry ? PointsOf(line, entry)
            : null;
        var points = held.Effects.Any(one => way.Any(node => node.Code == one.Effect.Criterion) && Takes(one.Effect.Kind, line.Kind)) ? BigInteger.Zero : given ?? 0;
        return line.Kind switch
        {
            CriterionKind.Bonus => new(0, 0, points, 0),
            CriterionKind.Penalty => new(0, 0, 0, points),
            _ => new(points, line.Maximum.Hundredths, 0, 0),
        };
    }

    private static bool Takes(EffectKind effect, CriterionKind kind) => kind switch
    {
        CriterionKind.Penalty => effect == EffectKind.WaivePenalty,
        CriterionKind.Bonus => effect is EffectKind.Zero or EffectKind.AllowBonus or EffectKind.ForbidBonus,
        _ => effect == EffectKind.Zero,
    };

    /// <param name="part">In ten-thousandths.</param>
    /// <param name="whole">In ten-thousandths; 1 where there is none.</param>
    private static BigInteger Measured(MeasureRule rule, BigInteger maximum, BigInteger part, BigInteger whole)
    {
        // What is looked at, in ten-thousandths, over a denominator: part·100/whole as a percentage, or part itself.
        var (number, below) = rule.Of == MeasureOf.Share ? (part * 100 * 10_000, whole) : (part, BigInteger.One);
        BigInteger target = (rule.Target ?? Percent.Hundred).Hundredths;
        switch (rule.Formula)
        {
            case MeasureFormula.Linear:
                return BigInteger.Min(maximum, Rounded(maximum * part * 10_000, whole * target));
            case MeasureFormula.AllOrNothing:
                return number >= target * 100 * below ? maximum : 0;
            case MeasureFormula.Steps:
                var steps = rule.Steps!;
                var beyond = number - (Ten(steps.Beyond) * below);
                return beyond < 0 ? 0 : BigInteger.Min(maximum, steps.At.Hundredths + (beyond / (Ten(steps.Every) * below) * steps.Each.Hundredths));
            case MeasureFormula.Ladder:
                var held = rule.Ladder!.Where(step => Lies(step.Of, number, below) && (step.Whole is null || Lies(step.Whole, whole, 1))).Select(step => (BigInteger)step.Points.Hundredths).ToList();
                return held.Count == 0 ? rule.Otherwise!.Value.Hundredths : rule.Wins == Winner.FewerPoints ? held.Min() : held.Max();
            default:
                return 0;
        }
    }

    private static bool Lies(Bounds bounds, BigInteger number, BigInteger below) =>
        (bounds.From is not { } from || (bounds.FromIncluded ? number >= Ten(from) * below : number > Ten(from) * below))
        && (bounds.To is not { } to || (bounds.ToIncluded ? number <= Ten(to) * below : number < Ten(to) * below));

    private static BigInteger Share(BigInteger points, long part, long whole, Percent target) =>
        whole == 0 ? 0 : BigInteger.Min(points, Rounded(points * part * 10_000, whole * (BigInteger)target.Hundredths));

    /// <summary>Half away from zero, of what is not negative.</summary>
    private static BigInteger Rounded(BigInteger numerator, BigInteger denominator) =>
        numerator >= 0 ? ((2 * numerator) + denominator) / (2 * denominator) : -Rounded(-numerator, denominator);

    private static BigInteger Least(BigInteger points, Points? cap) => cap is { } most ? BigInteger.Min(points, most.Hundredths) : points;

    private static BigInteger Ten(decimal number) => (BigInteger)(number * 10_000m);
}
