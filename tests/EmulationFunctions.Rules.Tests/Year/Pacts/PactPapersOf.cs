using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Rules.Tests.Platform.Documents;
using EmulationFunctions.Year.Pacts;
using static EmulationFunctions.Rules.Tests.Year.Pacts.PactSamples;

namespace EmulationFunctions.Rules.Tests.Year.Pacts;

/// <summary>A pact that ten of eleven units have signed, and a registration.</summary>
internal sealed class PactPapersOf : ISamplePapers
{
    public static readonly string[] Names =
    [
        "Sở Tài nguyên và Môi trường", "Sở Công thương", "Sở Nông nghiệp và Phát triển nông thôn", "Sở Giao thông vận tải", "Sở Thông tin và Truyền thông", "Sở Xây dựng",
        "Ban quản lý các KCN tỉnh", "Liên minh HTX tỉnh", "Cục dự trữ nhà nước Khu vực Hà Bắc", "Quỹ đầu tư phát triển tỉnh Bắc Ninh", "Quỹ phát triển đất tỉnh Bắc Ninh",
    ];

    public static readonly PactText BacNinh = new(
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

    public static Paper Compose(Func<string, Signature?> signed)
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
