using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reports;

namespace EmulationFunctions.Rules.Tests.Year.Reports;

/// <summary>Parts are put together again and again, and nothing that a person has written is lost.</summary>
public sealed class ReportMergeTests
{
    private static readonly ReportRequest Request = new(
        "so-ket",
        ReportKind.HalfYear,
        "Báo cáo sơ kết",
        new(2026, 1, 1),
        new(2026, 6, 30),
        new(2026, 7, 10),
        null,
        [new("cchc", "Cải cách hành chính"), new("phong-trao", "Phong trào")],
        [new("da-giai-quyet", "Thủ tục đã giải quyết", "hồ sơ"), new("ty-le", "Tỷ lệ đúng hạn", "%", IsSummed: false), new("mo-hinh", "Mô hình mới")],
        null,
        false);

    [Fact]
    public void The_units_stand_in_Vietnamese_order_under_the_sections_and_their_numbers_are_added_up()
    {
        var (draft, outcome) = Merge(
            null,
            ("xay-dung", Part(answers: [new("da-giai-quyet", 4200, "gần 4.200"), new("ty-le", 98.5m), new("mo-hinh", null, "Một cửa số")], results: [new("Kết quả X", "phong-trao")], shortcomings: ["Hạn chế X"], tasks: ["Nhiệm vụ X"], proposals: ["Đề xuất X"])),
            ("dat-dai", Part(answers: [new("da-giai-quyet", 4200), new("ty-le", 100)], results: [new("Kết quả Đ", "cchc"), new("Kết quả chung Đ")])),
            ("an-ninh", Part(results: [new("Kết quả A", "cchc")])));

        Assert.Equal(
            ["Results Kết quả A", "Results Kết quả Đ", "Results Kết quả X", "Results Kết quả chung Đ", "Results Một cửa số", "Shortcomings Hạn chế X", "Tasks Nhiệm vụ X", "Proposals Đề xuất X"],
            Said(draft));
        Assert.Equal(Enumerable.Range(1, 8), outcome.Added);
        Assert.Equal(
            [new("da-giai-quyet", 8400, true, 2), new("ty-le", null, false, 2)], // shares are not added up
            draft.Statistics);
    }

    [Fact]
    public void Nobody_s_number_is_no_number_and_not_nought()
    {
        var (draft, _) = Merge(null, ("an-ninh", Part(results: [new("Kết quả")])));

        Assert.Equal(new ReportStatistic("da-giai-quyet", null, false, 0), draft.Statistics[0]);
    }

    [Fact]
    public void Doing_it_again_changes_nothing()
    {
        var part = ("an-ninh", Part(results: [new("Một"), new("Hai")], shortcomings: ["Ba"]));
        var (draft, _) = Merge(null, part);

        var (again, outcome) = Merge(draft, part);

        Assert.Equal(Said(draft), Said(again));
        Assert.Equal(draft.Items, again.Items.ToArray());
        Assert.Equal((0, 0, 0), (outcome.Added.Count, outcome.Removed, outcome.ToLookAt.Count));
    }

    [Fact]
    public void What_comes_later_is_put_where_it_belongs_while_nobody_has_edited()
    {
        var (draft, _) = Merge(null, ("xay-dung", Part(results: [new("Kết quả X", "cchc")])));

        var (again, outcome) = Merge(draft, ("xay-dung", Part(results: [new("Kết quả X", "cchc")])), ("an-ninh", Part(results: [new("Kết quả A", "cchc")])));

        Assert.Equal(["Results Kết quả A", "Results Kết quả X"], Said(again));
        Assert.Equal([2], outcome.Added);
        Assert.Equal([2, 1], again.Items.Select(item => item.Number));
    }

    [Fact]
    public void What_an_editor_changed_wrote_moved_or_dropped_outlives_another_merge()
    {
        (string, PartContent)[] parts = [("an-ninh", Part(results: [new("Một"), new("Hai"), new("Ba")])), ("xay-dung", Part(results: [new("Bốn")]))];
        var (draft, _) = Merge(null, parts);
        var edited = DraftRules.Apply(Request, draft, Body(Item("Bốn", 4), Item("Hai, viết gọn", 2), Item("Của người biên tập"), Item("Một", 1))); // "Ba" is dropped

        var (again, outcome) = Merge(edited, [.. parts, ("dat-dai", Part(results: [new("Năm")]))]);

        Assert.Equal(["Results Bốn", "Results Hai, viết gọn", "Results Của người biên tập", "Results Một", "Results Năm"], Said(again));
        Assert.Equal((1, 0, 0), (outcome.Added.Count, outcome.Removed, outcome.ToLookAt.Count));
    }

    [Fact]
    public void Where_a_unit_says_something_else_than_what_was_edited_both_texts_are_there_and_are_named()
    {
        var (draft, _) = Merge(null, ("an-ninh", Part(results: [new("Một"), new("Hai")])));
        var edited = DraftRules.Apply(Request, draft, Body(Item("Một, viết gọn", 1), Item("Hai", 2)));

        var (again, outcome) = Merge(edited, ("an-ninh", Part(results: [new("Một sửa lại"), new("Hai sửa lại")])));

        Assert.Equal(["Results Một, viết gọn", "Results Một sửa lại", "Results Hai sửa lại"], Said(again));
        Assert.Equal([1], outcome.ToLookAt); // what the editor left alone is simply what the unit says now
        Assert.Equal((2, 1), (outcome.Added.Count, outcome.Removed));
        Assert.True(again.Items[0].Source!.IsGone);
        Assert.False(Merge(again, ("an-ninh", Part(results: [new("Một")]))).Draft.Items[0].Source!.IsGone); // the unit says it again
    }

    [Fact]
    public void What_was_merged_of_a_part_that_is_being_rewritten_stays_until_it_comes_again()
    {
        var (draft, _) = Merge(null, ("an-ninh", Part(results: [new("Một")])), ("xay-dung", Part(results: [new("Hai")])));

        var (again, outcome) = Merge(draft, ("xay-dung", Part(results: [new("Hai")])));

        Assert.Equal(["Results Hai", "Results Một"], Said(again).Order());
        Assert.Equal((0, 0, 0), (outcome.Added.Count, outcome.Removed, outcome.ToLookAt.Count));
    }

    [Fact]
    public void A_number_that_an_editor_gave_stays_and_says_when_the_sum_has_moved()
    {
        var (draft, _) = Merge(null, ("an-ninh", Part(answers: [new("da-giai-quyet", 8391)])));
        var edited = DraftRules.Apply(Request, draft, new() { Statistics = [new("da-giai-quyet", 8400, "gần 8.400")] });

        var same = Merge(edited, ("an-ninh", Part(answers: [new("da-giai-quyet", 8391)]))).Draft.Statistics[0];
        var moved = Merge(edited, ("an-ninh", Part(answers: [new("da-giai-quyet", 9000)]))).Draft.Statistics[0];

        Assert.Equal((8400m, "gần 8.400", 8391m, false), (same.Number!.Value, same.Said, same.Sum!.Value, same.HasMoved));
        Assert.Equal((8400m, "gần 8.400", 9000m, true), (moved.Number!.Value, moved.Said, moved.Sum!.Value, moved.HasMoved));
    }

    [Fact]
    public void What_the_registers_hold_comes_after_the_units_and_follows_them_when_it_changes()
    {
        RegisterEntry[] before = [new("activities", null, "Tổng 5 triệu"), new("role-models/xay-dung/a", "xay-dung", "Điển hình X"), new("role-models/an-ninh/a", "an-ninh", "Điển hình A")];
        var (draft, _) = ReportMerge.Merge(Request, null, [("an-ninh", Part(results: [new("Một")]))], before, Name);

        var (again, outcome) = ReportMerge.Merge(Request, draft, [("an-ninh", Part(results: [new("Một")]))], [new("activities", null, "Tổng 7 triệu"), before[2]], Name);

        Assert.Equal(["Results Một", "Results Điển hình A", "Results Điển hình X", "Results Tổng 5 triệu"], Said(draft));
        Assert.Equal(["Results Một", "Results Điển hình A", "Results Tổng 7 triệu"], Said(again));
        Assert.Equal((1, 2), (outcome.Added.Count, outcome.Removed));
    }

    [Fact]
    public void The_same_words_in_two_chapters_are_two_things()
    {
        var part = ("an-ninh", Part(tasks: ["Tăng cường đôn đốc"], proposals: ["Tăng cường đôn đốc"]));
        var (draft, _) = Merge(null, part);
        var edited = DraftRules.Apply(Request, draft, new() { Items = [new(ReportChapter.Tasks, "Tăng cường đôn đốc", 1)] });

        Assert.Equal(["Tasks Tăng cường đôn đốc"], Said(Merge(edited, part).Draft));
    }

    private static (Report Draft, MergeOutcome Outcome) Merge(Report? before, params (string Unit, PartContent Content)[] parts) => ReportMerge.Merge(Request, before, parts, [], Name);

    private static string Name(string unit) => unit switch { "an-ninh" => "Ban An ninh", "dat-dai" => "Đất đai", _ => "Xây dựng" };

    private static IEnumerable<string> Said(Report draft) => draft.Items.Where(item => !item.IsDropped).Select(item => $"{item.Chapter} {item.Text}");

    private static ReportBody Body(params ReportItemBody[] items) => new() { Items = items };

    private static ReportItemBody Item(string text, int? number = null) => new(ReportChapter.Results, text, number);

    private static PartContent Part(
        IReadOnlyList<PartAnswer>? answers = null, IReadOnlyList<PartResult>? results = null, string[]? shortcomings = null, string[]? tasks = null, string[]? proposals = null) => new()
        {
            Answers = answers ?? [],
            Results = results ?? [],
            Shortcomings = [.. (shortcomings ?? []).Select(text => new Shortcoming(text))],
            Tasks = tasks ?? [],
            Proposals = proposals ?? [],
        };
}
