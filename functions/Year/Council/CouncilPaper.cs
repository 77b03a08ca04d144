using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Council;

/// <summary>Papers of a session of the council, from what was written down. What was not is a gap.</summary>
internal static class CouncilPaper
{
    /// <summary>The minutes of the session.</summary>
    /// <param name="sight">The session.</param>
    /// <param name="remarks">What was said to disclosed proposals of the year.</param>
    public static Paper Minutes(SessionSight sight, IReadOnlyList<ProposalRemark> remarks)
    {
        var (record, content, quorum) = (sight.Record, sight.Record.Session.Content, sight.Quorum);
        var outcomes = record.Outcomes;
        return Paper(content, $"{content.Title}", [
            new PaperParagraph($"Thời gian bắt đầu: {content.From.OrGap("giờ bắt đầu")}, ngày {content.Day}."),
            new PaperParagraph($"Địa điểm: {content.Place.OrGap("địa điểm họp")}."),
            new PaperHeading(1, "I. THÀNH PHẦN"),
            new PaperParagraph($"1. Thành viên Hội đồng dự họp: {(content.IsAttendanceKnown ? (PaperText)$"{quorum.Present}/{quorum.Members}" : PaperText.Gap("số thành viên dự họp"))}, cần ít nhất {quorum.Needed} ({quorum.Share.Part}/{quorum.Share.Of}{(quorum.Source is { } source ? $"; {source}" : "")})."),
            .. People("Có mặt:", content.Members.Where(member => member.Attendance == CouncilAttendance.Present)),
            .. People("Người dự thay:", content.Members.Where(member => member.Attendance == CouncilAttendance.Substitute)),
            .. People("Vắng mặt:", content.Members.Where(member => member.Attendance == CouncilAttendance.Absent)),
            .. People("Chưa ghi có dự họp hay không:", content.Members.Where(member => member.Attendance is null)),
            new PaperParagraph(content.Guests.Count == 0 ? "2. Khách mời: không có ai được ghi." : "2. Khách mời (không biểu quyết):"),
            .. content.Guests.Count == 0 ? [] : (PaperBlock[])[new PaperList([.. content.Guests.Select(guest => (PaperText)guest.Post)])],
            new PaperHeading(1, "II. KẾT QUẢ BIỂU QUYẾT, BỎ PHIẾU"),
            Counts(sight, isWithOutcome: true),
            .. Said(sight, remarks),
            new PaperHeading(1, "III. KẾT LUẬN"),
            new PaperParagraph($"Tổng số đề nghị: {content.Proposals.Count}; thông qua: {outcomes.Count(one => one.Outcome == OutcomeKind.Passed)}; không thông qua: {outcomes.Count(one => one.Outcome == OutcomeKind.NotPassed)}; để lại: {outcomes.Count(one => one.Outcome == OutcomeKind.Postponed)}."),
            .. Reasons(sight),
            new PaperParagraph($"Phiên họp kết thúc vào {content.To.OrGap("giờ kết thúc")}, ngày {content.Day}."),
        ]);
    }

    /// <summary>The count of the votes, with the papers of each ballot.</summary>
    public static Paper Count(SessionSight sight)
    {
        var (record, content) = (sight.Record, sight.Record.Session.Content);
        return Paper(content, $"Kiểm phiếu tại {content.Title}", [
            new PaperParagraph($"Thời gian: {content.From.OrGap("giờ bắt đầu")}, ngày {content.Day}. Địa điểm: {content.Place.OrGap("địa điểm họp")}."),
            new PaperParagraph($"Thành viên Hội đồng: {content.Members.Count}; dự họp: {(content.IsAttendanceKnown ? (PaperText)$"{content.Present}" : PaperText.Gap("số thành viên dự họp"))}. Khách mời không biểu quyết, không bỏ phiếu."),
            new PaperHeading(1, "I. PHIẾU"),
            .. record.Votes.Count == 0 ? [new PaperParagraph(PaperText.Gap("kết quả kiểm phiếu"))] : record.Votes.Select(PaperBlock (vote) => new PaperParagraph(Papers(vote))),
            new PaperHeading(1, "II. KẾT QUẢ"),
            Counts(sight, isWithOutcome: false),
        ]);
    }

    private static Paper Paper(SessionContent content, string subject, IReadOnlyList<PaperBlock> blocks) => new(
        new(content.Council, "Biên bản", subject) { BodyAbove = PaperHead.UnknownBody, Number = null, Day = content.Day }, blocks)
    {
        HasEndMark = false,
        IsLying = false,
        Signatures =
        [
            new("Thư ký", PaperText.Gap("họ và tên thư ký")) { Note = PostOf(content, CouncilOffice.Secretary) },
            new("Chủ tọa", PaperText.Gap("họ và tên chủ tọa")) { Note = PostOf(content, CouncilOffice.Chair) },
        ],
    };

    private static PaperText? PostOf(SessionContent content, CouncilOffice office) =>
        content.Members.FirstOrDefault(member => member.Office == office && member.IsThere) is { } member ? (PaperText)$"({member.Post})" : null;

    private static IEnumerable<PaperBlock> People(string heading, IEnumerable<CouncilMember> members)
    {
        var all = members.ToList();
        return all.Count == 0 ? [] : [new PaperParagraph(heading) { KeepsWithNext = true }, new PaperList([.. all.Select(member => (PaperText)$"{Office(member.Office)}{member.Post}")])];
    }

    private static string Office(CouncilOffice office) => office switch
    {
        CouncilOffice.Chair => "Chủ tịch Hội đồng: ",
        CouncilOffice.StandingViceChair => "Phó Chủ tịch thường trực Hội đồng: ",
        CouncilOffice.ViceChair => "Phó Chủ tịch Hội đồng: ",
        CouncilOffice.Secretary => "Thư ký Hội đồng: ",
        _ => "",
    };

    private static PaperText Papers(CouncilVote vote) => vote.Content.Ballots is { } papers
        ? (PaperText)$"Lượt {vote.Content.Round}, bỏ phiếu ({vote.Content.Results.Count} đề nghị): phát ra {papers.Issued}; thu về {papers.Returned}; không thu về {papers.NotReturned}; hợp lệ {papers.Valid}; không hợp lệ {papers.Invalid}."
        : (PaperText)$"Lượt {vote.Content.Round}, biểu quyết giơ tay ({vote.Content.Results.Count} đề nghị).";

    /// <summary>In the order of the proposals; who is absent and wrote stands in columns of its own.</summary>
    private static PaperGrid Counts(SessionSight sight, bool isWithOutcome)
    {
        List<PaperColumn> columns =
        [
            new("TT", 8, PaperAlign.Centre), new("Đơn vị, danh hiệu đề nghị", 44), new("Đồng ý", 12, PaperAlign.Centre), new("Không đồng ý", 14, PaperAlign.Centre), new("Ý kiến khác", 12, PaperAlign.Centre),
            new("Văn bản (đồng ý/ không/ khác)", 20, PaperAlign.Centre), new("Tỷ lệ", 20, PaperAlign.Centre),
        ];
        if (isWithOutcome)
        {
            columns.Add(new("Kết luận", 18));
        }

        return new(columns, [.. sight.Record.Session.Content.Proposals.OrderBy(one => one.Number).Select(one => Row(sight, one, isWithOutcome))]) { Size = 12 };
    }

    private static PaperRow Row(SessionSight sight, Proposal one, bool isWithOutcome)
    {
        var what = (PaperText)$"{sight.Names[one.Unit]}: {sight.Rules.Find(one.Award)?.Title ?? one.Award}";
        var number = FormattableString.Invariant($"{one.Number}");
        List<PaperText> cells = sight.Record.LastOf(one.Number) is var (_, vote) && sight.Record.CountOf(one.Number, sight.Rules) is { } count
            ?
            [
                number, what, (PaperText)$"{vote.For}", (PaperText)$"{vote.Against}", (PaperText)$"{vote.Other}",
                (PaperText)$"{vote.WrittenAs(WrittenView.For)}/{vote.WrittenAs(WrittenView.Against)}/{vote.WrittenAs(WrittenView.Other)}",
                count.All is { } all ? count.Told(all) : PaperText.Gap($"cơ sở tính tỷ lệ của đề nghị {number}"),
            ]
            : [number, what, PaperText.Gap($"kết quả bỏ phiếu đề nghị {number}", "kết quả bỏ phiếu"), "", "", "", ""];
        if (isWithOutcome)
        {
            cells.Add(sight.Record.OutcomeOf(one.Number)?.Outcome switch
            {
                OutcomeKind.Passed => "Thông qua",
                OutcomeKind.NotPassed => "Không thông qua",
                OutcomeKind.Postponed => "Để lại",
                _ => PaperText.Gap($"kết luận về đề nghị {number}", "kết luận"),
            });
        }

        return PaperRow.Of(cells);
    }

    /// <summary>How what was said to its proposals was dealt with (152/2025/NĐ-CP, article 44, paragraph 2); what was said stands in the letters.</summary>
    private static IEnumerable<PaperBlock> Said(SessionSight sight, IReadOnlyList<ProposalRemark> remarks)
    {
        List<PaperText> lines =
        [
            .. from one in sight.Record.Session.Content.Proposals.OrderBy(one => one.Number)
               from remark in remarks
               where (remark.Award, remark.Unit) == (one.Award, one.Unit)
               let handled = remark.Outcome is { } outcome ? (PaperText)$"{outcome}. {remark.Answer.OrGap("trả lời góp ý")}" : PaperText.Gap($"xử lý góp ý về đề nghị {one.Number}", "xử lý góp ý")
               select ((PaperText)$"Đề nghị số {one.Number}, {sight.Names[one.Unit]}: góp ý của {(remark.From is { } from ? sight.Names[from] : remark.Sender)} nhận ngày {remark.Received}: {handled}").Stopped(),
        ];
        return lines.Count == 0 ? [] : [new PaperParagraph("Xử lý góp ý trong thời gian công khai:") { KeepsWithNext = true }, new PaperList(lines)];
    }

    private static IEnumerable<PaperBlock> Reasons(SessionSight sight)
    {
        var told = sight.Record.Outcomes.Where(one => one.Reason is not null).ToList();
        return told.Count == 0 ? [] :
        [
            new PaperParagraph("Lý do:") { KeepsWithNext = true },
            new PaperList([.. told.Select(one => ((PaperText)$"Đề nghị số {one.Proposal}, {sight.Names[sight.Record.Session.Find(one.Proposal)!.Unit]}: {one.Reason!}").Stopped())]),
        ];
    }
}
