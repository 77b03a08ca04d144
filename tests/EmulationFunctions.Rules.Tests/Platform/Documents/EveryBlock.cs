using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

/// <summary>A paper with everything that a paper can have.</summary>
internal sealed class EveryBlock : ISamplePapers
{
    private const string Long =
        "Thực hiện nghiêm túc các phong trào thi đua do Chủ tịch Ủy ban nhân dân tỉnh và Khối thi đua phát động, gắn với nhiệm vụ chính trị của từng đơn vị; chú trọng biểu dương tập thể nhỏ và người lao động trực tiếp.";

    public static IReadOnlyDictionary<string, Paper> Papers => new Dictionary<string, Paper>(StringComparer.Ordinal)
    {
        ["every-block"] = new(
            new("Khối thi đua Kinh tế - Kỹ thuật", "Báo cáo", "kết quả công tác thi đua, khen thưởng năm 2026 và phương hướng nhiệm vụ năm 2027")
            {
                BodyAbove = "Hội đồng Thi đua - Khen thưởng tỉnh",
                Number = "05/BC-KTĐ",
                Place = "Bắc Ninh",
                Day = new(2026, 12, 9),
                To = ["Sở Nội vụ", "Các đơn vị thành viên"],
            },
            [
                new PaperHeading(1, "I. KẾT QUẢ"),
                new PaperHeading(2, "1. Phong trào thi đua"),
                new PaperParagraph(Long),
                new PaperHeading(3, "1.1. Phát động"),
                new PaperList([Long, "Ký giao ước thi đua;"]),
                new PaperList(["Một là, đổi mới;", "Hai là, thực chất."], PaperMark.Plus),
                new PaperHeading(4, "a) Chi tiết"),
                new PaperList(["Kế hoạch;", "Quy chế."], PaperMark.Letter),
                new PaperGrid(
                    [new("TT", 1, PaperAlign.Centre), new("Đơn vị", 6), new("Tự chấm", 2, PaperAlign.Right), new("Khối", 2, PaperAlign.Right)],
                    [.. Enumerable.Range(1, 30).Select(number => PaperRow.Of($"{number}", number % 7 == 0 ? Long : "Sở Nông nghiệp và Môi trường", "98,5", "97")), PaperRow.Of(new PaperCell("Cộng", Columns: 2), "98,5", "97").Strong()])
                {
                    Caption = "Bảng 1. Điểm của các đơn vị",
                    Head = [PaperRow.Of(new PaperCell("TT", Rows: 2), new PaperCell("Đơn vị", Rows: 2), new PaperCell("Điểm", Columns: 2)), PaperRow.Of("Tự chấm", "Khối")],
                    NumbersColumns = true,
                },
                new PaperHeading(1, "II. PHƯƠNG HƯỚNG"),
                new PaperParagraph($"Hội nghị kết thúc lúc {PaperText.Gap("giờ kết thúc")}, {"nhất trí cao".Bold()} với {"dự thảo".Italic()}."),
                new PaperList([Long, "Thực hiện tốt kế hoạch"], PaperMark.Number),
            ])
        {
            Grounds = ["Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Căn cứ Kế hoạch số 0125/KH-UBND"],
            Signatures = [new("Khối trưởng\nGiám đốc Sở Tài chính", PaperText.Gap("họ và tên người ký")) { Capacity = "TM. KHỐI THI ĐUA" }],
            Recipients = ["Như kính gửi", "Lãnh đạo Sở", "Lưu: VT, TĐKT"],
            Annexes =
            [
                new("Bảng điểm chi tiết", [new PaperGrid([new("TT", 1), new("Tiêu chí", 12), new("Điểm", 2, PaperAlign.Right)], [.. Enumerable.Range(1, 40).Select(number => PaperRow.Of($"{number}", Long, "2,5"))]) { Size = 12 }])
                {
                    IsLying = true,
                    Signatures = [new("Người lập", PaperText.Gap("họ và tên người lập")), new("Thủ trưởng", PaperText.Gap("họ và tên thủ trưởng"))],
                },
                new("Danh sách", [new PaperParagraph("Không có.")]) { Signatures = [new("Thư ký", "Ông A"), new("Chủ tọa", "Ông B"), new("Đơn vị", "Ông C")] },
            ],
        },
    };
}
