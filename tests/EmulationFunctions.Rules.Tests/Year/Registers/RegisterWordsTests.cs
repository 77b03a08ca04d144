using EmulationFunctions.Common;
using EmulationFunctions.Year.Registers;

namespace EmulationFunctions.Rules.Tests.Year.Registers;

/// <summary>What reports say of the registers.</summary>
public sealed class RegisterWordsTests
{
    private static readonly SaidDay NoDay = new(null, null);

    [Fact]
    public void A_person_is_said_without_name_and_post_and_a_collective_by_its_name() => Assert.Equal(
        [
            "Phát hiện điển hình tiên tiến: một cá nhân, Sở A (ngày 05/03/2026): Tận tụy với dân",
            "Nhân rộng điển hình tiên tiến: tập thể Phòng Kế hoạch, Sở A: Về đích sớm",
            "Bồi dưỡng điển hình tiên tiến: một cá nhân, Sở A (vừa qua): Sáng kiến",
        ],
        Texts(
            [
                new("a", "1", null, new("Ông A", "Trưởng phòng", "muối"), "Tận tụy với dân", RoleModelStep.Found, new(new DateOnly(2026, 3, 5), null), null),
                new("a", "2", "Phòng Kế hoạch", null, "Về đích sớm", RoleModelStep.Spread, NoDay, null),
                new("a", "3", null, NamedPerson.Erased, "Sáng kiến", RoleModelStep.Nurtured, new(null, "vừa qua"), null),
            ],
            []));

    [Fact]
    public void Amounts_are_added_up_and_what_is_about_right_makes_the_sum_about_right()
    {
        Activity[] exact = [Gave("1", 5_000_000, null), Gave("2", 1_250_000, null), Gave("3", null, null), new("a", "4", ActivityKind.Sport, "Giải bóng bàn", NoDay, null, null, 120, "hơn 120", null)];

        Assert.Equal(
            [
                "Hoạt động xã hội, từ thiện: Ủng hộ 1 (Sở A; 5.000.000 đồng).",
                "Hoạt động xã hội, từ thiện: Ủng hộ 2 (Sở A; 1.250.000 đồng).",
                "Hoạt động xã hội, từ thiện: Ủng hộ 3 (Sở A).",
                "Hoạt động thể thao: Giải bóng bàn (Sở A; hơn 120 người tham gia).",
                "Tổng số tiền đóng góp, ủng hộ được ghi nhận: 6.250.000 đồng (2 đợt).",
            ],
            Texts([], exact));
        Assert.Equal("Tổng số tiền đóng góp, ủng hộ được ghi nhận: khoảng 5.000.000 đồng (1 đợt).", Texts([], [Gave("1", 5_000_000, "gần 5 triệu đồng")])[^1]);
        Assert.Empty(Texts([], []));
    }

    [Fact]
    public void What_a_sheet_cites_of_an_entry_is_its_id_day_and_words_no_longer_than_a_paper_s_subject()
    {
        var model = new RoleModel("a", "guong-1", null, new("Ông A", "Trưởng phòng", "muối"), "Tận tụy với dân", RoleModelStep.Found, new(new DateOnly(2026, 3, 5), null), null);

        Assert.Equal(new("Điển hình tiên tiến", "guong-1", new DateOnly(2026, 3, 5), null, "Tận tụy với dân"), RegisterWords.AsPaper(model));
        Assert.Equal(new("Hoạt động", "1", null, null, "Ủng hộ 1"), RegisterWords.AsPaper(Gave("1", null, null)));
        Assert.Equal(new string('x', 500), RegisterWords.AsPaper(model with { Achievement = new string('x', 500) }).Subject);
        Assert.Equal(new string('x', 499) + "…", RegisterWords.AsPaper(model with { Achievement = new string('x', 501) }).Subject);
        Assert.Equal(new string('x', 498) + "…", RegisterWords.AsPaper(model with { Achievement = new string('x', 498) + "🏆x" }).Subject); // no half of a letter
    }

    private static Activity Gave(string id, long? amount, string? said) => new("a", id, ActivityKind.Contribution, $"Ủng hộ {id}", NoDay, amount, said, null, null, null);

    private static List<string> Texts(RoleModel[] models, Activity[] activities) => [.. RegisterWords.Of(models, activities, _ => "Sở A").Select(entry => entry.Text)];
}
