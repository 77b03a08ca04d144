using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Year.Pacts;

/// <summary>What a unit registers, as the form of registration: titles, and targets with what they come to (fields after form 1a of Circular 35/2011/TT-BLĐTBXH).</summary>
internal sealed record RegistrationPaper(Registration Registration, int Year, string UnitName, string BlocName)
{
    public Paper Compose() => new(
        new(UnitName, "Bản đăng ký", $"Đăng ký danh hiệu thi đua và chỉ tiêu phấn đấu năm {Year}")
        {
            BodyAbove = PaperText.Gap("cơ quan chủ quản"),
            Number = (Registration.Paper?.Number).OrGap("số, ký hiệu"),
            Day = Registration.Paper?.Day,
            To = [BlocName],
        },
        [
            new PaperHeading(1, "I. DANH HIỆU THI ĐUA, HÌNH THỨC KHEN THƯỞNG"),
            Registration.Titles.Count == 0
                ? new PaperParagraph(PaperText.Gap("danh hiệu thi đua đăng ký"))
                : new PaperGrid(
                    [new("STT", 8, PaperAlign.Centre), new("Danh hiệu, hình thức", 47), new("Số lượng đăng ký", 20, PaperAlign.Centre), new("Ghi chú", 25)],
                    [.. Registration.Titles.Select((one, index) => PaperRow.Of(new PaperCell[] { Text(index + 1), one.Title, one.Count is { } count ? Text(count) : "đơn vị", one.Note ?? "" }))]),
            new PaperHeading(1, "II. CHỈ TIÊU PHẤN ĐẤU"),
            Registration.Targets.Count == 0
                ? new PaperParagraph(PaperText.Gap("chỉ tiêu phấn đấu"))
                : new PaperGrid(
                    [new("STT", 8, PaperAlign.Centre), new("Nội dung", 57), new("Chỉ tiêu", 35)],
                    [.. Registration.Targets.Select((one, index) => PaperRow.Of(new PaperCell[] { Text(index + 1), Named(one), TargetWords.Amount(one) }))]),
        ])
    {
        HasEndMark = false,
        Signatures = [new(PaperText.Gap("chức vụ người ký"), PaperText.Gap("họ và tên người ký")) { IsIssuers = true }],
        Recipients = [BlocName, "Lưu: VT"],
    };

    private string Named(PactTarget target) =>
        Registration.Targets.FirstOrDefault(one => one.Id == target.Within) is { } outer ? $"{target.What} (trong số {outer.What})" : target.What;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
