using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>
/// The minutes of the count of a ballot (biên bản kiểm phiếu), from what was counted; what was not recorded is a gap. Of a secret one they say how many voted and never who; where counts are not told, none.
/// </summary>
/// <param name="BlocName">What people call the bloc.</param>
/// <param name="Record">The ballot, counted.</param>
/// <param name="Result">What it came to.</param>
/// <param name="Names">What people call units.</param>
internal sealed record BallotPaper(string BlocName, BallotRecord Record, BallotResult Result, UnitNames Names)
{
    private Ballot Ballot => Record.Ballot;

    private BallotTerms Terms => Record.Ballot.Terms;

    private bool TellsCounts => Terms.Counts == CountsShown.All;

    public Paper Count() => new(
        new(BlocName, "Biên bản", $"Kiểm phiếu: {Ballot.Title}") { BodyAbove = PaperHead.UnknownBody, Number = null, Day = Ballot.Closed },
        [
            new PaperParagraph($"Thời gian kiểm phiếu: {PaperText.Gap("giờ kiểm phiếu")}, ngày {Ballot.Closed.OrGap("ngày kiểm phiếu")}."),
            new PaperParagraph($"Địa điểm: {PaperText.Gap("địa điểm kiểm phiếu")}."),
            new PaperHeading(1, "I. CUỘC BỎ PHIẾU"),
            new PaperParagraph($"1. Nội dung: {Ballot.Title}{(Terms.Round > 1 ? FormattableString.Invariant($" (lần {Terms.Round})") : "")}."),
            new PaperParagraph(Way()),
            new PaperParagraph($"3. Đơn vị trúng: {Needed()}.{(Ballot.Source is { } source ? $" Căn cứ: {source.Cited()}." : "")}"),
            new PaperParagraph(FormattableString.Invariant($"4. Mỗi phiếu chọn nhiều nhất {Terms.Marks} đơn vị; phiếu trắng được tính là {(Terms.BlankIsValid ? "hợp lệ" : "không hợp lệ")}; đơn vị không bỏ phiếu không được tính là đồng ý.")),
            new PaperHeading(1, "II. PHIẾU"),
            .. Papers().Select(line => new PaperParagraph(line)),
            .. Written(),
            new PaperHeading(1, "III. KẾT QUẢ"),
            Results(),
            .. Votes(),
            .. Conclusion().Select(line => new PaperParagraph(line)),
            new PaperParagraph($"Biên bản lập thành {PaperText.Gap("số bản")} bản."),
        ])
    {
        HasEndMark = false,
        Signatures =
        [
            new("Trưởng ban kiểm phiếu", PaperText.Gap("họ và tên trưởng ban kiểm phiếu")),
            new("Chủ trì", PaperText.Gap("họ và tên người chủ trì")),
        ],
    };

    private PaperText Way()
    {
        var secrecy = Terms.IsSecret ? "bỏ phiếu kín" : "bỏ phiếu công khai";
        return Ballot switch
        {
            { Paper: not null } => (PaperText)$"2. Hình thức: {secrecy}, bằng phiếu giấy, ngày {Ballot.Opened}.",
            { Keepers.Count: > 0 } => (PaperText)$"2. Hình thức: {secrecy} trên hệ thống, mở ngày {Ballot.Opened}. Hai người giữ khóa mở hòm phiếu: {string.Join("; ", Ballot.Keepers.Select(keeper => keeper.Unit is { } unit ? $"{keeper.Post}, {Names[unit]}" : keeper.Post))}.",
            _ => (PaperText)$"2. Hình thức: {secrecy} trên hệ thống, mở ngày {Ballot.Opened}.",
        };
    }

    private string Needed() => string.Create(
        CultureInfo.InvariantCulture,
        $"đạt {(Terms.Threshold.Above ? "trên" : "ít nhất")} {Terms.Threshold.Part}/{Terms.Threshold.Of} {Base()}{(Terms.Seats is { } seats ? $", nhiều nhất {seats} đơn vị, tính từ cao xuống" : "")}");

    private string Base() => Terms.Base switch
    {
        VoteBase.AllVoters => "tổng số đơn vị có quyền bỏ phiếu",
        VoteBase.Present => "số đơn vị có mặt, gồm cả ý kiến bằng văn bản",
        _ => "số phiếu hợp lệ",
    };

    private IEnumerable<PaperText> Papers()
    {
        var missing = Result.Voters - Result.Returned - Result.Written;
        yield return $"1. Đơn vị có quyền bỏ phiếu: {Result.Voters}{(Result.Present is { } present ? (PaperText)$"; có mặt: {present}" : Ballot.Paper is null ? "" : (PaperText)$"; có mặt: {PaperText.Gap("số đơn vị có mặt")}")}. Khách mời không bỏ phiếu.";
        yield return Ballot.Paper is { } paper
            ? (PaperText)$"2. Phiếu phát ra: {paper.Issued}; thu về: {paper.Returned}; không thu về: {paper.NotReturned}."
            : (PaperText)$"2. {(Terms.IsSecret ? "Phiếu trong hòm" : "Phiếu đã bỏ")}: {Result.Returned}; đơn vị không bỏ phiếu: {missing}.";
        yield return TellsCounts && Result is { Valid: { } valid, Invalid: { } invalid, Blank: { } blank }
            ? (PaperText)$"3. Hợp lệ: {valid}; không hợp lệ: {invalid}; phiếu trắng: {blank}."
            : "3. Theo quy định của cuộc bỏ phiếu, số phiếu không được công bố và không được lưu.";
    }

    /// <summary>Of absent units, which are known to be theirs and stand apart from the box.</summary>
    private IEnumerable<PaperBlock> Written() => Record.Opinions.Count == 0 ? [] :
    [
        new PaperParagraph($"4. Ý kiến bằng văn bản của đơn vị vắng mặt, tính riêng: {Result.Written}.") { KeepsWithNext = true },
        new PaperList([.. Record.Opinions.Values.OrderBy(one => one.Unit, StringComparer.Ordinal).Select(one => (PaperText)$"{Names[one.Unit]} ({one.Paper.Cited()}){(TellsCounts ? $": {Said(one.Vote)}" : "")}.")]),
    ];

    private PaperGrid Results() => TellsCounts
        ? new(
            [new("TT", 8, PaperAlign.Centre), new("Đơn vị", 46), new("Phiếu chọn", 16, PaperAlign.Centre), new("Văn bản chọn", 16, PaperAlign.Centre), new("Tỷ lệ", 30, PaperAlign.Centre), new("Kết quả", 24)],
            [.. Result.Choices.Select((one, index) => PaperRow.Of((PaperText)$"{index + 1}", Names[one.Unit], (PaperText)$"{one.Votes ?? 0}", (PaperText)$"{one.Written ?? 0}", Part(one.All ?? 0), Outcome(one.Outcome)))])
        : new(
            [new("TT", 8, PaperAlign.Centre), new("Đơn vị", 80), new("Kết quả", 40)],
            [.. Result.Choices.Select((one, index) => PaperRow.Of((PaperText)$"{index + 1}", Names[one.Unit], Outcome(one.Outcome)))]);

    /// <summary>Of an open ballot who voted for whom.</summary>
    private IEnumerable<PaperBlock> Votes() => Record.Votes.Count == 0 ? [] :
    [
        new PaperParagraph("Phiếu của từng đơn vị:") { KeepsWithNext = true },
        new PaperList([.. Terms.Voters.Where(Record.Votes.ContainsKey).Select(unit => (PaperText)$"{Names[unit]}: {Said(Record.Votes[unit])}.")]),
    ];

    private IEnumerable<PaperText> Conclusion()
    {
        if (Result.Settled is { } settled)
        {
            yield return $"Các đơn vị bằng phiếu ở vị trí cuối: ngày {settled.On} quyết định chọn {Listed(settled.Units)}; lý do: {settled.Reason.TrimEnd('.', ' ')}.";
        }

        if (Result.With(ChoiceOutcome.Tied).ToList() is { Count: > 0 } tied)
        {
            yield return $"Bằng phiếu ở vị trí cuối, chưa quyết định: {Listed(tied)}. {Terms.Tie switch
            {
                TieRule.ChairDecides => "Người chủ trì quyết định.",
                TieRule.AnotherBallot when Terms.Round < Terms.Rounds => "Bỏ phiếu lại.",
                _ => "Cơ quan thường trực quyết định.",
            }}";
        }

        yield return $"Kết luận: {(Result.With(ChoiceOutcome.Passed).ToList() is { Count: > 0 } passed ? $"trúng {Listed(passed)}" : "không đơn vị nào trúng")}.";
    }

    private string Said(Vote vote) => vote.IsBlank ? "phiếu trắng" : vote.Choices.Count == 0 ? "không chọn đơn vị nào" : $"chọn {Listed(vote.Choices)}";

    private string Listed(IReadOnlyList<string> units) => units.Count == 0 ? "không đơn vị nào" : string.Join("; ", units.Select(unit => Names[unit]));

    /// <summary>"9/11 (81,81 %)": cut, so that what is less never looks like as much.</summary>
    private string Part(int votes)
    {
        var of = Result.Of ?? 0;
        var percent = of == 0 ? 0 : decimal.Truncate(Fraction.PercentOf(votes, of).ToDecimal() * 100) / 100;
        return string.Create(CultureInfo.InvariantCulture, $"{votes}/{of} ({percent:0.##} %)").Replace('.', ',');
    }

    private static string Outcome(ChoiceOutcome outcome) => outcome switch
    {
        ChoiceOutcome.Passed => "Trúng",
        ChoiceOutcome.Tied => "Bằng phiếu",
        _ => "Không trúng",
    };
}
