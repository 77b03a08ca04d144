using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>Why a unit has no place, as it is told.</summary>
public sealed class WhyNotTests
{
    private static readonly DateTimeOffset At = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Scheme Scheme = new("mau", 2, A);

    private static readonly SheetHead Submitted = new(SheetState.Submitted, "mau", 2, "hash", At);

    [Fact]
    public void A_submitted_sheet_counts_also_when_it_is_locked()
    {
        Assert.Null(CountedScores.WhyNot("u", Submitted, Scheme, BlocRecord.Empty));
        Assert.Null(CountedScores.WhyNot("u", Submitted with { State = SheetState.Locked, LockedFrom = SheetState.Submitted }, Scheme, BlocRecord.Empty));
    }

    [Theory]
    [InlineData(null, "Chưa lập phiếu điểm.", "No score sheet was begun.")]
    [InlineData(nameof(SheetState.NotStarted), "Chưa lập phiếu điểm.", "No score sheet was begun.")]
    [InlineData(nameof(SheetState.Draft), "Chưa nộp phiếu điểm.", "The score sheet was not submitted.")]
    [InlineData(nameof(SheetState.Returned), "Phiếu điểm bị trả lại và chưa nộp lại.", "The score sheet was returned and not submitted again.")]
    [InlineData(
        nameof(SheetState.RevisionRequested),
        "Phiếu điểm được yêu cầu chỉnh sửa, hạn hết ngày 12/12/2026, và chưa nộp lại.",
        "A revision of the score sheet was asked for, due 2026-12-12, and it was not submitted again.")]
    public void A_sheet_that_is_not_handed_in_is_told_by_its_state_also_when_it_was_locked_so(string? state, string vietnamese, string english)
    {
        var head = state is null ? null : Submitted with { State = Enum.Parse<SheetState>(state), RevisionDue = new(2026, 12, 12) };

        Assert.Equal((vietnamese, english), Told(head, BlocRecord.Empty));
        if (head is not null)
        {
            Assert.Equal((vietnamese, english), Told(head with { State = SheetState.Locked, LockedFrom = head.State }, BlocRecord.Empty));
        }
    }

    [Theory]
    [InlineData("mau", 1)]
    [InlineData("khac", 2)]
    public void A_sheet_by_another_version_does_not_count(string scheme, int version) => Assert.Equal(
        ("Phiếu điểm đã nộp theo một phiên bản khác của bảng điểm.", "The score sheet was submitted by another version of the scheme."),
        Told(Submitted with { Scheme = scheme, SchemeVersion = version }, BlocRecord.Empty));

    [Fact]
    public void Where_peers_score_too_few_of_them_keep_a_unit_apart()
    {
        var scheme = Scheme with { Content = A with { CrossScoring = new(2, PeerAverage.Mean, Share(50), MinimumPeers: 2) } };
        CrossPair[] panel = [new("a", "u"), new("b", "u")];
        PeerScores[] given = [.. panel.Select(pair => new PeerScores("u", pair.Scorer, new Dictionary<string, EmulationFunctions.Common.Points>(), null, At, 1))];

        Assert.Equal(("Khối chưa phân công chấm chéo.", "Nobody was assigned yet to score as peers."), Told(Submitted, BlocRecord.Empty, scheme));
        Assert.Equal(("Mới có 1/2 đơn vị chấm chéo.", "Only 1 peer has scored it, of at least 2."), Told(Submitted, BlocRecord.Empty with { Panel = panel, Given = given[..1] }, scheme));
        Assert.Null(CountedScores.WhyNot("u", Submitted, scheme, BlocRecord.Empty with { Panel = panel, Given = given }));
    }

    [Fact]
    public void A_disqualified_unit_is_told_by_whom_and_why_whatever_its_sheet()
    {
        var record = BlocRecord.Empty with { Disqualified = [new("other", "x", "y", At), new("u", "Hồ sơ không trung thực", "Chủ tịch UBND tỉnh", At)] };

        Assert.Equal(
            ("Bị loại khỏi xếp hạng theo Chủ tịch UBND tỉnh: Hồ sơ không trung thực", "Disqualified by Chủ tịch UBND tỉnh: Hồ sơ không trung thực"),
            Told(null, record));
        Assert.Null(CountedScores.WhyNot("third", Submitted, Scheme, record));
    }

    private static (string Vi, string En) Told(SheetHead? head, BlocRecord record, Scheme? scheme = null)
    {
        var words = CountedScores.WhyNot("u", head, scheme ?? Scheme, record)!;
        return (words.Vi, words.En);
    }
}
