using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>A version of a bloc's regulation as the paper that is signed: its articles, and in an annex what it settles of votes, where it says so.</summary>
internal static class RegulationPaper
{
    /// <param name="bloc">What people call the bloc.</param>
    /// <param name="year">The year.</param>
    /// <param name="regulation">The version.</param>
    /// <param name="kind">A cluster has another head than a bloc.</param>
    public static Paper Compose(string bloc, int year, Regulation regulation, BlocKind kind = default)
    {
        var settled = Settled(regulation.Settings, kind).ToList();
        return new(
            new(bloc, "Quy chế", $"Tổ chức và hoạt động của {BlocWords.Short(kind)} thi đua năm {year}")
            {
                BodyAbove = PaperHead.UnknownBody,
                Number = regulation.PaperNumber.OrGap("số, ký hiệu"),
                Day = regulation.PaperDay,
            },
            [
                .. AdoptionWords.DraftMark(regulation.Adopted),
                .. regulation.Articles.Count == 0 ? [new PaperParagraph(PaperText.Gap("nội dung quy chế"))] : regulation.Articles.SelectMany(Article),
                .. AdoptionWords.Told("Quy chế", regulation.Adopted, year, kind),
            ])
        {
            Signatures = [AdoptionWords.SignedByHead(kind, "quy chế")],
            Recipients = AdoptionWords.Recipients,
            Annexes = settled.Count == 0
                ? []
                : [new("Quy định về biểu quyết", [new PaperGrid([new("STT", 8, PaperAlign.Centre), new("Nội dung", 46), new("Quy định", 60)], [.. settled.Select((one, index) => PaperRow.Of((PaperText)$"{index + 1}", one.What, one.Said))])])],
        };
    }

    private static IEnumerable<PaperBlock> Article(Article article, int index) =>
        [new PaperHeading(2, $"Điều {index + 1}. {article.Title}"), new PaperParagraph(article.Text)];

    /// <summary>What the regulation says; nothing stands where it is silent.</summary>
    private static IEnumerable<(string What, string Said)> Settled(RegulationSettings settings, BlocKind kind) => new (string What, string? Said)[]
    {
        ("Số đơn vị phải có mặt", Share(settings.Quorum, "tổng số đơn vị thành viên")),
        ("Đơn vị biểu quyết", settings.Voters switch
        {
            Voters.Members => "mỗi đơn vị thành viên một phiếu",
            Voters.MembersWithoutHead => $"mỗi đơn vị thành viên một phiếu, trừ {BlocWords.Head(kind)}",
            Voters.Leaders => $"{BlocWords.Head(kind)} và {BlocWords.Deputy(kind)}",
            _ => null,
        }),
        ("Tỷ lệ thông qua", Share(settings.Threshold, settings.Base switch
        {
            VoteBase.AllVoters => "tổng số đơn vị có quyền biểu quyết",
            VoteBase.Present => "số đơn vị tham gia biểu quyết",
            _ => "số phiếu hợp lệ",
        })),
        ("Đơn vị vắng mặt", settings.Absentees switch
        {
            AbsenteeVotes.None => "không biểu quyết",
            AbsenteeVotes.InWriting => "cho ý kiến bằng văn bản",
            AbsenteeVotes.Substitute => "ủy quyền cho người khác biểu quyết",
            _ => null,
        }),
        ("Khi số phiếu ngang nhau", settings.Tie switch
        {
            TieRule.Fails => "không được thông qua",
            TieRule.ChairDecides => "theo ý kiến của người chủ trì",
            TieRule.AnotherBallot => "bỏ phiếu lại",
            TieRule.OfficeDecides => "cơ quan thường trực quyết định",
            _ => null,
        }),
        ("Biểu quyết cho chính đơn vị mình", settings.OwnVote switch { true => "được", false => "không được", _ => null }),
        ("Hình thức", settings.Secrecy switch
        {
            Secrecy.Open => "công khai",
            Secrecy.Secret => "bỏ phiếu kín",
            Secrecy.MeetingChooses => "do hội nghị quyết định trước mỗi lần biểu quyết",
            _ => null,
        }),
        ("Số lần bỏ phiếu", settings.Ballots is { } ballots ? FormattableString.Invariant($"không quá {ballots} lần cho một nội dung") : null),
        ("Nội dung phải được lãnh đạo đơn vị duyệt trước khi gửi", settings.Approval switch
        {
            ApprovalOfAnswers.ReportParts => "phần báo cáo của đơn vị",
            ApprovalOfAnswers.ReportPartsAndSheets => "phần báo cáo và phiếu điểm của đơn vị",
            _ => null,
        }),
    }.Where(one => one.Said is not null).Select(one => (one.What, one.Said!));

    private static string? Share(Share? share, string of) => share is null ? null
        : FormattableString.Invariant($"{(share.Above ? "trên" : "ít nhất")} {(share.Of == 100 ? $"{share.Part}%" : $"{share.Part}/{share.Of}")} {of}");
}
