using EmulationFunctions.Common;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Awards;

/// <summary>
/// The rules with which a province begins. What a text says that was read is marked so, with the text even where it is another province's or another body's; all else is a
/// configurable default. A province puts down its own: since Decree 152/2025, article 6(2), thresholds and dossiers of its flag and certificates are its to set.
/// </summary>
internal static class AwardTemplate
{
    public const string Version = "mau";

    public const string GovernmentFlag = "co-thi-dua-chinh-phu";
    public const string ProvinceFlag = "co-thi-dua-ubnd-tinh";
    public const string TypicalLocality = "xa-phuong-dac-khu-tieu-bieu";
    public const string ExcellentCollective = "tap-the-lao-dong-xuat-sac";
    public const string AdvancedCollective = "tap-the-lao-dong-tien-tien";
    public const string ProvinceCertificate = "bang-khen-chu-tich-ubnd-tinh";

    private const string Chair = "Chủ tịch Ủy ban nhân dân tỉnh";

    /// <summary>The class "Hoàn thành xuất sắc nhiệm vụ", by the code that schemes mostly give it.</summary>
    private const string Excellent = "HTXSNV";

    /// <summary>What is paid after it nobody knows yet (Decree 152/2025, article 60(1)).</summary>
    private static readonly DateOnly LastDayOfDecree = new(2027, 2, 28);

    /// <summary>The bodies whose lists its rules ask for, by the id that each list has.</summary>
    private static readonly IReadOnlyList<(string List, string Body)> OutsideBodies =
    [
        ("cong-an", "Công an"), ("noi-vu", "Nội vụ"), ("nong-nghiep-moi-truong", "Nông nghiệp và Môi trường"), ("thue-bao-hiem", "Thuế và Bảo hiểm xã hội"), ("thanh-tra", "Thanh tra"), ("y-te", "Y tế"),
    ];

    private static readonly Share EightyPercent = new(80, 100);
    private static readonly Share TwoThirds = new(2, 3);
    private static readonly Share MoreThanHalf = new(1, 2, Above: true);

    public static readonly StoredAwardRules Stored = new(
        new(Version, new(2025, 7, 1), [Government(), Province(), Locality(), Collective(), Advanced(), Certificate()], Money()), IsInUse: false, IsTemplate: true, Tag: 0);

    public static readonly AwardVersion Summary = new(Version, Stored.Rules.From, IsInUse: false, IsTemplate: true, Stored.Rules.Awards.Count);

    /// <summary>Which body sends a list that nobody has entered yet; null of a list that these rules do not name.</summary>
    public static string? BodyOf(string list) => OutsideBodies.FirstOrDefault(one => one.List == list).Body;

    private static Award Government() => new(
        GovernmentFlag, "Cờ thi đua của Chính phủ", AwardKind.Title, AwardLevel.State, AwardSubject.Unit, Decree("khoản 1 Điều 7"), "Thủ tướng Chính phủ", Worth: Worth(12.0m, "điểm đ khoản 2 Điều 50"))
    {
        Conditions =
        [
            new("dan-dau-khoi", "Dẫn đầu cụm, khối thi đua", AwardConditionKind.Place, Decree("khoản 1 Điều 7"), Place: 1),
            new("dat-chuan-co-cap-tinh", "Đạt tiêu chuẩn tặng Cờ thi đua cấp bộ, cấp tỉnh", AwardConditionKind.Stated, Decree("khoản 1 Điều 7")),
            NotListed(),
        ],
        Quotas =
        [
            new(QuotaScope.Province, Decree("khoản 1 Điều 7", "Không quá 20% tổng số tập thể dẫn đầu cụm, khối đạt tiêu chuẩn Cờ thi đua cấp bộ, cấp tỉnh"),
                Share: new(20, 100), Base: QuotaBase.LeadersAtStandard, Standard: ProvinceFlag),
            new(QuotaScope.Bloc, Default("Mỗi khối suy tôn không quá một đơn vị, như nhiều khối đã làm"), Most: 1),
        ],
        Votes =
        [
            ByBloc(),
            new(VotingBody.Council, EightyPercent, VoteBase.AllVoters,
                Decree("khoản 5 Điều 33", "Từ 80% trở lên tổng số thành viên Hội đồng; số dự họp và cách lấy ý kiến người vắng do quy chế của Hội đồng quy định"), EightyPercent, AbsenteeVotes.InWriting),
        ],
        TieBreaks = InOrder(),
    };

    private static Award Province() => new(
        ProvinceFlag, "Cờ thi đua của Ủy ban nhân dân tỉnh", AwardKind.Title, AwardLevel.Province, AwardSubject.Unit, Decree("điểm b khoản 2 Điều 6"), Chair,
        Blocs: BlocLevel.Province, Worth: Worth(8.0m, "điểm e khoản 2 Điều 50"))
    {
        Conditions =
        [
            new("dan-dau-khoi", "Dẫn đầu cụm, khối thi đua do tỉnh tổ chức", AwardConditionKind.Place, BacNinh("tiêu chuẩn Cờ thi đua của UBND tỉnh"), Place: 1),
            Stated("vuot-chi-tieu", "Hoàn thành vượt mức các chỉ tiêu, nhiệm vụ được giao trong năm"),
            Stated("noi-bo-doan-ket", "Nội bộ đoàn kết"),
            Stated("tiet-kiem-chong-tham-nhung", "Tích cực thực hành tiết kiệm; phòng, chống tham nhũng, lãng phí, tiêu cực"),
            NotListed(),
        ],
        Quotas = [new(QuotaScope.Bloc, Default("Mỗi khối một cờ; văn bản chung không quy định số lượng"), Most: 1)],
        Votes =
        [
            ByBloc(),
            new(VotingBody.Council, EightyPercent, VoteBase.AllVoters,
                new(SourceReading.Read, AwardTexts.Decree98, "khoản 7 Điều 30", Until: new(2025, 12, 31), Note: "Chỉ dùng khi tỉnh chưa có quy định riêng, chậm nhất đến hết năm 2025"),
                TwoThirds, AbsenteeVotes.InWriting),
            new(VotingBody.Council, MoreThanHalf, VoteBase.AllVoters,
                BacNinh("quy chế Hội đồng", "Họp xét khen thưởng khi có ít nhất 80% thành viên; biểu quyết theo đa số; lấy ý kiến người vắng bằng văn bản", new(2026, 1, 1)),
                EightyPercent, AbsenteeVotes.InWriting),
        ],
        TieBreaks = InOrder(),
    };

    private static Award Locality() => new(
        TypicalLocality, "Xã, phường, đặc khu tiêu biểu", AwardKind.Title, AwardLevel.Province, AwardSubject.Unit, Decree("Điều 8"), Chair, Kinds: [UnitKind.Locality], Worth: Worth(2.0m, "điểm c khoản 2 Điều 50"))
    {
        Conditions =
        [
            new("dan-dau-cum", "Dẫn đầu phong trào thi đua cấp tỉnh", AwardConditionKind.Place, Decree("Điều 8"), Place: 1),
            NotListed(),
        ],
        Votes = [ByBloc(), ByCouncil()],
        TieBreaks = InOrder(),
    };

    private static Award Collective() => new(
        ExcellentCollective, "Tập thể lao động xuất sắc", AwardKind.Title, AwardLevel.Province, AwardSubject.Unit, Quoted(), Chair, Worth: Worth(1.5m, "điểm a khoản 2 Điều 50"))
    {
        Conditions =
        [
            new("hoan-thanh-xuat-sac", "Hoàn thành xuất sắc nhiệm vụ", AwardConditionKind.Class, Quoted(), Classes: [Excellent]),
            new("ty-le-lao-dong-tien-tien", "Có ít nhất 70% cá nhân đạt danh hiệu “Lao động tiên tiến”", AwardConditionKind.Share, Quoted(),
                Part: AwardFigure.AdvancedWorkers, Whole: AwardFigure.People, Share: new(70, 100)),
            new("co-chien-si-thi-dua", "Có cá nhân đạt danh hiệu “Chiến sĩ thi đua cơ sở”", AwardConditionKind.Count, Quoted(), Part: AwardFigure.BaseFighters, Count: 1),
            new("noi-bo-doan-ket", "Nội bộ đoàn kết", AwardConditionKind.Stated, Quoted()),
        ],
        Votes = [ByCouncil()],
        TieBreaks = InOrder(),
    };

    private static Award Advanced() => new(
        AdvancedCollective, "Tập thể lao động tiên tiến", AwardKind.Title, AwardLevel.Base, AwardSubject.Unit, Default("Điều kiện do tỉnh quy định"), Worth: Worth(0.8m, "điểm b khoản 2 Điều 50"));

    private static Award Certificate() => new(
        ProvinceCertificate, "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh", AwardKind.Form, AwardLevel.Province, AwardSubject.Unit, Decree("điểm b khoản 2 Điều 6"), Chair,
        Worth: Worth(3.0m, "điểm a khoản 2 Điều 54"))
    {
        Conditions =
        [
            new("hoan-thanh-xuat-sac", "Hoàn thành xuất sắc nhiệm vụ", AwardConditionKind.Class, Default("Tiêu chuẩn do tỉnh quy định"), Classes: [Excellent]),
            NotListed(),
        ],
        Votes = [ByBloc(), ByCouncil()],
        TieBreaks = InOrder(),
    };

    private static AwardMoney Money() => new(Decree("Điều 49, Điều 58") with { Until = LastDayOfDecree });

    private static AwardWorth Worth(decimal coefficient, string article) => new(coefficient, Decree(article) with { Until = LastDayOfDecree });

    private static AwardCondition NotListed() => new(
        "khong-bi-neu-ten", "Không bị cơ quan chuyên môn nêu tên là đơn vị có vi phạm", AwardConditionKind.NotListed,
        BacNinh("danh sách gửi trước ngày 10/12", string.Join(", ", OutsideBodies.Select(one => one.Body))),
        Lists: [.. OutsideBodies.Select(one => one.List)]);

    private static AwardCondition Stated(string code, string title) => new(code, title, AwardConditionKind.Stated, BacNinh("tiêu chuẩn Cờ thi đua của UBND tỉnh"));

    /// <summary>No text gives a threshold to a bloc's own ballot.</summary>
    private static AwardVote ByBloc() => new(
        VotingBody.Bloc, MoreThanHalf, VoteBase.Present,
        Default("Quy chế của khối quy định; tối đa hai lượt, sau đó khối trưởng và khối phó quyết định, như Thông tư 01/2024/TT-TANDTC, Điều 29"),
        TwoThirds, Ballots: 2, Decider: AwardDecider.BlocLeaders);

    private static AwardVote ByCouncil() => new(
        VotingBody.Council, MoreThanHalf, VoteBase.AllVoters,
        BacNinh("quy chế Hội đồng", "Họp xét khen thưởng khi có ít nhất 80% thành viên; biểu quyết theo đa số; lấy ý kiến người vắng bằng văn bản"), EightyPercent, AbsenteeVotes.InWriting);

    private static IReadOnlyList<AwardTieBreak> InOrder() =>
    [
        new(AwardTieBreakKind.Points, Default("Điểm cao hơn")),
        new(AwardTieBreakKind.ShareOfWomen, Decree("khoản 6 Điều 4")),
        new(AwardTieBreakKind.Ballot, Default("Bỏ phiếu, như Kế hoạch 157/KH-UBND ngày 18/11/2025 của Cần Thơ")),
        new(AwardTieBreakKind.CompetentPerson, Default("Người có thẩm quyền quyết định, như Quyết định 2579/QĐ-UBND ngày 21/11/2025 của Cần Thơ")),
    ];

    private static AwardSource Decree(string article, string? note = null) => new(SourceReading.Read, AwardTexts.Decree152, article, Note: note);

    /// <summary>Read, and of one province: another sets its own.</summary>
    private static AwardSource BacNinh(string article, string note = "Quy định của tỉnh Bắc Ninh; tỉnh khác thay bằng quy định của mình", DateOnly? from = null) =>
        new(SourceReading.Read, AwardTexts.BacNinh86, article, from, Note: note);

    private static AwardSource Quoted() => new(
        SourceReading.ConfigurableDefault, AwardTexts.Law2022, "Điều 27", Note: "Theo bản trích dẫn; từ ngày 01/10/2026 đối chiếu lại với Luật số 06/2026/QH16");

    private static AwardSource Default(string note) => new(SourceReading.ConfigurableDefault, Note: note);
}
