using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>What the office asks of dossiers, in a version: a dossier keeps the one under which it was opened.</summary>
/// <param name="Number">1, 2, …; 0 for the one that comes with the program.</param>
/// <param name="Outlines">The first that names the award holds; the one that names none holds for all others.</param>
internal sealed record DossierTemplate(int Number, IReadOnlyList<DossierOutline> Outlines)
{
    public const int MostOutlines = 50;

    /// <summary>
    /// Until the office has set its own. No form of an achievement report was read, so its outline is a configurable default. What was read: an opinion within ten working days
    /// (152/2025/NĐ-CP, article 34), the Government's flag at the Ministry by 30 June (article 35, paragraph 1), dossiers at the office before 10 December (Bắc Ninh,
    /// 86/2025/QĐ-UBND).
    /// </summary>
    public static DossierTemplate Default { get; } = new(
        0,
        [
            Outline([AwardTemplate.GovernmentFlag], DossierDeadline.Of(DossierStop.Office, new(12, 9), BacNinh), DossierDeadline.Of(DossierStop.Ministry, new(6, 30, YearOffset: 1), "khoản 1 Điều 35 Nghị định 152/2025/NĐ-CP")),
            Outline([], DossierDeadline.Of(DossierStop.Office, new(12, 9), BacNinh)),
        ]);

    private const string BacNinh = "trước ngày 10/12: Quyết định 86/2025/QĐ-UBND tỉnh Bắc Ninh";

    public DossierOutline Of(string award) =>
        Outlines.FirstOrDefault(one => one.Awards.Contains(award, StringComparer.Ordinal)) ?? Outlines.First(one => one.Awards.Count == 0);

    private static DossierOutline Outline(IReadOnlyList<string> awards, params DossierDeadline[] deadlines) => new(
        OpinionDays: 10,
        [
            new("dac-diem", "Sơ lược đặc điểm, tình hình"),
            new("thanh-tich", "Thành tích đạt được"),
            new("khen-thuong", "Các hình thức đã được khen thưởng"),
        ])
    {
        Awards = awards,
        Deadlines = deadlines,
    };
}

/// <summary>What a dossier for some awards holds.</summary>
/// <param name="OpinionDays">Within how many working days a body that is asked answers.</param>
/// <param name="Sections">The achievement report's, in order.</param>
internal sealed record DossierOutline(
    [property: Range(1, DossierOutline.MostDays)] int OpinionDays, [property: Items(1, DossierOutline.MostSections)] IReadOnlyList<OutlineSection> Sections)
{
    public const int MostDays = 90;
    public const int MostSections = 40;
    public const int MostPapers = 30;
    public const int MostBodies = 30;

    /// <summary>For which awards, by their codes; for all that no other outline names where it is empty.</summary>
    [Items(0, 100), Slug]
    public IReadOnlyList<string> Awards { get; init; } = [];

    /// <summary>What is attached beside letter, minutes and report.</summary>
    [Items(0, MostPapers)]
    public IReadOnlyList<NeededPaper> Papers { get; init; } = [];

    /// <summary>The bodies that must be asked, by what they are called.</summary>
    [Items(0, MostBodies), StringLength(PaperReference.LongestIssuer, MinimumLength = 1)]
    public IReadOnlyList<string> OpinionsFrom { get; init; } = [];

    /// <summary>By when it is where.</summary>
    [Items(0, 2)]
    public IReadOnlyList<DossierDeadline> Deadlines { get; init; } = [];

    public DossierDeadline? DeadlineAt(DossierStop stop) => Deadlines.FirstOrDefault(one => one.At == stop);

    public bool Says(DossierOutline other) =>
        OpinionDays == other.OpinionDays && Awards.SequenceEqual(other.Awards) && Sections.SequenceEqual(other.Sections) && Papers.SequenceEqual(other.Papers)
        && OpinionsFrom.SequenceEqual(other.OpinionsFrom) && Deadlines.SequenceEqual(other.Deadlines);
}

/// <param name="Code">Its id within the report.</param>
/// <param name="Title">Its heading, without a number.</param>
internal sealed record OutlineSection([property: Slug] string Code, [property: StringLength(OutlineSection.LongestTitle, MinimumLength = 1)] string Title)
{
    public const int LongestTitle = 300;
}

/// <param name="Code">Its id within the dossier.</param>
/// <param name="Title">What it is called.</param>
/// <param name="IsNeeded">Whether the dossier lacks something without it.</param>
internal sealed record NeededPaper([property: Slug] string Code, [property: StringLength(OutlineSection.LongestTitle, MinimumLength = 1)] string Title, bool IsNeeded);

/// <param name="At">Where.</param>
/// <param name="Last">The last day, as seen from the year of the dossier.</param>
/// <param name="Source">Where it is said, or that nothing says so.</param>
internal sealed record DossierDeadline(DossierStop At, YearDayBody Last, [property: StringLength(PaperReference.LongestSubject, MinimumLength = 1)] string Source)
{
    public static DossierDeadline Of(DossierStop at, YearDay last, string source) => new(at, YearDayBody.Of(last), source);

    public DateOnly In(int year) => Last.ToDay().In(year);
}

/// <summary>Where a dossier goes.</summary>
[JsonConverter(typeof(CamelCaseEnum<DossierStop>))]
internal enum DossierStop
{
    /// <summary>The emulation office.</summary>
    Office,

    /// <summary>The Ministry of Home Affairs, by the office.</summary>
    Ministry,
}
