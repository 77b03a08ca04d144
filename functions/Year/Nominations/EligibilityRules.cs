using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Year.Nominations;

/// <summary>Whether a unit meets what an award asks for: each condition is met, not met or not known, with where that comes from. Pure.</summary>
internal static class EligibilityRules
{
    private const string Penalty = "ky-luat";

    /// <summary>What was achieved counts only from the end of a penalty.</summary>
    private static readonly AwardCondition AfterPenalty = new(
        Penalty,
        "Thành tích tính từ khi hết thời hạn thi hành kỷ luật",
        AwardConditionKind.Stated,
        new(SourceReading.Read, AwardTexts.Decree152, "khoản 4 Điều 4"));

    /// <param name="award">By the rules under which it was opened, with what held on that day.</param>
    /// <param name="facts">What is known of the unit.</param>
    public static IReadOnlyList<CheckedCondition> Check(Award award, UnitFacts facts) =>
    [
        .. award.Conditions.Select(one => Check(one, facts)),
        .. facts.PenaltyEnds is { } ends && ends.Year >= facts.Year ? [PenaltyOf(ends, facts.Year)] : Array.Empty<CheckedCondition>(),
    ];

    /// <summary>All together: one that is not met decides, then one that is not known.</summary>
    public static EligibilityState Sum(IEnumerable<EligibilityState> states) =>
        states.DefaultIfEmpty(EligibilityState.Met).Aggregate((one, other) => (one, other) switch
        {
            (EligibilityState.NotMet, _) or (_, EligibilityState.NotMet) => EligibilityState.NotMet,
            (EligibilityState.NotKnown, _) or (_, EligibilityState.NotKnown) => EligibilityState.NotKnown,
            _ => EligibilityState.Met,
        });

#pragma warning disable CS8524 // What is read from a row is one of the names.
    private static CheckedCondition Check(AwardCondition one, UnitFacts facts) => one.Kind switch
    {
        AwardConditionKind.Class => ClassOf(one, facts),
        AwardConditionKind.Place => PlaceOf(one, facts.Standing),
        AwardConditionKind.Points => PointsOf(one, facts.Standing),
        AwardConditionKind.Titles => TitlesOf(one, facts),
        AwardConditionKind.Share => ShareOf(one, facts.Figures),
        AwardConditionKind.Count => CountOf(one, facts.Figures),
        AwardConditionKind.NotListed => ListsOf(one, facts),
        AwardConditionKind.Stated => StatementOf(one, facts),
    };

    private static string Name(AwardFigure figure) => figure switch
    {
        AwardFigure.People => "tổng số người",
        AwardFigure.Women => "số nữ",
        AwardFigure.DirectWorkers => "số người trực tiếp lao động, công tác",
        AwardFigure.Collectives => "số tập thể",
        AwardFigure.SmallCollectives => "số tập thể nhỏ",
        AwardFigure.AdvancedWorkers => "số người đạt Lao động tiên tiến",
        AwardFigure.BaseFighters => "số Chiến sĩ thi đua cơ sở",
    };
#pragma warning restore CS8524

    /// <summary>Of years in a row, this one last. A year without published standings is not known; one with another class is not met, whatever else is missing.</summary>
    private static CheckedCondition ClassOf(AwardCondition one, UnitFacts facts)
    {
        var years = Enumerable.Range(0, one.Years ?? 1).Select(back => facts.Year - back).ToList();
        var results = facts.Results.ToLookup(result => result.Year);
        if (years.Find(year => results[year].Any(result => result.Class is null || !one.Classes!.Contains(result.Class))) is not 0 and var missed)
        {
            var reached = results[missed].First(result => result.Class is null || !one.Classes!.Contains(result.Class));
            return new(one, EligibilityState.NotMet, new(
                $"Bảng xếp hạng đã công bố năm {missed}: {reached.ClassTitle ?? "không xếp loại"}.", $"Published standings of {missed}: {reached.ClassTitle ?? "no class"}."));
        }

        return years.Find(year => !results[year].Any()) is not 0 and var unknown
            ? new(one, EligibilityState.NotKnown, new($"Chưa có bảng xếp hạng công bố của năm {unknown}.", $"No published standings of {unknown}."))
            : new(one, EligibilityState.Met, new(
                $"Bảng xếp hạng đã công bố: {string.Join("; ", years.Select(year => $"{year}: {results[year].First().ClassTitle}"))}.",
                $"Published standings: {string.Join("; ", years.Select(year => $"{year}: {results[year].First().ClassTitle}"))}."));
    }

    private static CheckedCondition PlaceOf(AwardCondition one, YearStanding? standing) => standing switch
    {
        null => NotPublished(one),
        { Rank: { } rank } => new(one, rank <= one.Place ? EligibilityState.Met : EligibilityState.NotMet, new(
            $"Xếp thứ {rank}/{standing.Ranked} theo bảng xếp hạng công bố ngày {VietnamTime.Local(standing.Published)}.",
            $"Place {rank} of {standing.Ranked} in the standings published on {standing.Published:yyyy-MM-dd}.")),
        _ => new(one, EligibilityState.NotMet, Apart(standing)),
    };

    private static CheckedCondition PointsOf(AwardCondition one, YearStanding? standing) => standing switch
    {
        null => NotPublished(one),
        { Value: { } value } => new(one, value >= one.Points ? EligibilityState.Met : EligibilityState.NotMet, new(
            $"{value.InVietnamese()} điểm theo bảng xếp hạng công bố ngày {VietnamTime.Local(standing.Published)}; cần ít nhất {one.Points!.Value.InVietnamese()}.",
            $"{value} points in the standings published on {standing.Published:yyyy-MM-dd}; at least {one.Points} are needed.")),
        { Rank: null } => new(one, EligibilityState.NotMet, Apart(standing)),
        _ => new(one, EligibilityState.NotKnown, new("Bảng xếp hạng của khối không tính điểm.", "The bloc's standings have no points.")),
    };

    /// <summary>Of years in a row, the year before last: this year's titles are decided only after the nomination. One that was revoked never was.</summary>
    private static CheckedCondition TitlesOf(AwardCondition one, UnitFacts facts)
    {
        var held = facts.Titles.Where(title => !title.IsRevoked && one.Awards!.Contains(title.Award)).ToLookup(title => title.Year);
        var years = Enumerable.Range(1, one.Years ?? 1).Select(back => facts.Year - back).ToList();
        return years.Find(year => !held[year].Any()) is not 0 and var missed
            ? new(one, EligibilityState.NotMet, new($"Không có quyết định khen thưởng còn giá trị cho năm {missed}.", $"No decision that stands for {missed}."))
            : new(one, EligibilityState.Met, new(
                $"Quyết định: {string.Join("; ", years.Select(year => $"{year}: {held[year].First().Decision}"))}.",
                $"Decisions: {string.Join("; ", years.Select(year => $"{year}: {held[year].First().Decision}"))}."));
    }

    private static CheckedCondition ShareOf(AwardCondition one, NominationFigures? figures)
    {
        if ((figures?.Of(one.Part!.Value), figures?.Of(one.Whole!.Value)) is not ({ } part, { } whole))
        {
            return new(one, EligibilityState.NotKnown, Missing(figures?.Of(one.Part!.Value) is null ? one.Part!.Value : one.Whole!.Value));
        }

        return new(one, one.Share!.IsReachedBy(part, whole) ? EligibilityState.Met : EligibilityState.NotMet, new(
            $"{part}/{whole} {Source(figures!).Vi}; cần {(one.Share.Above ? "trên" : "ít nhất")} {one.Share.Part}/{one.Share.Of}.",
            $"{part} of {whole}, {Source(figures!).En}; {(one.Share.Above ? "more than" : "at least")} {one.Share.Part} of {one.Share.Of} is needed."));
    }

    private static CheckedCondition CountOf(AwardCondition one, NominationFigures? figures) => figures?.Of(one.Part!.Value) is { } count
        ? new(one, count >= one.Count ? EligibilityState.Met : EligibilityState.NotMet, new(
            $"{count} {Source(figures).Vi}; cần ít nhất {one.Count}.", $"{count}, {Source(figures).En}; at least {one.Count} are needed."))
        : new(one, EligibilityState.NotKnown, Missing(one.Part!.Value));

    /// <summary>One list that names the unit decides; that none does is known only when all came that are asked for.</summary>
    private static CheckedCondition ListsOf(AwardCondition one, UnitFacts facts)
    {
        var asked = facts.Lists.Where(list => one.Lists?.Contains(list.Id) is not false).ToList();
        if (asked.Find(list => list.Entries.Any(entry => entry.Unit == facts.Unit)) is { } naming)
        {
            var finding = naming.Entries.First(entry => entry.Unit == facts.Unit).Finding;
            return new(one, EligibilityState.NotMet, new(
                $"Danh sách của {naming.Body} nhận ngày {VietnamTime.Local(naming.Received!.Value)}: {finding}", $"List of {naming.Body}, received on {naming.Received:yyyy-MM-dd}: {finding}"),
                IsConfidential: true);
        }

        var missing = one.Lists is { } ids
            ? ids.Where(id => asked.Find(list => list.Id == id)?.Received is null).Select(id => Body(id, asked.Find(list => list.Id == id))).ToList()
            : [.. asked.Where(list => list.Received is null).Select(list => Body(list.Id, list))];
        return asked.Count == 0 || missing.Count > 0
            ? new(one, EligibilityState.NotKnown, new(
                missing.Count == 0 ? "Chưa nhận danh sách nào của năm." : $"Chưa nhận danh sách của: {string.Join("; ", missing.Select(body => body.Vi))}.",
                missing.Count == 0 ? "No list of the year has come." : $"Lists that have not come: {string.Join("; ", missing.Select(body => body.En))}."))
            : new(one, EligibilityState.Met, new(
                $"Không có tên trong {asked.Count} danh sách đã nhận ({string.Join("; ", asked.Select(list => list.Body))}).",
                $"Named in none of {Words.Count(asked.Count, "list")} that came ({string.Join("; ", asked.Select(list => list.Body))})."));
    }

    /// <summary>Who sends a list; of one that nobody has entered for the year, by the rules with which a province begins.</summary>
    private static Words Body(string id, OutsideList? list) => (list?.Body ?? AwardTemplate.BodyOf(id)) is { } body
        ? new(body, body)
        : new($"cơ quan gửi danh sách “{id}”", $"the body that sends the list '{id}'");

    private static CheckedCondition StatementOf(AwardCondition one, UnitFacts facts) => facts.Statements.FirstOrDefault(said => said.Condition == one.Code) is { } said
        ? new(one, said.IsMet ? EligibilityState.Met : EligibilityState.NotMet, new($"Theo đề nghị: {said.Source}", $"By the nomination: {said.Source}"))
        : new(one, EligibilityState.NotKnown, new("Đề nghị chưa xác nhận điều kiện này.", "The nomination does not say."));

    private static CheckedCondition PenaltyOf(DateOnly ends, int year) => new(
        AfterPenalty,
        ends >= new DateOnly(year, 12, 31) ? EligibilityState.NotMet : EligibilityState.NotKnown,
        new(
            $"Thời hạn kỷ luật đến hết ngày {VietnamTime.Local(ends)}; thành tích trước đó không tính.", $"A penalty lasts until {ends:yyyy-MM-dd}; what was achieved before does not count."),
        IsConfidential: true);

    private static CheckedCondition NotPublished(AwardCondition one) =>
        new(one, EligibilityState.NotKnown, new("Bảng xếp hạng cả năm của khối chưa công bố.", "The bloc's standings of the whole year are not published."));

    private static Words Apart(YearStanding standing) => new(
        $"Không xếp hạng: {standing.WhyApart}", $"No place: {standing.WhyApart}");

    private static Words Missing(AwardFigure figure) => new($"Đề nghị chưa ghi {Name(figure)}.", $"The nomination has no figure for it ({figure}).");

    private static Words Source(NominationFigures figures) => new($"(ngày {VietnamTime.Local(figures.AsOf)}, {figures.Source})", $"on {figures.AsOf:yyyy-MM-dd}, {figures.Source}");
}
