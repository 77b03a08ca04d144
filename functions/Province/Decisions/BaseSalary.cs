using System.ComponentModel.DataAnnotations;
using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Decisions;

/// <summary>The base salary (mức lương cơ sở) from a day on: what goes with an award is reckoned with the one of the decision's day (Decree 152/2025/NĐ-CP, article 49(1)).</summary>
/// <param name="From">The first day on which it holds; until the next one does.</param>
/// <param name="Amount">In đồng a month.</param>
/// <param name="Source">The paper that says so.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record BaseSalary(DateOnly From, long Amount, PaperReference Source, long Version = 0)
{
    public const long MostAmount = 1_000_000_000;
    public const int Most = 200;

    /// <summary>The one that holds on that day; null of a day before all of them.</summary>
    public static BaseSalary? On(DateOnly day, IEnumerable<BaseSalary> salaries) => salaries.Where(one => one.From <= day).MaxBy(one => one.From);

    /// <exception cref="Refusal">400: not a day.</exception>
    public static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : throw Refusal.BadInput("from", new("Phải là ngày dạng năm-tháng-ngày, ví dụ 2026-07-01.", "Must be a day such as 2026-07-01."));
}

/// <summary>The body of <c>PutBaseSalary</c>.</summary>
/// <param name="Amount">In đồng a month.</param>
/// <param name="Source">The paper that says so: kind and number are needed.</param>
internal sealed record BaseSalaryBody([property: Range(1d, BaseSalary.MostAmount)] long Amount, PaperReference Source);

/// <param name="From">The first day on which it holds.</param>
/// <param name="Until">The last day; null while no next one is known.</param>
/// <param name="Amount">In đồng a month.</param>
/// <param name="Source">The paper that says so.</param>
/// <param name="Etag">For If-Match, to change it or take it out.</param>
internal sealed record BaseSalaryView(DateOnly From, DateOnly? Until, long Amount, PaperReference Source, string Etag)
{
    public static BaseSalaryView Of(BaseSalary one, IEnumerable<BaseSalary> all)
    {
        var next = all.Where(other => other.From > one.From).MinBy(other => other.From);
        return new(one.From, next?.From.AddDays(-1), one.Amount, one.Source, EntityTag.Of(one.Version));
    }
}

/// <param name="Salaries">By their first day.</param>
internal sealed record BaseSalaryList(IReadOnlyList<BaseSalaryView> Salaries);
