using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;

namespace EmulationFunctions.Rules.Tests.Province.Roster;

/// <summary>The record of a handover says what was recorded, and marks what was not.</summary>
public sealed class HandoverPaperTests
{
    [Fact]
    public void It_says_who_hands_what_over_to_whom()
    {
        var paper = HandoverPapersOf.Whole.Compose();
        var lines = Lines(paper);

        Assert.Equal("Bàn giao nhiệm vụ Khối trưởng và Cờ luân lưu năm 2020", paper.Head.Subject.Plain);
        Assert.Contains("1. Bên giao: Sở Tư pháp, Khối trưởng năm 2019.", lines);
        Assert.Contains("2. Bên nhận: Sở Ngoại vụ, Khối trưởng năm 2020.", lines);
        Assert.Contains("1. Nhiệm vụ: bên giao bàn giao, bên nhận tiếp nhận nhiệm vụ Khối trưởng của Khối Thi đua Tham mưu - Tổng hợp năm 2020, kể từ ngày 16/01/2020. Khối phó năm 2020: Sở Tài chính.", lines);
        Assert.Contains("2. Cờ luân lưu: Sở Tư pháp trao Cờ luân lưu của khối cho Sở Ngoại vụ.", lines);
        Assert.Equal(["Hồ sơ thi đua, khen thưởng năm 2019 của khối;", "Sổ theo dõi công tác thi đua, khen thưởng."], Assert.Single(paper.Blocks.OfType<PaperList>()).Items.Select(item => item.Plain));
        Assert.Equal(["Đại diện bên giao", "Đại diện bên nhận"], paper.Signatures.Select(one => one.Capacity!.Plain));
    }

    /// <summary>The third article: who received the flag, not from whom, and "vừa qua".</summary>
    [Fact]
    public void What_nobody_recorded_is_a_gap()
    {
        var paper = (HandoverPapersOf.Whole with
        {
            Handover = new("khoi", 2019, null, "Vừa qua", "tong-ket", null, "so-ngoai-vu", 1),
            Before = null,
            After = HandoverPapersOf.Whole.After! with { Deputy = null },
            Meeting = null,
        }).Compose();
        var lines = Lines(paper);

        Assert.Contains("Thời gian: […chưa ghi: ngày bàn giao…] (Vừa qua).", lines);
        Assert.Contains("2. Cờ luân lưu: […chưa ghi: đơn vị trao Cờ luân lưu…] trao Cờ luân lưu của khối cho Sở Ngoại vụ.", lines);
        Assert.Equal(
            ["Khối phó năm 2020", "chức vụ người ký bên giao", "chức vụ người ký bên nhận", "cơ quan chủ quản", "họ tên, chức vụ người đại diện bên giao", "họ tên, chức vụ người đại diện bên nhận", "họ và tên người ký bên giao", "họ và tên người ký bên nhận", "hồ sơ, tài liệu bàn giao", "ngày bàn giao", "số bản", "đơn vị bàn giao", "đơn vị trao Cờ luân lưu", "địa danh", "địa điểm bàn giao"],
            PaperWriter.Write(paper).Gaps.Where(gap => gap != "ngày, tháng, năm").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_flag_of_which_nothing_was_recorded_is_no_part_of_its_title_and_a_standing_unit_is_called_so()
    {
        var paper = (HandoverPapersOf.Whole with
        {
            Handover = HandoverPapersOf.Whole.Handover with { FlagFrom = null, FlagTo = null },
            After = new("khoi", 2020, null, null, "so-ngoai-vu", false, false, 1),
        }).Compose();

        Assert.Equal("Bàn giao nhiệm vụ Đơn vị thường trực năm 2020", paper.Head.Subject.Plain);
        Assert.Contains("việc trao Cờ luân lưu", PaperWriter.Write(paper).Gaps);
    }

    private static List<string> Lines(Paper paper) => [.. paper.Blocks.OfType<PaperParagraph>().Select(block => block.Text.Plain)];
}

/// <summary>The handover of the third article, with everything that can be recorded of one.</summary>
internal sealed class HandoverPapersOf : ISamplePapers
{
    public static HandoverPaper Whole => new(
        "Khối Thi đua Tham mưu - Tổng hợp",
        new("khoi", 2019, new(2020, 1, 16), null, "tong-ket", "so-tu-phap", "so-ngoai-vu", 1) { Items = ["Hồ sơ thi đua, khen thưởng năm 2019 của khối", "Sổ theo dõi công tác thi đua, khen thưởng"] },
        new("khoi", 2019, "so-tu-phap", "so-ngoai-vu", null, false, false, 1),
        new("khoi", 2020, "so-ngoai-vu", "so-tai-chinh", null, false, false, 1),
        new("Hội nghị tổng kết công tác thi đua năm 2019", new(2020, 1, 16), "Hội trường Sở Tư pháp"),
        new(new Dictionary<string, string> { ["so-tu-phap"] = "Sở Tư pháp", ["so-ngoai-vu"] = "Sở Ngoại vụ", ["so-tai-chinh"] = "Sở Tài chính" }
            .ToDictionary(one => one.Key, one => new Unit(one.Key, one.Value, default, [], false, [], false, 1))));

    public static IReadOnlyDictionary<string, Paper> Papers => new Dictionary<string, Paper>(StringComparer.Ordinal) { ["handover"] = Whole.Compose() };
}
