using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Province.Awards;

/// <summary>The body of <c>PutAwardRules</c>: the whole version.</summary>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Money">How what goes with awards is reckoned.</param>
[PartsRefer]
internal sealed record AwardRulesBody(DateOnly From, AwardMoney? Money = null)
{
    /// <summary>The titles and forms of commendation that can be proposed.</summary>
    [Items(1, AwardRules.MostAwards)]
    public IReadOnlyList<Award> Awards { get; init; } = [];

    public AwardRules ToRules(string version) => new(version, From, Awards, Money);
}

/// <param name="Rules">The version's id.</param>
/// <param name="IsInUse">Whether something was opened under it, so that it never changes again.</param>
/// <param name="IsTemplate">Whether it is the shipped one, which nobody has put down yet.</param>
/// <param name="Content">What it says, with what holds on no day any more; may be changed and put back.</param>
/// <param name="Day">The day that was asked about; today unless another was.</param>
/// <param name="Cited">The legal texts that it cites, and how what is cited stands on that day.</param>
internal sealed record AwardRulesView(string Rules, bool IsInUse, bool IsTemplate, AwardRulesBody Content, DateOnly Day, IReadOnlyList<CitedText> Cited)
{
    public static AwardRulesView Of(StoredAwardRules stored, IReadOnlyDictionary<string, LegalText> texts, DateOnly day) => new(
        stored.Rules.Version,
        stored.IsInUse,
        stored.IsTemplate,
        new(stored.Rules.From, stored.Rules.Money) { Awards = stored.Rules.Awards },
        day,
        [.. stored.Rules.Sources().Where(source => source.Text is not null).Select(source => (source.Text!, source.Article)).Distinct().Select(one => CitedText.Of(one.Item1, one.Article, texts, day))]);
}

/// <param name="Text">The id of the text.</param>
/// <param name="Article">Which article of it; null for the whole.</param>
/// <param name="Cited">As a sentence cites it; null where the register does not know it.</param>
/// <param name="Validity">How it stands on the day.</param>
internal sealed record CitedText(string Text, string? Article, string? Cited, Validity Validity)
{
    public static CitedText Of(string text, string? article, IReadOnlyDictionary<string, LegalText> texts, DateOnly day)
    {
        if (!texts.TryGetValue(text, out var known))
        {
            return new(text, article, null, Validity.Unknown);
        }

        var validity = article is not null && known.Provisions.FirstOrDefault(one => VietnameseNames.Same(one.Name, article)) is { } provision
            ? TextRules.On(known, provision, day)
            : TextRules.On(known, day);
        return new(text, article, $"{(article is null ? "" : $"{article} ")}{known.Paper.Cited()}", validity);
    }
}

/// <param name="Versions">By their first day; the shipped one is among them.</param>
internal sealed record AwardVersionsView(IReadOnlyList<AwardVersionView> Versions);

/// <param name="Rules">The version's id.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Until">The last; null of the last version.</param>
/// <param name="IsInUse">Whether something was opened under it.</param>
/// <param name="IsTemplate">Whether it is the shipped one.</param>
/// <param name="Awards">How many titles and forms it has.</param>
internal sealed record AwardVersionView(string Rules, DateOnly From, DateOnly? Until, bool IsInUse, bool IsTemplate, int Awards)
{
    public static IReadOnlyList<AwardVersionView> Of(IReadOnlyList<AwardVersion> versions) =>
    [
        .. versions.Select((one, index) => new AwardVersionView(
            one.Version, one.From, index + 1 < versions.Count ? versions[index + 1].From.AddDays(-1) : null, one.IsInUse, one.IsTemplate, one.Awards)),
    ];
}

/// <param name="Reading">Whether its text was read, or it only is where a province begins.</param>
/// <param name="Text">The id of the legal text; null where no text says it.</param>
/// <param name="Article">Which article of it.</param>
/// <param name="Cited">As a sentence cites it; null where no text says it, or the register does not know it.</param>
/// <param name="Validity">How what is cited stands on the day; null where no text says it.</param>
/// <param name="Note">What else there is to know.</param>
internal sealed record AwardSourceView(SourceReading Reading, string? Text, string? Article, string? Cited, Validity? Validity, string? Note)
{
    public static AwardSourceView Of(AwardSource source, IReadOnlyDictionary<string, LegalText> texts, DateOnly day)
    {
        var cited = source.Text is { } text ? CitedText.Of(text, source.Article, texts, day) : null;
        return new(source.Reading, source.Text, source.Article, cited?.Cited, cited?.Validity, source.Note);
    }

    /// <summary>For the brackets behind a warning. Texts are cited in Vietnamese.</summary>
    [JsonIgnore]
    public Words Words => (Cited ?? Note) is { } said ? new(said, said) : new("mặc định cấu hình", "a configurable default");
}
