using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Calendar;

/// <summary>The steps of a bloc's year, in the order in which a calendar shows them.</summary>
[JsonConverter(typeof(StageKindConverter))]
internal enum StageKind
{
    Registration,
    Pact,
    HalfYear,
    SelfScore,
    CrossScore,
    Appraisal,
    BlocMeeting,
    Submission,
    Handover,
}

internal static class StageKinds
{
    public static IReadOnlyList<StageKind> All { get; } = Enum.GetValues<StageKind>();

    /// <summary>What must not end after what: scoring goes from hand to hand, and what was promised is promised before it is scored.</summary>
    public static IReadOnlyList<(StageKind First, StageKind Then)> Order { get; } =
    [
        (StageKind.Registration, StageKind.SelfScore),
        (StageKind.Pact, StageKind.SelfScore),
        (StageKind.HalfYear, StageKind.SelfScore),
        (StageKind.SelfScore, StageKind.CrossScore),
        (StageKind.SelfScore, StageKind.Appraisal),
        (StageKind.SelfScore, StageKind.BlocMeeting),
        (StageKind.SelfScore, StageKind.Submission),
        (StageKind.SelfScore, StageKind.Handover),
        (StageKind.CrossScore, StageKind.Appraisal),
        (StageKind.CrossScore, StageKind.BlocMeeting),
        (StageKind.CrossScore, StageKind.Submission),
        (StageKind.Appraisal, StageKind.BlocMeeting),
        (StageKind.Appraisal, StageKind.Submission),
        (StageKind.BlocMeeting, StageKind.Submission),
    ];

    /// <summary>The name in JSON, in row keys and in addresses.</summary>
    public static string Slug(this StageKind kind) => kind switch
    {
        StageKind.Registration => "registration",
        StageKind.Pact => "pact",
        StageKind.HalfYear => "half-year",
        StageKind.SelfScore => "self-score",
        StageKind.CrossScore => "cross-score",
        StageKind.Appraisal => "appraisal",
        StageKind.BlocMeeting => "bloc-meeting",
        StageKind.Submission => "submission",
        StageKind.Handover => "handover",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a stage."),
    };

    public static StageKind? Find(string slug) =>
        All.Any(kind => kind.Slug() == slug) ? All.First(kind => kind.Slug() == slug) : null;

    /// <summary>What people read, fit for the middle of a sentence.</summary>
    public static Words Words(this StageKind kind) => kind switch
    {
        StageKind.Registration => new("đăng ký thi đua", "registration"),
        StageKind.Pact => new("ký kết giao ước thi đua", "signing the pact"),
        StageKind.HalfYear => new("sơ kết 6 tháng", "half-year review"),
        StageKind.SelfScore => new("tự chấm điểm", "self-scoring"),
        StageKind.CrossScore => new("chấm điểm chéo", "cross-scoring"),
        StageKind.Appraisal => new("thẩm định", "appraisal"),
        StageKind.BlocMeeting => new("họp khối bình xét", "bloc meeting"),
        StageKind.Submission => new("nộp hồ sơ", "submission"),
        StageKind.Handover => new("bàn giao Khối trưởng", "handover"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a stage."),
    };
}

/// <summary>A stage of one evaluation period; a bare kind means the stage of the whole year.</summary>
internal readonly record struct StageKey(StageKind Kind, string Period = Period.WholeYear)
{
    public static implicit operator StageKey(StageKind kind) => new(kind);

    /// <summary>As it stands in row keys.</summary>
    public override string ToString() => $"{Period}|{Kind.Slug()}";

    public static StageKey Parse(string text)
    {
        var parts = text.Split('|');
        return new(StageKinds.Find(parts[1]) ?? throw new FormatException($"'{text}' is not a stage."), parts[0]);
    }
}

/// <summary>What is scored and ranked as one; a year has one unless its cycle says otherwise.</summary>
internal sealed record Period(string Id, string Name)
{
    public const string WholeYear = "nam";

    public static Period Default { get; } = new(WholeYear, "Cả năm");
}
