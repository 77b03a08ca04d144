using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Roster;

/// <summary>What a column tells about.</summary>
internal enum RosterPart
{
    Unit,
    Bloc,
    Membership,
}

/// <summary>A column of a roster file (docs/roster-csv.md): what it is about, and how a cell of it is read.</summary>
/// <param name="Name">As it stands in the line of headings; capitals do not count.</param>
/// <param name="Titles">The same in Vietnamese.</param>
/// <param name="Part">What it tells about.</param>
/// <param name="Read">The value of a cell that is not blank, or what is wrong with it.</param>
internal sealed record RosterColumn(string Name, string[] Titles, RosterPart Part, Func<string, (object? Value, Words? Fault)> Read) : ListColumn(Name, Titles, Read);

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

    /// <summary>Spreadsheets count days from 1900, so those of our time have five digits.</summary>
    private const int DigitsOfCount = 5;

    public static readonly IReadOnlyList<RosterColumn> All =
    [
        new(Unit, ["Mã đơn vị"], RosterPart.Unit, ListCells.Id),
        new(UnitName, ["Tên đơn vị", "Đơn vị"], RosterPart.Unit, cell => Text(cell, Province.Roster.Unit.LongestName, RosterRules.CheckName)) { IsName = true },
        new(UnitKindName, ["Loại đơn vị", "Loại hình"], RosterPart.Unit, cell => ListCells.Word(cell, RosterVocabulary.UnitKinds)),
        new(Functions, ["Chức năng", "Lĩnh vực"], RosterPart.Unit, cell => List(cell, ['|', '\n'], Province.Roster.Unit.MostFunctions, (text, _, faults) => CheckLength(text, Province.Roster.Unit.LongestFunction, faults))) { IsName = true },
        new(CentrallyManaged, ["Trung ương quản lý", "Ngành dọc"], RosterPart.Unit, ListCells.YesOrNo),
        new(Contacts, ["Thư điện tử", "Email", "E-mail"], RosterPart.Unit, cell => List(cell, ['|', ' ', ';', ',', '\n'], Province.Roster.Unit.MostContacts, (text, before, faults) => RosterRules.CheckContact(text, before, "", faults))),
        new(Placeholder, ["Giữ chỗ"], RosterPart.Unit, ListCells.YesOrNo),
        new(Bloc, ["Mã khối", "Mã cụm"], RosterPart.Bloc, ListCells.Id),
        new(BlocName, ["Tên khối", "Tên cụm", "Khối thi đua", "Cụm thi đua"], RosterPart.Bloc, cell => Text(cell, Province.Roster.Bloc.LongestName, RosterRules.CheckName)) { IsName = true },
        new(BlocKindName, ["Khối hay cụm", "Khối/cụm"], RosterPart.Bloc, cell => ListCells.Word(cell, RosterVocabulary.BlocKinds)),
        new(BlocLevelName, ["Cấp", "Cấp khối"], RosterPart.Bloc, cell => ListCells.Word(cell, RosterVocabulary.BlocLevels)),
        new(StatedMembers, ["Số thành viên", "Số đơn vị"], RosterPart.Bloc, Count),
        new(From, ["Từ ngày", "Ngày vào khối"], RosterPart.Membership, Day) { IsDay = true },
        new(Until, ["Đến ngày", "Đến hết ngày"], RosterPart.Membership, Day) { IsDay = true },
        new(Decision, ["Quyết định", "Số quyết định"], RosterPart.Membership, cell => Text(cell, Membership.LongestDecision, RosterRules.CheckText)) { IsName = true },
        new(RoleNames, ["Nhiệm vụ", "Vai trò"], RosterPart.Membership, Roles),
    ];

    public static readonly ListColumns Known = new(All, names => names.Any(name => name is Unit or Bloc) ? null : new(
        "Phải có một dòng tên cột, trong đó có Mã đơn vị (unit) hoặc Mã khối (bloc).", "There must be a line that names the columns, unit or bloc among them."));

    private static (object?, Words?) Text(string cell, int longest, Action<string, string, List<Fault>> check)
    {
        var faults = new List<Fault>();
        CheckLength(cell, longest, faults);
        check(cell, "", faults);
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

    private static (object?, Words?) Count(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= Province.Roster.Bloc.MostMembers
            ? (count, null)
            : (null, new($"Phải là số từ 1 đến {Province.Roster.Bloc.MostMembers}.", $"Must be a number from 1 to {Province.Roster.Bloc.MostMembers}."));

    private static (object?, Words?) Day(string cell)
    {
        if (cell.Length == DigitsOfCount && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            cell = DateTime.FromOADate(count).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

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
        foreach (var text in cell.Split(['|', '\n', ';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (RosterVocabulary.FindRole(text) is not var (year, role) || year < Term.EarliestYear || year > Term.LatestYear)
            {
                return (null, new(
                    $"Phải là năm và nhiệm vụ, ví dụ Khối trưởng 2026|Khối phó 2027; năm từ {Term.EarliestYear} đến {Term.LatestYear}; nhiệm vụ là Khối trưởng, Khối phó hoặc Thường trực.",
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
