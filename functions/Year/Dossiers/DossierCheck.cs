using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Nominations;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>A place in a dossier with what is missing, or what should be looked at.</summary>
/// <param name="Path">The JSON path in what <c>GetDossier</c> answers.</param>
internal sealed record DossierRemark(string Path, Words Words);

/// <summary>Whether a dossier is whole by the outline under which it was opened. A gap stands in the way of sending it, a warning of nothing.</summary>
internal sealed record DossierCheck(IReadOnlyList<DossierRemark> Gaps, IReadOnlyList<DossierRemark> Warnings)
{
    /// <summary>How old what a report tells of may be when it is sent (152/2025/NĐ-CP, article 33, paragraph 9).</summary>
    public const int MostMonths = 6;

    /// <param name="dossier">The dossier.</param>
    /// <param name="outline">That under which it was opened.</param>
    /// <param name="opinions">What other bodies were asked, with their terms.</param>
    /// <param name="rules">The version of the award rules today.</param>
    /// <param name="nomination">How the unit's nomination for the award stands; null where there is none.</param>
    /// <param name="ballot">The bloc's ballot that says how the vote ended; null where there was none.</param>
    /// <param name="year">Of the bloc.</param>
    /// <param name="today">In Vietnam.</param>
    public static DossierCheck Of(
        Dossier dossier,
        DossierOutline outline,
        IReadOnlyList<(Opinion Opinion, OpinionTerm Term)> opinions,
        string rules,
        NominationStatus? nomination,
        BallotOutcome? ballot,
        int year,
        DateOnly today)
    {
        var (gaps, warnings) = (new List<DossierRemark>(), new List<DossierRemark>());
        OfNomination(nomination, gaps, warnings);
        OfLetter(dossier.Content.Letter, gaps);
        OfMinutes(dossier.Content.Minutes, ballot, gaps, warnings);
        OfReport(dossier, outline, today, gaps, warnings);
        foreach (var paper in outline.Papers.Where(paper => paper.IsNeeded && dossier.Content.Files.All(file => file.Paper != paper.Code)))
        {
            Add(gaps, "$.files", $"Chưa có: {paper.Title}.", $"Missing: {paper.Title}.");
        }

        OfOpinions(dossier.Opened, outline, opinions, gaps, warnings);
        if (rules != dossier.RulesVersion)
        {
            Add(
                warnings,
                "$.rulesVersion",
                $"Hồ sơ lập theo quy định phiên bản {dossier.RulesVersion} và giữ theo đó; hiện là {rules}.",
                $"It was opened under version {dossier.RulesVersion} of the rules and keeps it; now it is {rules}.");
        }

        for (var index = 0; index < outline.Deadlines.Count; index++)
        {
            var (deadline, last) = (outline.Deadlines[index], outline.Deadlines[index].In(year));
            if (last < (SentTo(dossier, deadline.At) ?? today))
            {
                Add(
                    warnings,
                    $"$.deadlines[{index}]",
                    $"Hạn nộp {VietnamTime.Local(last)} đã qua ({deadline.Source}).",
                    string.Create(CultureInfo.InvariantCulture, $"The deadline of {last:yyyy-MM-dd} was missed ({deadline.Source})."));
            }
        }

        return new(gaps, warnings);
    }

    public static DateOnly? SentTo(Dossier dossier, DossierStop stop) => stop == DossierStop.Office ? dossier.SentToOffice : dossier.SentToMinistry;

    /// <summary>A bloc may nominate on paper, so that none is here stands in the way of nothing.</summary>
    private static void OfNomination(NominationStatus? nomination, List<DossierRemark> gaps, List<DossierRemark> warnings)
    {
        switch (nomination)
        {
            case null:
                Add(warnings, "$.nomination", "Chưa ghi đề nghị bình xét danh hiệu này cho đơn vị.", "No nomination of the unit for this award is recorded.");
                break;
            case NominationStatus.Withdrawn:
                Add(gaps, "$.nomination", "Đề nghị bình xét đã rút.", "The nomination was withdrawn.");
                break;
            case NominationStatus.Suspended:
                Add(gaps, "$.nomination", "Đơn vị đang bị tạm dừng xét khen thưởng (khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP).", "The unit is suspended: no award and no proposal meanwhile (152/2025/NĐ-CP, article 4, paragraph 4).");
                break;
            default:
                break;
        }
    }

    private static void OfLetter(DossierLetter? letter, List<DossierRemark> gaps)
    {
        if (letter is null)
        {
            Add(gaps, "$.letter", "Chưa có tờ trình.", "There is no letter of proposal.");
            return;
        }

        Lacks(letter.Grounds.Count == 0, "$.letter.grounds", "Tờ trình chưa ghi căn cứ.", "The letter names no legal basis.");
        Lacks(letter.Appraisal is null, "$.letter.appraisal", "Tờ trình chưa ghi kết quả thẩm định.", "The letter does not say what the appraisal came to.");

        void Lacks(bool isMissing, string path, string vietnamese, string english)
        {
            if (isMissing)
            {
                Add(gaps, path, vietnamese, english);
            }
        }
    }

    private static void OfMinutes(DossierMinutes? minutes, BallotOutcome? ballot, List<DossierRemark> gaps, List<DossierRemark> warnings)
    {
        if (minutes is null)
        {
            Add(gaps, "$.minutes", "Chưa có biên bản họp bình xét.", "There are no minutes of the meeting that voted.");
            return;
        }

        if (minutes.Day is null)
        {
            Add(gaps, "$.minutes.day", "Chưa ghi ngày họp.", "The day of the meeting is not recorded.");
        }

        OfVote(minutes.Vote, ballot, gaps, warnings);
    }

    private static void OfVote(DossierVote? typed, BallotOutcome? ballot, List<DossierRemark> gaps, List<DossierRemark> warnings)
    {
        if (ballot is { Counted: null })
        {
            Add(gaps, "$.minutes.vote", $"Cuộc bỏ phiếu '{ballot.Ballot}' chưa kiểm phiếu.", $"The ballot '{ballot.Ballot}' is not counted.");
        }
        else if (VoteResult.Of(typed, ballot) is not { } vote)
        {
            Add(gaps, "$.minutes.vote", "Chưa ghi kết quả bỏ phiếu.", "The result of the vote is not recorded.");
        }
        else if (vote.IsPassed is null)
        {
            Add(
                gaps,
                "$.minutes.vote.isPassed",
                $"Cuộc bỏ phiếu '{ballot!.Ballot}' chưa phân định các đơn vị bằng phiếu.",
                $"Who passes of those with the same number in the ballot '{ballot.Ballot}' is not settled.");
        }
        else if (vote.IsPassed is false)
        {
            Add(warnings, "$.minutes.vote.isPassed", "Cuộc họp không bình chọn đề nghị này.", "The meeting did not pass the proposal.");
        }

        // Typed before there was the ballot, which alone is told.
        if (typed is not null && ballot is { Counted: not null } && VoteResult.Differing(typed, ballot).Count > 0)
        {
            Add(
                warnings,
                "$.minutes.vote",
                $"Kết quả đã ghi trong hồ sơ khác cuộc bỏ phiếu '{ballot.Ballot}'; hồ sơ lấy kết quả của cuộc bỏ phiếu.",
                $"What was written down in the dossier differs from the ballot '{ballot.Ballot}', whose result is told.");
        }
    }

    private static void OfReport(Dossier dossier, DossierOutline outline, DateOnly today, List<DossierRemark> gaps, List<DossierRemark> warnings)
    {
        if (dossier.Content.Report is not { } report)
        {
            Add(gaps, "$.report", "Chưa có báo cáo thành tích.", "There is no achievement report.");
            return;
        }

        for (var index = 0; index < outline.Sections.Count; index++)
        {
            if (report.TextOf(outline.Sections[index].Code) is null)
            {
                Add(gaps, $"$.report.sections[{index}].text", $"Báo cáo thành tích chưa có phần “{outline.Sections[index].Title}”.", $"The achievement report has no “{outline.Sections[index].Title}”.");
            }
        }

        if (report.CertifiedBy is null)
        {
            Add(gaps, "$.report.certifiedBy", "Báo cáo thành tích chưa được xác nhận.", "The achievement report is not certified.");
        }

        if (report.Until is not { } until)
        {
            Add(gaps, "$.report.until", "Chưa ghi thành tích tính đến ngày nào.", "Until which day it tells of is not recorded.");
        }
        else if (until.AddMonths(MostMonths) < (dossier.SentToOffice ?? today))
        {
            Add(
                warnings,
                "$.report.until",
                $"Thành tích tính đến {VietnamTime.Local(until)}, quá {MostMonths} tháng (khoản 9 Điều 33 Nghị định 152/2025/NĐ-CP).",
                string.Create(CultureInfo.InvariantCulture, $"It tells of achievements until {until:yyyy-MM-dd}, over {MostMonths} months ago (152/2025/NĐ-CP, article 33, paragraph 9)."));
        }
    }

    private static void OfOpinions(DateOnly opened, DossierOutline outline, IReadOnlyList<(Opinion Opinion, OpinionTerm Term)> opinions, List<DossierRemark> gaps, List<DossierRemark> warnings)
    {
        foreach (var body in outline.OpinionsFrom.Where(body => opinions.All(one => !VietnameseNames.Same(one.Opinion.Question.Body, body))))
        {
            Add(gaps, "$.opinions", $"Chưa xin ý kiến của {body}.", $"{body} was not asked.");
        }

        for (var index = 0; index < opinions.Count; index++)
        {
            var (one, path) = (opinions[index], $"$.opinions[{index}]");
            var (body, last) = (one.Opinion.Question.Body, one.Term.Last.Last);
            if (one.Opinion.Question.AskedOn < opened)
            {
                Add(
                    warnings,
                    $"{path}.askedOn",
                    $"{body} được xin ý kiến trước ngày lập hồ sơ ({VietnamTime.Local(opened)}); hãy kiểm tra ý kiến có về đúng đề nghị này.",
                    string.Create(CultureInfo.InvariantCulture, $"{body} was asked before the dossier was opened on {opened:yyyy-MM-dd}; look whether it is about this proposal."));
            }

            switch (one.Term.State)
            {
                case OpinionState.Waiting:
                    Add(gaps, $"{path}.answer", $"{body} chưa trả lời; hạn đến {VietnamTime.Local(last)}.", string.Create(CultureInfo.InvariantCulture, $"{body} has not answered; its term ends on {last:yyyy-MM-dd}."));
                    break;
                case OpinionState.Unanswered:
                    Add(
                        warnings,
                        $"{path}.answer",
                        $"{body} không trả lời trong hạn (đến {VietnamTime.Local(last)}); không trả lời không phải là đồng ý.",
                        string.Create(CultureInfo.InvariantCulture, $"{body} did not answer within its term (to {last:yyyy-MM-dd}); silence is no consent."));
                    break;
                case OpinionState.AnsweredLate:
                    Add(warnings, $"{path}.answer.on", $"{body} trả lời sau hạn {VietnamTime.Local(last)}.", string.Create(CultureInfo.InvariantCulture, $"{body} answered after {last:yyyy-MM-dd}."));
                    break;
                default:
                    break;
            }

            if (one.Opinion.Answer?.View is OpinionViewed.Disagrees)
            {
                Add(warnings, $"{path}.answer.view", $"{body} không đồng ý.", $"{body} disagrees.");
            }

            if (one.Term.Last.Caution() is { } caution)
            {
                warnings.Add(new($"{path}.due", caution));
            }
        }
    }

    private static void Add(List<DossierRemark> remarks, string path, string vietnamese, string english) => remarks.Add(new(path, new(vietnamese, english)));
}
