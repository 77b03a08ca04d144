using System.ComponentModel.DataAnnotations;

namespace EmulationFunctions.Province.Awards;

/// <summary>A version of the rules of awards. It holds from its day until another one does; what was opened under it stays under it.</summary>
/// <param name="Version">Its id, chosen by who puts it down.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Awards">In the order in which they were given.</param>
/// <param name="Money">How what goes with awards is reckoned; null where that was not put down.</param>
internal sealed record AwardRules(string Version, DateOnly From, IReadOnlyList<Award> Awards, AwardMoney? Money = null)
{
    public const int MostAwards = 60;
    public const int MostVersions = 200;

    /// <summary>The award of that code; null where the version has none.</summary>
    public Award? Find(string code) => Awards.FirstOrDefault(award => award.Code == code);

    /// <summary>Where everything that it says is from.</summary>
    public IEnumerable<AwardSource> Sources() =>
    [
        .. Money is null ? Array.Empty<AwardSource>() : [Money.Source],
        .. Awards.SelectMany(award => new[] { award.Source }
            .Concat(award.Worth is null ? [] : [award.Worth.Source])
            .Concat(award.Conditions.Select(one => one.Source))
            .Concat(award.Quotas.Select(one => one.Source))
            .Concat(award.Votes.Select(one => one.Source))
            .Concat(award.TieBreaks.Select(one => one.Source))),
    ];

    /// <summary>The version with those of its rules alone that hold on that day.</summary>
    public AwardRules On(DateOnly day) => this with { Awards = [.. Awards.Select(award => award.On(day))] };
}

/// <summary>How what goes with an award is reckoned: base salary × coefficient, rounded up; and within how many days it comes back where the award is taken back.</summary>
/// <param name="Source">Where that is from.</param>
/// <param name="RoundUpTo">The product is rounded up to whole ones of these, in đồng (Decree 152/2025, article 49(2)).</param>
/// <param name="OnlyHighest">Whether of several titles for one period only the highest is paid (article 49(5)).</param>
/// <param name="ReturnDays">Within how many working days object and money come back, from the day on which the unit got the decision that takes the award back (article 58).</param>
internal sealed record AwardMoney(
    AwardSource Source,
    [property: Range(1d, 1_000_000d)] long RoundUpTo = 10_000,
    bool OnlyHighest = true,
    [property: Range(1, 365)] int ReturnDays = AwardMoney.UsualReturnDays)
{
    public const int UsualReturnDays = 15;
}

/// <param name="Rules">What the version says.</param>
/// <param name="IsInUse">Whether something was opened under it, so that it never changes again.</param>
/// <param name="IsTemplate">Whether it is the shipped one, which nobody has put down yet.</param>
/// <param name="Tag">The number of the change that last wrote it; 0 of the shipped one.</param>
internal sealed record StoredAwardRules(AwardRules Rules, bool IsInUse, bool IsTemplate, long Tag);

/// <summary>What a list shows of a version.</summary>
/// <param name="Awards">How many it has.</param>
internal sealed record AwardVersion(string Version, DateOnly From, bool IsInUse, bool IsTemplate, int Awards);
