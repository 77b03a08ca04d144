using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Decisions;
using FsCheck.Fluent;

namespace EmulationFunctions.Rules.Tests.Province.Decisions;

/// <summary>What goes with titles: base salary × coefficient, rounded up, and of several titles for one period only the highest (Decree 152/2025/NĐ-CP, articles 49, 50 and 54).</summary>
public sealed class TitleMoneyTests
{
    private const long Salary = 2_340_000; // an example, no statement about the law

    private static readonly DateOnly Day = new(2026, 12, 28);

    private static readonly AwardRules Rules = AwardTemplate.Stored.Rules.On(Day);

    [Theory]
    [InlineData(AwardTemplate.GovernmentFlag, 28_080_000)] // 12.0: article 50(2)đ
    [InlineData(AwardTemplate.ProvinceFlag, 18_720_000)] // 8.0: article 50(2)e
    [InlineData(AwardTemplate.TypicalLocality, 4_680_000)] // 2.0: article 50(2)c
    [InlineData(AwardTemplate.ExcellentCollective, 3_510_000)] // 1.5: article 50(2)a
    [InlineData(AwardTemplate.AdvancedCollective, 1_880_000)] // 0.8: article 50(2)b; 1,872,000 rounded up
    [InlineData(AwardTemplate.ProvinceCertificate, 7_020_000)] // 2 × 1.5: article 54(2)a
    public void The_shipped_rules_come_to_what_the_decree_says(string award, long amount) => Assert.Equal(amount, Assert.Single(Of(Given(award))).Amount);

    [Theory]
    [InlineData("4.5", 10_530_000)] // national fighter
    [InlineData("3.0", 7_020_000)] // provincial fighter
    [InlineData("1.0", 2_340_000)] // base fighter
    [InlineData("0.3", 710_000)] // advanced worker; 702,000 rounded up
    public void The_rows_for_persons_of_the_decree_are_rounded_up_to_tens_of_thousands(string coefficient, long amount) =>
        Assert.Equal(amount, TitleMoney.AmountOf(Salary, decimal.Parse(coefficient, System.Globalization.CultureInfo.InvariantCulture), 10_000));

    [Fact]
    public void An_amount_is_the_least_whole_step_that_is_not_below_the_product() => Law.HoldsForEverySeed(random =>
    {
        var (salary, hundredths, step) = (random.NextInt64(1, 1_000_000_000), random.Next(1, 100_001), random.NextInt64(1, 1_000_001));

        var amount = TitleMoney.AmountOf(salary, hundredths / 100m, step);

        return amount % step == 0 && (Int128)amount * 100 >= (Int128)salary * hundredths && (Int128)(amount - step) * 100 < (Int128)salary * hundredths;
    }, tries: 1000);

    [Fact]
    public void Of_several_titles_for_one_period_only_the_highest_is_paid_and_beside_it_each_form()
    {
        var all = Of(Given(AwardTemplate.ExcellentCollective), Given(AwardTemplate.GovernmentFlag), Given(AwardTemplate.ProvinceFlag), Given(AwardTemplate.ProvinceCertificate));

        Assert.Equal([(false, AwardTemplate.GovernmentFlag), (true, null), (false, AwardTemplate.GovernmentFlag), (true, null)], all.Select(one => (one.IsPaid, one.CoveredBy)));
    }

    [Fact]
    public void One_title_of_a_period_is_paid_and_it_is_the_highest_whatever_their_order() => Law.HoldsForEverySeed(random =>
    {
        var titles = Enumerable.Range(0, random.Next(1, 7))
            .Select(number => Given(Rules.Awards[random.Next(Rules.Awards.Count)].Code) with { Decision = $"qd-{number}", Revoked = random.Next(4) == 0 ? Day.AddDays(30) : null })
            .DistinctBy(title => title.Award)
            .ToArray();
        var all = Of(titles);
        var paid = all.Where(one => one.IsPaid == true).ToList();
        var rivals = all.Where(one => one.Title.Stands && one.Award!.Kind == AwardKind.Title).ToList();
        random.Shuffle(titles);

        return paid.Count(one => one.Award!.Kind == AwardKind.Title) == Math.Min(1, rivals.Count)
            && paid.Where(one => one.Award!.Kind == AwardKind.Title).Sum(one => one.Amount) == (rivals.Max(one => one.Amount) ?? 0)
            && all.Where(one => one.Title.Stands && one.Award!.Kind == AwardKind.Form).All(one => one.IsPaid == true)
            && all.Where(one => !one.Title.Stands).All(one => one.IsPaid == false)
            && Of(titles).Where(one => one.IsPaid == true).Select(one => one.Title).ToHashSet().SetEquals(paid.Select(one => one.Title));
    }, tries: 500);

    [Fact]
    public void What_was_taken_back_is_not_paid_and_what_it_covered_is()
    {
        var all = Of(Given(AwardTemplate.GovernmentFlag) with { Revoked = Day.AddDays(40) }, Given(AwardTemplate.ProvinceFlag));

        Assert.Equal([false, true], all.Select(one => one.IsPaid));
    }

    [Fact]
    public void Without_a_base_salary_of_the_day_no_amount_is_named_and_nobody_says_which_is_the_highest()
    {
        RecordedTitle[] titles = [Given(AwardTemplate.GovernmentFlag), Given(AwardTemplate.ProvinceFlag)];

        var all = TitleMoney.Of(titles, _ => Rules, [new(Day.AddDays(1), Salary, new("Nghị định", "1/NĐ-CP"))]);

        Assert.All(all, one => Assert.Equal((null, null, null), (one.Amount, one.IsPaid, one.CoveredBy)));
        Assert.True(Assert.Single(TitleMoney.Of(titles[..1], _ => Rules, [])).IsPaid); // a single one is, however much it is
        Assert.All(TitleMoney.Of(titles, _ => Rules with { Money = null }, []), one => Assert.Null(one.IsPaid)); // nor where no rule says how it is reckoned
    }

    [Fact]
    public void The_base_salary_is_that_of_the_decision_s_day_and_the_rules_are_those_that_hold_on_it()
    {
        BaseSalary[] salaries = [new(new(2024, 7, 1), Salary, new("Nghị định", "1/NĐ-CP")), new(new(2026, 7, 1), 2_530_000, new("Nghị định", "2/NĐ-CP"))];

        long? On(DateOnly day) => TitleMoney.Of([Given(AwardTemplate.ProvinceFlag) with { Day = day }], AwardTemplate.Stored.Rules.On, salaries)[0].Amount;

        Assert.Equal(18_720_000, On(new(2026, 6, 30)));
        Assert.Equal(20_240_000, On(new(2026, 7, 1)));
        Assert.Null(On(new(2024, 6, 30)));
        Assert.Null(On(new(2027, 3, 1))); // the decree has ended, and nobody has put down what comes after it
    }

    private static RecordedTitle Given(string award) => new(2026, "so-a", award, "qd-1", "1/QĐ-UBND", Day, "Chủ tịch Ủy ban nhân dân tỉnh", null, null);

    private static IReadOnlyList<TitleMoney> Of(params RecordedTitle[] titles) => TitleMoney.Of(titles, _ => Rules, [new(new(2024, 7, 1), Salary, new("Nghị định", "1/NĐ-CP"))]);
}
