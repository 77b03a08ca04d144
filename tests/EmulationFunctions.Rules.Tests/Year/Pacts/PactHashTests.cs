using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Pacts;
using static EmulationFunctions.Rules.Tests.Year.Pacts.PactSamples;

namespace EmulationFunctions.Rules.Tests.Year.Pacts;

/// <summary>What is signed is the text and nothing but the text.</summary>
public sealed class PactHashTests
{
    private static readonly PactText Whole = new(
        "Giao ước thi đua năm 2026",
        [new("Chỉ thị", "34-CT/TW", new(2014, 4, 7), "Bộ Chính trị", "tiếp tục đổi mới công tác thi đua, khen thưởng")],
        "Dòng một\nDòng hai",
        [new("Đoàn kết nội bộ", "Xây dựng cơ quan")],
        [Share("a", 100), Share("b", 15, "a"), new("c", TargetKind.Number, "cây", Number: 12.5m, Unit: "cây"), new("d", TargetKind.Title, "Cơ quan") { Titles = ["Công sở văn hóa"] }],
        new("bang-diem", 2));

    [Fact]
    public void Form_1_of_the_hash_stays_what_it_is() =>
        Assert.Equal("e531f44ad3b6548c32c656bc41daeefbfe922770b54f811787201ea6e3da4b18", PactHash.Of(Id, Whole));

    [Fact]
    public void That_the_text_is_not_known_is_part_of_what_is_hashed() => Assert.Equal(
        "pact 1\nof 2026 khoi-1\ntitle 8\nGiao ước\ntext unknown\n", PactHash.CanonicalText(Id, new("Giao ước", [], null, [], [], null) { TextUnknown = true }));

    [Fact]
    public void The_canonical_text_says_every_fact_on_its_line() => Assert.Equal(
        """
        pact 1
        of 2026 khoi-1
        title 25
        Giao ước thi đua năm 2026
        ground 2014-04-07
        kind 7
        Chỉ thị
        number 8
        34-CT/TW
        issuer 12
        Bộ Chính trị
        subject 46
        tiếp tục đổi mới công tác thi đua, khen thưởng
        text 17
        Dòng một
        Dòng hai
        heading 16
        Xây dựng cơ quan
        item 15
        Đoàn kết nội bộ
        target a Percentage  10000  least
        what 19
        hoàn thành nhiệm vụ
        target b Percentage  1500 a least
        what 19
        hoàn thành nhiệm vụ
        target c Number 12.5   least
        what 3
        cây
        unit 3
        cây
        target d Title    least
        what 7
        Cơ quan
        or 15
        Công sở văn hóa
        scheme bang-diem 2

        """.ReplaceLineEndings("\n"),
        PactHash.CanonicalText(Id, Whole));

    [Fact]
    public void How_letters_are_composed_and_lines_end_and_zeros_after_the_comma_make_no_difference()
    {
        var other = Whole with
        {
            Title = Whole.Title.Normalize(NormalizationForm.FormD),
            Text = "Dòng một\r\nDòng hai",
            Targets = [.. Whole.Targets.Select(one => one.Number is null ? one : one with { Number = 12.500m })],
        };

        Assert.Equal(PactHash.Of(Id, Whole), PactHash.Of(Id, other));
    }

    [Fact]
    public void Whatever_else_is_changed_is_another_text()
    {
        PactText[] others =
        [
            Whole with { Title = "Giao ước thi đua năm 2025" },
            Whole with { Grounds = [] },
            Whole with { Grounds = [Whole.Grounds[0] with { Day = null }] },
            Whole with { Grounds = [Whole.Grounds[0] with { Subject = null }] },
            Whole with { Text = null },
            Whole with { Text = "Dòng một Dòng hai" },
            Whole with { Items = [new("Đoàn kết nội bộ")] },
            Whole with { Items = [new("Xây dựng cơ quan"), new("Đoàn kết nội bộ")] },
            Whole with { Targets = [.. Whole.Targets.Reverse()] },
            Whole with { Targets = [.. Whole.Targets.Select(one => one with { IsAtMost = true })] },
            Whole with { Targets = [.. Whole.Targets.Select(one => one with { Percent = one.Percent is null ? null : Percent.FromDecimal(14.99m) })] },
            Whole with { Targets = [.. Whole.Targets.Select(one => one with { Within = null })] },
            Whole with { Targets = [.. Whole.Targets.Select(one => one with { Unit = null })] },
            Whole with { Targets = [.. Whole.Targets.Select(one => one with { Titles = [] })] },
            Whole with { Scheme = null },
            Whole with { Scheme = new("bang-diem", 3) },
        ];

        Assert.Equal(others.Length + 1, others.Append(Whole).Select(text => PactHash.Of(Id, text)).Distinct().Count());
        Assert.NotEqual(PactHash.Of(Id, Whole), PactHash.Of(new YearOfBloc(2025, "khoi-1"), Whole));
        Assert.NotEqual(PactHash.Of(Id, Whole), PactHash.Of(new YearOfBloc(2026, "khoi-2"), Whole));
    }
}
