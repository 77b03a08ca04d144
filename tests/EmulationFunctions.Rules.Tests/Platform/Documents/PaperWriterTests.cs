using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Platform.Documents;

public sealed class PaperWriterTests
{
    private static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public void The_same_paper_gives_the_same_bytes() =>
        Assert.Equal(PaperWriter.Write(Letter with { Annexes = [Annex] }).Content, PaperWriter.Write(Letter with { Annexes = [Annex] }).Content);

    [Fact]
    public void A_paper_is_A4_with_the_margins_of_the_decree_and_its_number_above_every_page_but_the_first()
    {
        var section = Papers.Read(PaperWriter.Write(Letter).Content, body => body.Elements<SectionProperties>().Single());

        var (size, margin) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!);
        Assert.Equal((11906u, 16838u), (size.Width!.Value, size.Height!.Value));
        // 20, 20, 30 and 15 mm.
        Assert.Equal((1134, 1134, 1701u, 850u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        Assert.Equal(HeaderFooterValues.Default, section.Elements<HeaderReference>().Single().Type!.Value);
    }

    [Fact]
    public void An_annex_may_lie_and_counts_its_pages_anew()
    {
        var file = PaperWriter.Write(Letter with { Annexes = [Annex, Annex with { IsLying = false }] }).Content;

        Papers.AssertValid(file);
        Assert.Equal(
            [(11906u, null), (16838u, 1), (11906u, (int?)1)],
            Papers.Read(file, body => body.Descendants<SectionProperties>()
                .Select(section => (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageNumberType>()?.Start?.Value))
                .ToList()));
        Assert.Equal(
            ["Phụ lục I", "BẢNG CHẤM ĐIỂM", "(Kèm theo Báo cáo số 403/BC-PTNMT ngày 05 tháng 02 năm 2026 của Phòng Tài nguyên và Môi trường)"],
            Papers.Lines(file).SkipWhile(line => !line.StartsWith("Phụ lục", StringComparison.Ordinal)).Take(3));
    }

    [Fact]
    public void Every_letter_is_Times_New_Roman_whatever_alphabet_a_program_takes_it_for()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(PaperWriter.Write(Letter).Content), false);

        var fonts = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().Single();
        Assert.All([fonts.Ascii, fonts.HighAnsi, fonts.ComplexScript, fonts.EastAsia], font => Assert.Equal("Times New Roman", font!.Value));
        Assert.Empty(Papers.Body(document).Descendants<RunFonts>());
    }

    [Fact]
    public void What_was_not_recorded_is_seen_in_the_paper_and_told_beside_it_each_once()
    {
        var paper = Letter with
        {
            Head = new("Khối thi đua", "Biên bản", "Hội nghị"),
            Blocks =
            [
                new PaperParagraph($"Bắt đầu lúc {((string?)null).OrGap("giờ bắt đầu")}, {((int?)8).OrGap("số đại biểu")} đại biểu."),
                new PaperParagraph($"Kết thúc lúc {((string?)" ").OrGap("giờ kết thúc")}, bắt đầu lúc {PaperText.Gap("giờ bắt đầu")}."),
            ],
        };

        var written = PaperWriter.Write(paper);

        Assert.Equal(["số, ký hiệu", "địa danh", "ngày, tháng, năm", "giờ bắt đầu", "giờ kết thúc"], written.Gaps);
        Assert.Contains("Bắt đầu lúc […chưa ghi: giờ bắt đầu…], 8 đại biểu.", Papers.Lines(written.Content));
        Assert.Equal(6, Papers.Read(written.Content, body => body.Descendants<Highlight>().Count()));
    }

    [Fact]
    public void A_gap_cannot_be_lost_in_a_string() =>
        Assert.Throws<InvalidOperationException>(() => PaperWriter.Write(Letter with { Blocks = [new PaperGrid([new("A", 1)], [PaperRow.Of(new PaperCell(string.Concat("x", PaperText.Gap("y").ToString())))])] }));

    [Fact]
    public void Grounds_and_recipients_end_as_the_decree_says()
    {
        var lines = Papers.Lines(PaperWriter.Write(Letter).Content);

        Assert.Contains("Căn cứ Kế hoạch số 01/KH-UBND;", lines);
        Assert.Contains("Căn cứ Hướng dẫn số 16/HD-HĐTĐKT.", lines);
        Assert.Contains("- Như trên;", lines);
        Assert.Equal("- Lưu: VT.", lines.Last(line => line.StartsWith("- Lưu", StringComparison.Ordinal)));
        Assert.Contains("Phòng báo cáo như trên./.", lines);
    }

    [Theory]
    [InlineData(1, 3, "01")]
    [InlineData(3, 5, "5")]
    public void Days_below_ten_and_the_first_two_months_have_two_digits(int month, int day, string _)
    {
        var lines = Papers.Lines(PaperWriter.Write(Letter with { Head = Letter.Head with { Day = new(2026, month, day) } }).Content);

        Assert.Contains(month == 1 ? "Bắc Ninh, ngày 03 tháng 01 năm 2026" : "Bắc Ninh, ngày 05 tháng 3 năm 2026", lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(11)]
    [InlineData(95)]
    public void As_many_sign_as_there_are(int count)
    {
        var file = PaperWriter.Write(Letter with { Signatures = [.. Enumerable.Range(1, count).Select(number => new PaperSignature($"Giám đốc Sở {number}", PaperText.Gap($"họ tên {number}")) { Capacity = "TM. SỞ" })] });

        Papers.AssertValid(file.Content);
        Assert.Equal(count, Papers.Lines(file.Content).Count(line => line.StartsWith("GIÁM ĐỐC SỞ", StringComparison.Ordinal)));
        Assert.Equal(count, file.Gaps.Count);
    }

    [Fact]
    public void A_table_repeats_its_head_merges_cells_and_keeps_rows_whole()
    {
        var file = PaperWriter.Write(Letter with
        {
            Blocks =
            [
                new PaperGrid([new("Đơn vị", 3), new("Tự chấm", 1, PaperAlign.Right), new("Khối", 1, PaperAlign.Right)], [PaperRow.Of("Sở A", "1", "2"), PaperRow.Of(new PaperCell("Cộng", Columns: 2), "3").Strong()])
                {
                    Caption = "Bảng 1. Điểm",
                    Head = [PaperRow.Of(new PaperCell("Đơn vị", Rows: 2), new PaperCell("Điểm", Columns: 2)), PaperRow.Of("Tự chấm", "Khối")],
                    NumbersColumns = true,
                },
            ],
        }).Content;

        Papers.AssertValid(file);
        var rows = Papers.Read(file, body => body.Elements<Table>().ElementAt(1).Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>()
            .Select(row => (Head: row.Descendants<TableHeader>().Any(), Whole: row.Descendants<CantSplit>().Any(), Text: string.Join('|', row.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>().Select(cell => cell.InnerText))))
            .ToList());
        Assert.Equal(
            [(true, true, "Đơn vị|Điểm"), (true, true, "|Tự chấm|Khối"), (true, true, "(1)|(2)|(3)"), (false, true, "Sở A|1|2"), (false, true, "Cộng|3")],
            rows);
    }

    [Fact]
    public void A_table_whose_cells_do_not_fill_its_columns_is_not_written() => Assert.All(
        (PaperRow[][])
        [
            [PaperRow.Of("một")],
            [PaperRow.Of("một", "hai", "ba")],
            [PaperRow.Of(new PaperCell("một", Columns: 3))],
            [PaperRow.Of(new PaperCell("một", Rows: 2), "hai")],
            [PaperRow.Of("một", new PaperCell("hai", Rows: 2)), PaperRow.Of(new PaperCell("ba", Columns: 2))],
        ],
        rows => Assert.Throws<ArgumentException>(() => PaperWriter.Write(Letter with { Blocks = [new PaperGrid([new("A", 1), new("B", 1)], rows)] })));

    [Fact]
    public void Texts_that_would_break_a_file_are_made_harmless()
    {
        var file = PaperWriter.Write(Letter with
        {
            Head = Letter.Head with { Subject = "a\u202Eb\u0000c\u200F" },
            Blocks = [new PaperParagraph("|x\u0001\u000By\uD83Dz\uFFFE\uFFFF\u2067|\uD83D\uDE00 <w:p> & \u2028dòng\r\nSo\u031Bm\tsáng")],
        }).Content;

        Papers.AssertValid(file);
        var lines = Papers.Lines(file);
        Assert.Contains("abc", lines);
        Assert.Contains("|xyz|\uD83D\uDE00 <w:p> & ", lines);
        Assert.Contains("dòng", lines);
        Assert.Contains("Sơmsáng./.", lines);
    }

    [Fact]
    public void A_hundred_thousand_letters_fit_anywhere()
    {
        var much = new string('đ', 100_000);

        var file = PaperWriter.Write(new Paper(new(much, much, much) { BodyAbove = much, Number = much, Place = much, To = [much, much] }, [new PaperHeading(1, much), new PaperList([much]), new PaperGrid([new(much, 1)], [PaperRow.Of(much)])])
        {
            Grounds = [much],
            Signatures = [new(much, much)],
            Recipients = [much],
        }).Content;

        Papers.AssertValid(file);
        Assert.Equal(100_000, Papers.Read(file, body => body.Elements<Table>().ElementAt(1).Descendants<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Last().InnerText.Length));
    }

    [Fact]
    public void A_picture_stands_with_its_caption_and_what_is_none_is_a_gap()
    {
        var written = PaperWriter.Write(Letter with { Blocks = [new PaperPicture(Dot, "Hội nghị"), new PaperPicture([1, 2, 3], "Ký kết"), new PaperPicture(Dot, "Trao cờ")] });

        Papers.AssertValid(written.Content);
        Assert.Equal(["ảnh “Ký kết”"], written.Gaps);
        Assert.Equal(
            [("Hội nghị", 9525L), ("Trao cờ", 9525L)],
            Papers.Read(written.Content, body => body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Inline>().Select(one => (one.DocProperties!.Description!.Value!, one.Extent!.Cx!.Value)).ToList()));
    }

    [Fact]
    public void An_official_letter_has_its_subject_under_its_number()
    {
        var lines = Papers.Lines(PaperWriter.Write(Letter with { Head = Letter.Head with { Kind = null, To = ["Sở Nội vụ", "Hội đồng"] } }).Content);

        Assert.Equal("V/v tự chấm điểm thi đua năm 2025", lines.SkipWhile(line => line != "Số: 403/BC-PTNMT").ElementAt(1));
        Assert.Equal(["Kính gửi:", "- Sở Nội vụ;", "- Hội đồng."], lines.SkipWhile(line => line != "Kính gửi:").Take(3));
    }

    public static TheoryData<string> Samples() => [.. SamplePapers.All.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_paper_of_the_program_is_sound(string name) => Papers.AssertValid(PaperWriter.Write(SamplePapers.All[name]).Content);

    internal static readonly PaperAnnex Annex = new(
        "Bảng chấm điểm",
        [new PaperGrid([new("TT", 1, PaperAlign.Centre), new("Tiêu chí", 8), new("Điểm", 2, PaperAlign.Right)], [PaperRow.Of("1", "Thực hiện nhiệm vụ", "9,5")])])
    {
        IsLying = true,
    };

    internal static readonly Paper Letter = new(
        new("Phòng Tài nguyên và Môi trường", "Báo cáo", "tự chấm điểm thi đua năm 2025") { BodyAbove = "UBND huyện A", Number = "403/BC-PTNMT", Place = "Bắc Ninh", Day = new(2026, 2, 5) },
        [new PaperHeading(1, "I. KẾT QUẢ"), new PaperList(["một", "hai"], PaperMark.Letter), new PaperParagraph("Phòng báo cáo như trên.")])
    {
        Grounds = ["Căn cứ Kế hoạch số 01/KH-UBND;", "Căn cứ Hướng dẫn số 16/HD-HĐTĐKT,"],
        Signatures = [new("Trưởng phòng", "Ông A")],
        Recipients = ["Như trên", "Lưu: VT."],
    };
}
