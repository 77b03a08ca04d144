using System.Globalization;
using System.Text.Json;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <summary>What a column tells about.</summary>
internal enum RosterPart
{
    Unit,
    Bloc,
    Membership,
}

/// <summary>A column of a roster file (docs/roster-csv.md): what it is about, and how a cell of it is read.</summary>
/// <param name="Name">As it stands in the first line; capitals do not count.</param>
/// <param name="Part">What it tells about.</param>
/// <param name="Read">The value of a cell that is not blank, or what is wrong with it.</param>
internal sealed record RosterColumn(string Name, RosterPart Part, Func<string, (object? Value, Words? Fault)> Read);

internal static class RosterColumns
{
    public const string Unit = "unit";
    public const string UnitName = "name";
    public const string UnitKindName = "kind";
    public const string Functions = "functions";
    public const string CentrallyManaged = "centrallyManaged";
    public const string Contacts = "contacts";
    public const string Placeholder = "placeholder";
    public const string Bloc = "bloc";
    public const string BlocName = "blocName";
    public const string BlocKindName = "blocKind";
    public const string BlocLevelName = "blocLevel";
    public const string StatedMembers = "statedMembers";
    public const string From = "from";
    public const string Until = "until";
    public const string Decision = "decision";
    public const string RoleNames = "roles";

    public static readonly IReadOnlyList<RosterColumn> All =
    [
        new(Unit, RosterPart.Unit, Id),
        new(UnitName, RosterPart.Unit, cell => Text(cell, Province.Roster.Unit.LongestName)),
        new(UnitKindName, RosterPart.Unit, Word<UnitKind>),
        new(Functions, RosterPart.Unit, cell => List(cell, ['|', '\n'], Province.Roster.Unit.MostFunctions, (text, _, faults) => CheckLength(text, Province.Roster.Unit.LongestFunction, faults))),
        new(CentrallyManaged, RosterPart.Unit, YesOrNo),
        new(Contacts, RosterPart.Unit, cell => List(cell, ['|', ' ', ';', ',', '\n'], Province.Roster.Unit.MostContacts, (text, before, faults) => RosterRules.CheckContact(text, before, "", faults))),
        new(Placeholder, RosterPart.Unit, YesOrNo),
        new(Bloc, RosterPart.Bloc, Id),
        new(BlocName, RosterPart.Bloc, cell => Text(cell, Province.Roster.Bloc.LongestName)),
        new(BlocKindName, RosterPart.Bloc, Word<BlocKind>),
        new(BlocLevelName, RosterPart.Bloc, Word<BlocLevel>),
        new(StatedMembers, RosterPart.Bloc, Count),
        new(From, RosterPart.Membership, Day),
        new(Until, RosterPart.Membership, Day),
        new(Decision, RosterPart.Membership, cell => Text(cell, Membership.LongestDecision)),
        new(RoleNames, RosterPart.Membership, Roles),
    ];

    private static (object?, Words?) Id(string cell) => Slug.IsValid(cell)
        ? (cell, null)
        : (null, new(
            $"Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, dài không quá {Slug.MaximumLength} ký tự.",
            $"An id has only lower-case letters without marks, digits and hyphens, at most {Slug.MaximumLength} characters."));

    private static (object?, Words?) Text(string cell, int longest)
    {
        var faults = new List<Fault>();
        CheckLength(cell, longest, faults);
        RosterRules.CheckText(cell, "", faults);
        return faults.Count == 0 ? (cell, null) : (null, faults[0].Words);
    }

    private static void CheckLength(string text, int longest, List<Fault> faults)
    {
        if (text.Length > longest)
        {
            faults.Add("", $"Dài nhất {longest} ký tự.", $"At most {longest} characters.");
        }
    }

    private static (object?, Words?) List(string cell, char[] separators, int most, Action<string, IEnumerable<string>, List<Fault>> check)
    {
        var texts = cell.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var faults = new List<Fault>();
        if (texts.Length > most)
        {
            faults.Add("", $"Nhiều nhất {most} mục.", $"At most {most} items.");
        }

        for (var index = 0; index < texts.Length; index++)
        {
            check(texts[index], texts.Take(index), faults);
        }

        return faults.Count == 0 ? (texts, null) : (null, faults[0].Words);
    }

    private static (object?, Words?) Word<T>(string cell)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(cell, StringComparison.OrdinalIgnoreCase))
            {
                return (value, null);
            }
        }

        var words = string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));
        return (null, new($"Phải là một trong: {words}.", $"Must be one of: {words}."));
    }

    private static (object?, Words?) YesOrNo(string cell) => cell.ToLowerInvariant() switch
    {
        "true" or "yes" or "1" or "x" or "có" => (true, null),
        "false" or "no" or "0" or "không" => (false, null),
        _ => (null, new("Phải là có hoặc không (true hoặc false).", "Must be true or false (có or không).")),
    };

    private static (object?, Words?) Count(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Province.Roster.Bloc.MostMembers
            ? (count, null)
            : (null, new($"Phải là số từ 1 đến {Province.Roster.Bloc.MostMembers}.", $"Must be a number from 1 to {Province.Roster.Bloc.MostMembers}."));

    private static (object?, Words?) Day(string cell)
    {
        if (!DateOnly.TryParseExact(cell, ["yyyy-MM-dd", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (null, new("Phải là ngày dạng 2026-12-31 hoặc 31/12/2026.", "Must be a day such as 2026-12-31 or 31/12/2026."));
        }

        var faults = new List<Fault>();
        RosterRules.CheckDay(day, "", faults);
        return faults.Count == 0 ? (day, null) : (null, faults[0].Words);
    }

    private static (object?, Words?) Roles(string cell)
    {
        var roles = new List<YearRole>();
        foreach (var text in cell.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var yearText, var word]
                || !int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || year < Term.EarliestYear || year > Term.LatestYear
                || Word<BlocRole>(word).Item1 is not BlocRole role)
            {
                return (null, new(
                    $"Phải là năm và nhiệm vụ, ví dụ 2026 head|2027 deputy; năm từ {Term.EarliestYear} đến {Term.LatestYear}; nhiệm vụ là head, deputy hoặc standingUnit.",
                    $"Must be years and roles, such as 2026 head|2027 deputy; years from {Term.EarliestYear} to {Term.LatestYear}; roles head, deputy or standingUnit."));
            }

            roles.Add(new(year, role));
        }

        return (roles.ToArray(), null);
    }
}

/// <summary>What a unit does in a bloc in a year.</summary>
internal sealed record YearRole(int Year, BlocRole Role);

internal enum BlocRole
{
    Head,
    Deputy,
    StandingUnit,
}
