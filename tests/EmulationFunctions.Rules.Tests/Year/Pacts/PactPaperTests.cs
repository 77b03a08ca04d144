using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Year.Pacts;
using static EmulationFunctions.Rules.Tests.Year.Pacts.PactSamples;

namespace EmulationFunctions.Rules.Tests.Year.Pacts;

/// <summary>The pact of eleven units as it is signed, and a registration; what nobody recorded is a gap.</summary>
public sealed class PactPaperTests : ISamplePapers
{
    private static readonly string[] Names =
    [
        "Sở Tài nguyên và Môi trường", "Sở Công thương", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Giao thông vận tải", "Sở Thông tin và Truyền thông", "Sở Xây dựng",
        "Ban quản lý các KCN tỉnh", "Liên minh HTX tỉnh", "Cục dự trữ nhà nước Khu vực Hà Bắc", "Quỹ đầu tư phát triển tỉnh Bắc Ninh", "Quỹ phát triển đất tỉnh Bắc Ninh",
    ];

    private static readonly PactText BacNinh = new(
        "Giao ước thi đua năm 2017",
        [
            new("Chỉ thị", "34-CT/TW", new(2014, 4, 7), null, "tiếp tục đổi mới công tác thi đua, khen thưởng"),
            new("Chỉ thị", "05-CT/TW", new(2016, 5, 15), "Bộ Chính trị", "đẩy mạnh việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"),
            new("Nghị quyết Trung ương", "4 (khoá XII)"),
        ],
        "Các đơn vị thành viên trong Khối cùng nhau ký kết giao ước thi đua với các nội dung và chỉ tiêu sau:",
        [
            new("tích cực đoàn kết; chủ động tham mưu kịp thời cho Tỉnh ủy, HĐND, UBND tỉnh các chủ trương, cơ chế, chính sách.", "Nhiệm vụ chuyên môn"),
            new("thực hiện hiệu quả phong trào “Bắc Ninh chung sức xây dựng nông thôn mới”.", "Phong trào thi đua"),
            new("Đẩy mạnh việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh."),
        ],
        [
            new("dang", TargetKind.Title, "Các chi, Đảng bộ trong Khối đạt danh hiệu") { Titles = ["Trong sạch vững mạnh", "Trong sạch vững mạnh tiêu biểu"] },
            new("hoan-thanh", TargetKind.Percentage, "cán bộ đảng viên, công chức, viên chức được đánh giá hoàn thành và hoàn thành tốt nhiệm vụ trở lên", Percent: Percent.Hundred),
            new("cong-so", TargetKind.Title, "Cơ quan đạt danh hiệu") { Titles = ["Công sở văn hóa"] },
            new("cham", TargetKind.Percentage, "hồ sơ giải quyết chậm", Percent: Percent.FromDecimal(0.5m), IsAtMost: true),
            new("sang-kien", TargetKind.Number, "Sáng kiến được công nhận", Number: 1250.5m, Unit: "sáng kiến"),
            new("xuat-sac", TargetKind.Percentage, "hoàn thành xuất sắc nhiệm vụ", Percent: Percent.FromDecimal(15), Within: "hoan-thanh"),
        ],
        null);

    private static readonly Registration Registered = new(
        "don-vi-05",
        [new("Cờ thi đua của UBND tỉnh"), new("Tập thể lao động xuất sắc", 4), new("Chiến sĩ thi đua cơ sở", 12, "15 % số cá nhân lao động tiên tiến")],
        [Share("hoan-thanh", 100), Share("xuat-sac", 15, "hoan-thanh"), new("cong-so", TargetKind.Title, "Danh hiệu của cơ quan") { Titles = ["Công sở văn hóa"] }],
        new("Bản đăng ký", "12/ĐK-STTTT", new(2017, 2, 10)),
        DateTimeOffset.UnixEpoch);

    public static IReadOnlyDictionary<string, Paper> Papers { get; } = new Dictionary<string, Paper>
    {
        ["pact"] = Compose(unit => unit switch
        {
            "don-vi-03" => null,
            "don-vi-02" => Signed(unit) with { Day = new(2017, 3, 7), Signer = new("Ông A", "Giám đốc", "") },
            "don-vi-07" => Signed(unit) with { Way = SignatureWay.Paper, Day = null, DaySaid = "tháng 3 năm 2017" },
            _ => Signed(unit) with { Way = SignatureWay.Paper, Day = new(2017, 3, 7), Signer = new(null, "Giám đốc", "") },
        }),
        ["registration"] = new RegistrationPaper(Registered, 2017, "Sở Thông tin và Truyền thông", "Khối thi đua Kinh tế - Kỹ thuật").Compose(),
    };

    [Fact]
    public void A_pact_has_a_block_for_each_member_the_head_first_and_says_who_signed_how()
    {
        var paper = Compose(unit => unit == "don-vi-03" ? null : Signed(unit) with { Way = SignatureWay.Paper, Day = new(2017, 3, 7), Signer = new(null, "Giám đốc", "") });
        var written = PaperWriter.Write(paper);

        Platform.Documents.Papers.AssertValid(written.Content);
        Assert.Equal(11, paper.Signatures.Count);
        Assert.Equal(["Sở Tài nguyên và Môi trường", "Sở Công thương"], paper.Signatures.Take(2).Select(one => one.Capacity!.Plain)); // then the deputy
        Assert.Equal(Names.Skip(2).Order(VietnameseNames.Order), paper.Signatures.Skip(2).Select(one => one.Capacity!.Plain));
        Assert.Equal(10, paper.Signatures.Count(one => one.Note?.Plain == "(Đã ký trên bản giấy ngày 07/03/2017)"));
        Assert.Contains("chức vụ người ký của Sở Nông nghiệp và Phát triển nông thôn", written.Gaps);
        Assert.Equal(new DateOnly(2017, 3, 7), paper.Head.Day);
    }

    [Fact]
    public void The_text_says_what_was_promised_and_a_share_of_a_share_below_it()
    {
        var lines = Platform.Documents.Papers.Lines(PaperWriter.Write(Papers["pact"]).Content);

        Assert.Contains("GIAO ƯỚC THI ĐUA", lines);
        Assert.Contains("Năm 2017", lines);
        Assert.Contains("Căn cứ Chỉ thị 34-CT/TW ngày 07/04/2014 về tiếp tục đổi mới công tác thi đua, khen thưởng;", lines);
        Assert.Contains("Căn cứ Nghị quyết Trung ương 4 (khoá XII).", lines);
        Assert.Equal(
            [
                "- Các chi, Đảng bộ trong Khối đạt danh hiệu: “Trong sạch vững mạnh” hoặc “Trong sạch vững mạnh tiêu biểu”",
                "- 100 % cán bộ đảng viên, công chức, viên chức được đánh giá hoàn thành và hoàn thành tốt nhiệm vụ trở lên",
                "+ trong đó 15 % hoàn thành xuất sắc nhiệm vụ",
                "- Cơ quan đạt danh hiệu: “Công sở văn hóa”",
                "- không quá 0,5 % hồ sơ giải quyết chậm",
                "- Sáng kiến được công nhận: 1.250,5 sáng kiến./.",
            ],
            lines.SkipWhile(line => line != "II. CHỈ TIÊU PHẤN ĐẤU").Skip(1).TakeWhile(line => line[0] is '-' or '+'));
        Assert.Contains("(Đã ký trên bản giấy, tháng 3 năm 2017)", lines);
        Assert.Contains("(Đã ký bằng tài khoản của đơn vị ngày 07/03/2017)", lines);
        Assert.Contains("Ông A", lines);
    }

    [Fact]
    public void A_pact_that_says_nothing_yet_is_one_gap_and_has_no_day()
    {
        var paper = new PactPaper(new([Pact(new("Giao ước", [], null, [], [], null))], []), Terms(["so-a"]), ["so-a"]).Compose();

        Assert.Contains("nội dung giao ước", PaperWriter.Write(paper).Gaps);
        Assert.Null(paper.Head.Day);
    }

    [Fact]
    public void Ninety_five_members_sign_one_pact()
    {
        string[] members = [.. Enumerable.Range(1, 95).Select(number => $"xa-{number:D2}")];
        var paper = new PactPaper(new([Pact(BacNinh)], [.. members.Select(unit => Signed(unit))]), Terms(members), members).Compose();

        var written = PaperWriter.Write(paper);

        Platform.Documents.Papers.AssertValid(written.Content);
        Assert.Equal(95, Platform.Documents.Papers.Lines(written.Content).Count(line => line.StartsWith("(Đã ký bằng tài khoản", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_registration_is_two_tables_and_its_number_is_the_unit_s_own()
    {
        var written = PaperWriter.Write(Papers["registration"]);
        var lines = Platform.Documents.Papers.Lines(written.Content);

        Platform.Documents.Papers.AssertValid(written.Content);
        Assert.Contains("Số: 12/ĐK-STTTT", lines);
        Assert.Contains("Chiến sĩ thi đua cơ sở", lines);
        Assert.Contains("hoàn thành nhiệm vụ (trong số hoàn thành nhiệm vụ)", lines);
        Assert.Contains("“Công sở văn hóa”", lines);
    }

    private static Paper Compose(Func<string, Signature?> signed)
    {
        string[] units = [.. Names.Select((_, index) => $"don-vi-{index + 1:D2}")];
        var terms = Terms(units) with
        {
            Leaders = new Leaders("don-vi-01", "don-vi-02"),
            Bloc = new Bloc("khoi-1", "Khối thi đua các sở, ban, ngành tham mưu và quản lý Nhà nước về kinh tế, kỹ thuật", BlocKind.Bloc, BlocLevel.Province, 11, 0),
            Names = new UnitNames(units.Zip(Names).ToDictionary(one => one.First, one => new Unit(one.First, one.Second, UnitKind.Department, [], false, [], false, 0))),
        };
        return new PactPaper(new([Pact(BacNinh)], [.. units.Select(signed).OfType<Signature>()]), terms, units).Compose();
    }
}
