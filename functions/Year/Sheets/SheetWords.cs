namespace EmulationFunctions.Year.Sheets;

/// <summary>The tabs and headings of a sheet's workbook.</summary>
internal static class SheetWords
{
    public const string Scores = "Chấm điểm";
    public const string Code = "Mã";
    public const string Number = "Số in";
    public const string Title = "Tiêu chí";
    public const string Way = "Cách chấm";
    public const string Basis = "Căn cứ chấm điểm";
    public const string CheckedBy = "Cơ quan kiểm tra";
    public const string Maximum = "Điểm tối đa";
    public const string Points = "Điểm";
    public const string Count = "Số lần";
    public const string All = "Tổng số";
    public const string Outer = "Trong đó đạt";
    public const string Inner = "Trong đó xuất sắc";
    public const string Option = "Mức chọn";
    public const string Whole = "Số đo a";
    public const string Part = "Số đo b";
    public const string Levels = "Các mức, công thức";
    public const string Explanation = "Giải trình";
    public const string Result = "Kết quả";
    public const string Files = "Số tệp minh chứng";
    public const string Papers = "Văn bản minh chứng";
    public const string State = "Tình trạng";

    public const string About = "Phiếu điểm";
    public const string Setting = "Nội dung";
    public const string Value = "Giá trị";
    public const string Year = "Năm";
    public const string Period = "Kỳ";
    public const string Bloc = "Mã khối";
    public const string BlocName = "Khối thi đua";
    public const string Unit = "Mã đơn vị";
    public const string UnitName = "Đơn vị";
    public const string Scheme = "Mã bảng điểm";
    public const string SchemeVersion = "Phiên bản bảng điểm";
    public const string Version = "Phiên bản phiếu";

    public const string Passed = "Đạt";
    public const string Failed = "Không đạt";

    /// <summary>What is entered; the rest is only shown.</summary>
    public static readonly IReadOnlyList<string> Entered = [Points, Count, All, Outer, Inner, Option, Whole, Part, Explanation];

    public static readonly IReadOnlyList<string> Headings = [Code, Number, Title, Way, Basis, CheckedBy, Maximum, .. Entered, Levels, Result, Files, Papers, State];

    public static readonly IReadOnlyList<string> Optional = [Number, Title, Way, Basis, CheckedBy, Maximum, Count, All, Outer, Inner, Option, Whole, Part, Levels, Result, Files, Papers, State];
}
