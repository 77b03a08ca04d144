using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Texts;

/// <summary>The body of <c>PutLegalText</c>: the whole entry.</summary>
/// <param name="Paper">Kind, number, day, issuer and subject.</param>
/// <param name="From">Its first day in force, where that is not its own day.</param>
/// <param name="Until">Its last day in force; without, no end is known.</param>
/// <param name="ReplacedBy">The id of the text of the register that replaced it.</param>
internal sealed record LegalTextBody(PaperReference Paper, DateOnly? From = null, DateOnly? Until = null, [property: Slug] string? ReplacedBy = null)
{
    /// <summary>Those parts whose time is another than that of the whole.</summary>
    [Items(0, LegalText.MostProvisions)]
    public IReadOnlyList<Provision> Provisions { get; init; } = [];

    public LegalText ToText(string id) => new(
        id, Paper.Trimmed(), From, Until, ReplacedBy, [.. Provisions.Select(provision => provision with { Name = provision.Name.Trim() })]);
}

/// <summary>A part of a text with a time of its own.</summary>
/// <param name="Name">As a citation names it.</param>
/// <param name="From">Its first day in force; null for that of the text.</param>
/// <param name="Until">Its last day in force; null for that of the text.</param>
/// <param name="ReplacedBy">The id of the text that replaced it.</param>
/// <param name="Validity">How it stands on the day.</param>
internal sealed record ProvisionView(string Name, DateOnly? From, DateOnly? Until, string? ReplacedBy, Validity Validity);

/// <param name="Text">Its id in the register.</param>
/// <param name="Paper">Kind, number, day, issuer and subject.</param>
/// <param name="From">Its first day in force; null where it holds from its own day.</param>
/// <param name="Until">Its last day in force; null while no end is known.</param>
/// <param name="ReplacedBy">The id of the text that replaced it.</param>
/// <param name="Provisions">Those parts whose time is another than that of the whole.</param>
/// <param name="Day">The day that was asked about; today unless another was.</param>
/// <param name="Validity">How the text stands on that day.</param>
internal sealed record LegalTextView(
    string Text,
    PaperReference Paper,
    DateOnly? From,
    DateOnly? Until,
    string? ReplacedBy,
    IReadOnlyList<ProvisionView> Provisions,
    DateOnly Day,
    Validity Validity)
{
    public static LegalTextView Of(LegalText text, DateOnly day) => new(
        text.Id,
        text.Paper,
        text.From,
        text.Until,
        text.ReplacedBy,
        [.. text.Provisions.Select(provision => new ProvisionView(provision.Name, provision.From, provision.Until, provision.ReplacedBy, TextRules.On(text, provision, day)))],
        day,
        TextRules.On(text, day));
}

/// <param name="Texts">A page of texts, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record LegalTextPage(IReadOnlyList<LegalTextView> Texts, string? Continuation);
