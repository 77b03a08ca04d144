using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Registers;

/// <summary>What a report says of the registers, in sentences. A person's name and post stay in their register, where they can be erased. Pure.</summary>
internal static class RegisterWords
{
    public static IReadOnlyList<RegisterEntry> Of(IReadOnlyList<RoleModel> models, IReadOnlyList<Activity> activities, Func<string, string> name) =>
    [
        .. models.Select(one => new RegisterEntry($"role-models/{one.Unit}/{one.Id}", one.Unit, Sentence(one, name(one.Unit)))),
        .. activities.Select(one => new RegisterEntry($"activities/{one.Unit}/{one.Id}", one.Unit, Sentence(one, name(one.Unit)))),
        .. Total(activities) is { } total ? [new RegisterEntry("activities", null, total)] : Array.Empty<RegisterEntry>(),
    ];

    /// <summary>As a sheet cites it.</summary>
    public static PaperReference AsPaper(RoleModel one) => new("Điển hình tiên tiến", one.Id, one.When.Day, Subject: Subject(one.Achievement));

    /// <inheritdoc cref="AsPaper(RoleModel)"/>
    public static PaperReference AsPaper(Activity one) => new("Hoạt động", one.Id, one.When.Day, Subject: Subject(one.Title));

    /// <summary>No longer than that of a paper, so that all of a criterion still stand in one cell of the workbook.</summary>
    private static string Subject(string text) => text.Length <= PaperReference.LongestSubject ? text
        : $"{text[..(PaperReference.LongestSubject - (char.IsHighSurrogate(text[PaperReference.LongestSubject - 2]) ? 2 : 1))]}…";

#pragma warning disable CS8524 // What is read from a row is one of the names.
    private static string Sentence(RoleModel one, string unit)
    {
        var who = one.Collective is { } collective ? $"tập thể {collective}" : "một cá nhân";
        var done = one.Step switch
        {
            RoleModelStep.Found => "Phát hiện",
            RoleModelStep.Nurtured => "Bồi dưỡng",
            RoleModelStep.Spread => "Nhân rộng",
        };
        return $"{done} điển hình tiên tiến: {who}, {unit}{Bracket([one.When.InVietnamese()])}: {one.Achievement}";
    }

    private static string Sentence(Activity one, string unit)
    {
        string[] facts =
        [
            unit,
            one.When.InVietnamese(),
            one.Participants is { } people ? $"{one.ParticipantsSaid ?? people.ToString("#,##0", Hundredths.Vietnamese)} người tham gia" : "",
            one.Amount is { } amount ? one.AmountSaid ?? $"{Dong(amount)} đồng" : "",
        ];
        return $"{Kind(one.Kind)}: {one.Title}{Bracket(facts)}.";
    }

    private static string Kind(ActivityKind kind) => kind switch
    {
        ActivityKind.Culture => "Hoạt động văn hóa",
        ActivityKind.Sport => "Hoạt động thể thao",
        ActivityKind.Contribution => "Hoạt động xã hội, từ thiện",
    };
#pragma warning restore CS8524

    /// <summary>Where amounts were put down; what is about right makes the sum about right.</summary>
    private static string? Total(IReadOnlyList<Activity> activities)
    {
        var given = activities.Where(one => one is { Kind: ActivityKind.Contribution, Amount: not null }).ToList();
        return given.Count == 0
            ? null
            : $"Tổng số tiền đóng góp, ủng hộ được ghi nhận: {(given.Exists(one => one.AmountSaid is not null) ? "khoảng " : "")}{Dong(given.Sum(one => one.Amount!.Value))} đồng ({given.Count} đợt).";
    }

    private static string Dong(long amount) => amount.ToString("#,##0", Hundredths.Vietnamese);

    private static string Bracket(IEnumerable<string> facts) => string.Join("; ", facts.Where(fact => fact.Length > 0)) is { Length: > 0 } said ? $" ({said})" : "";
}
