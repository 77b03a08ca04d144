using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;

namespace EmulationFunctions.Province.Rights;

/// <summary>Looks up what a right depends on, and asks <see cref="RightRules"/>.</summary>
internal sealed class RightsDesk(LeadersLookup findLeaders, MembersLookup findMembers, ScorersLookup findScorers, EndedUnitsLookup findEnded, YearIsOver isOver)
{
    public const int EarliestYear = 2000;
    public const int LatestYear = 2100;

    /// <param name="address">Ids that have been checked: of the year, the bloc, the period, the unit, as far as the right depends on them.</param>
    /// <returns>The caller, with the unit by which it was let in; null when it may not.</returns>
    public async Task<Caller?> AskAsync(Right right, Caller caller, RouteValueDictionary address, CancellationToken cancellationToken)
    {
        if (caller.Units.Count > 0 && RightRules.EndsWithUnit(right, address.ContainsKey("period")))
        {
            caller = caller.Without(await findEnded(cancellationToken));
        }

        var target = await TargetAsync(right, caller, address, cancellationToken);
        if (!RightRules.Allows(right, caller, target) && RightRules.DependsOnScorers(right) && caller.Units.Count > 0
            && target.Unit is { } unit && Year(address) is { } year && address.TryGetValue("bloc", out var bloc) && address.TryGetValue("period", out var period))
        {
            target = target with { Scorers = await findScorers(year, (string)period!, (string)bloc!, unit, cancellationToken) };
        }

        return RightRules.Allows(right, caller, target) ? caller with { LetInBy = RightRules.LetInBy(caller, target) } : null;
    }

    private async Task<Target> TargetAsync(Right right, Caller caller, RouteValueDictionary address, CancellationToken cancellationToken)
    {
        var unit = address.TryGetValue("unit", out var value) ? value as string : null;
        var year = Year(address);
        var leaders = Leaders.Nobody;
        if (RightRules.DependsOnLeaders(right) && caller.Units.Count > 0 && year is not null && address.TryGetValue("bloc", out var bloc))
        {
            leaders = await findLeaders((string)bloc!, year.Value, cancellationToken);
        }

        IReadOnlySet<string>? members = null;
        if (RightRules.DependsOnMembers(right) && caller.Units.Count > 0 && year is not null && address.TryGetValue("bloc", out var joined))
        {
            members = await findMembers((string)joined!, year.Value, cancellationToken);
        }

        var isYearOver = RightRules.DependsOnYear(right, caller) && year is { } one && await isOver(one, cancellationToken);
        return new(unit, isYearOver, leaders, address.TryGetValue("scorer", out var scorer) ? scorer as string : null, Members: members);
    }

    private static int? Year(RouteValueDictionary address) =>
        address.TryGetValue("year", out var value) ? int.Parse((string)value!, CultureInfo.InvariantCulture) : null;

    /// <summary>Ids are checked here once, so that no handler ever sees one that is not an id.</summary>
    /// <exception cref="Refusal">400 with every fault.</exception>
    public static void CheckAddress(RouteValueDictionary address)
    {
        var faults = new List<Fault>();
        foreach (var (name, value) in address)
        {
            switch (name, value)
            {
                case ("year", string text):
                    if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < EarliestYear or > LatestYear)
                    {
                        faults.Add(new(name, new($"Năm phải từ {EarliestYear} đến {LatestYear}.", $"The year must be from {EarliestYear} to {LatestYear}.")));
                    }

                    break;
                case ("version" or "round", string text):
                    if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 9999)
                    {
                        faults.Add(new(name, new("Phải là số nguyên từ 1.", "Must be a whole number from 1.")));
                    }

                    break;
                case ("officer", string text):
                    if (!Guid.TryParseExact(text, "D", out _))
                    {
                        faults.Add(new(name, new("Phải là mã đối tượng (GUID) của tài khoản.", "Must be the object id (GUID) of the account.")));
                    }

                    break;
                case ("name" or "criterion" or "condition", _):
                    break;
                case (_, string text) when !Slug.IsValid(text):
                    faults.Add(new(name, new(
                        $"Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá {Slug.MaximumLength} ký tự.",
                        $"An id has only lower-case letters without marks, digits and hyphens, at most {Slug.MaximumLength} characters.")));
                    break;
            }
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }
}
