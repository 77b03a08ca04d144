using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Province.Decisions;

/// <summary>What goes with a title: base salary × coefficient, rounded up (Decree 152/2025/NĐ-CP, article 49). Whole đồng, exact.</summary>
/// <param name="Amount">In đồng; null where base salary or coefficient are not known for the decision's day.</param>
/// <param name="Award">The award as the rules of the decision's day have it; null where they have none of that code.</param>
/// <param name="Money">How it is reckoned; null where the rules of the decision's day do not say.</param>
/// <param name="Salary">The base salary of the decision's day; null where none was entered.</param>
/// <param name="IsPaid">Whether it is paid; null where that hangs on an amount that is not known.</param>
/// <param name="CoveredBy">Of a title that is not paid because another one of the same period is higher: that one's code.</param>
internal sealed record TitleMoney(RecordedTitle Title, long? Amount, Award? Award, AwardMoney? Money, BaseSalary? Salary, bool? IsPaid, string? CoveredBy)
{
    /// <summary>The product rounded up to whole steps; in đồng.</summary>
    /// <param name="baseSalary">In đồng.</param>
    /// <param name="coefficient">With at most four decimals.</param>
    /// <param name="step">In đồng, above 0.</param>
    public static long AmountOf(long baseSalary, decimal coefficient, long step)
    {
        // In ten-thousandths of a đồng, so that nothing is rounded but once.
        var (product, whole) = (baseSalary * Fraction.Whole(coefficient), step * Fraction.Whole(1));
        return (long)((product + whole - 1) / whole) * step;
    }

    /// <summary>
    /// What each of a unit's titles of one period is worth: of several titles only the highest is paid, and beside it each form of commendation (Decree 152/2025/NĐ-CP, article 49(5) to (7)).
    /// What was revoked is not paid, and leaves the others as if it had not been given.
    /// </summary>
    /// <param name="titles">Of one unit and one year.</param>
    /// <param name="rules">The rules of awards on a decision's day; null where there are none.</param>
    /// <param name="salaries">All that were entered.</param>
    public static IReadOnlyList<TitleMoney> Of(IReadOnlyList<RecordedTitle> titles, Func<DateOnly, AwardRules?> rules, IReadOnlyList<BaseSalary> salaries)
    {
        var worth = titles.Select(title =>
        {
            var of = rules(title.Day);
            var (award, money, salary) = (of?.Find(title.Award), of?.Money is { } how && how.Source.HoldsOn(title.Day) ? how : null, BaseSalary.On(title.Day, salaries));
            long? amount = money is not null && salary is not null && award?.Worth is { } known ? AmountOf(salary.Amount, known.Coefficient, money.RoundUpTo) : null;
            return new TitleMoney(title, amount, award, money, salary, IsPaid: null, CoveredBy: null);
        }).ToList();
        // Where no rule says how it is reckoned nobody says either that each is paid.
        var rivals = worth.Where(one => one.Title.Stands && one is { Award.Kind: AwardKind.Title, Money: null or { OnlyHighest: true } }).ToList();
        var highest = rivals.OrderByDescending(one => one.Amount).ThenBy(one => one.Title.Day).ThenBy(one => one.Title.Award, StringComparer.Ordinal).FirstOrDefault();
        var isKnown = rivals.TrueForAll(one => one.Amount is not null);
        return [.. worth.Select(one =>
            !one.Title.Stands ? one with { IsPaid = false }
            : one.Award is null ? one
            : !rivals.Contains(one) || rivals.Count == 1 ? one with { IsPaid = true }
            : !isKnown ? one
            : one == highest ? one with { IsPaid = true }
            : one with { IsPaid = false, CoveredBy = highest!.Title.Award })];
    }
}
