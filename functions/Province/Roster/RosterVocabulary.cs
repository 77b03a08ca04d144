using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Roster;

/// <summary>The Vietnamese words for what a roster says; the English ones are those of the API.</summary>
internal static class RosterVocabulary
{
    public static readonly ChoiceWords<UnitKind> UnitKinds = new(
        (UnitKind.Department, "Sở"),
        (UnitKind.Board, "Ban"),
        (UnitKind.Sector, "Ngành"),
        (UnitKind.MassOrganization, "Đoàn thể"),
        (UnitKind.SubDepartment, "Chi cục"),
        (UnitKind.Fund, "Quỹ"),
        (UnitKind.CooperativeAlliance, "Liên minh hợp tác xã"),
        (UnitKind.CooperativeAlliance, "Liên minh HTX"),
        (UnitKind.ManagementBoard, "Ban quản lý"),
        (UnitKind.CentralAgencyBranch, "Cơ quan trung ương"),
        (UnitKind.CentralAgencyBranch, "Cơ quan trung ương trên địa bàn"),
        (UnitKind.Locality, "Xã"),
        (UnitKind.Locality, "Phường"),
        (UnitKind.Locality, "Đặc khu"),
        (UnitKind.Enterprise, "Doanh nghiệp"));

    public static readonly ChoiceWords<BlocKind> BlocKinds = new((BlocKind.Bloc, "Khối"), (BlocKind.Cluster, "Cụm"));

    public static readonly ChoiceWords<BlocLevel> BlocLevels = new(
        (BlocLevel.Province, "Tỉnh"), (BlocLevel.Province, "Cấp tỉnh"), (BlocLevel.SubDepartment, "Chi cục"), (BlocLevel.SubDepartment, "Cấp chi cục"));

    private static readonly ChoiceWords<BlocRole> BlocRoles = new(
        (BlocRole.Head, "Khối trưởng"),
        (BlocRole.Head, "Trưởng khối"),
        (BlocRole.Head, "Cụm trưởng"),
        (BlocRole.Head, "Trưởng cụm"),
        (BlocRole.Deputy, "Khối phó"),
        (BlocRole.Deputy, "Phó khối"),
        (BlocRole.Deputy, "Cụm phó"),
        (BlocRole.Deputy, "Phó cụm"),
        (BlocRole.StandingUnit, "Thường trực"),
        (BlocRole.StandingUnit, "Đơn vị thường trực"));

    /// <summary>Reads <c>2026 head</c>, <c>Khối trưởng 2026</c> and <c>Khối trưởng năm 2026</c>.</summary>
    public static (int Year, BlocRole Role)? FindRole(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var year, .. var role] when Year(year) is { } first => Of(first, role),
            [.. var role, var unit, var year] when Year(year) is { } last && VietnameseNames.Same(unit, "năm") => Of(last, role),
            [.. var role, var year] when Year(year) is { } last => Of(last, role),
            _ => null,
        };

        static int? Year(string text) => text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

        static (int, BlocRole)? Of(int year, string[] words) => ListCells.Find(string.Join(' ', words), BlocRoles) is { } role ? (year, role) : null;
    }
}
