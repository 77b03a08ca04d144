using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Decisions;

/// <summary>The body of <c>PutDecision</c>: the whole entry.</summary>
/// <param name="Paper">Kind, number, day, issuer and subject; number, day and issuer are needed.</param>
/// <param name="SignerPost">The post of who signed it, such as "Chủ tịch Ủy ban nhân dân tỉnh"; never a name.</param>
/// <param name="Pages">How many pages it has, for the archive.</param>
/// <param name="Copies">How many were issued, for the archive.</param>
internal sealed record DecisionBody(
    PaperReference Paper,
    [property: StringLength(Decision.LongestPost, MinimumLength = 1)] string SignerPost,
    [property: Range(1, Decision.MostPages)] int? Pages = null,
    [property: Range(1, Decision.MostCopies)] int? Copies = null)
{
    /// <summary>Which unit is given what, for the year of the address.</summary>
    [Items(1, Decision.MostTitles)]
    public IReadOnlyList<TitleBody> Titles { get; init; } = [];

    /// <summary>Which bodies got it, for the archive.</summary>
    [Items(0, Decision.MostRecipients), StringLength(Decision.LongestPost, MinimumLength = 1)]
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public Decision ToDecision(int year, string id, string rulesVersion) => new(
        year, id, Paper.Trimmed(), SignerPost.Trim(), [.. Titles.Select(title => title.ToTitle())], new(Pages, Copies, [.. Recipients.Select(one => one.Trim())]), rulesVersion, [], []);
}

/// <param name="Unit">The unit's id.</param>
/// <param name="Award">The award's code, in the rules of awards of the decision's day.</param>
internal sealed record TitleBody([property: Slug] string Unit, [property: Slug] string Award)
{
    public GivenTitle ToTitle() => new(Unit, Award);
}

/// <summary>The body of <c>RevokeDecision</c>.</summary>
/// <param name="Paper">The decision by which it is taken back: number, day and issuer are needed.</param>
/// <param name="SignerPost">The post of who signed that one; never a name.</param>
/// <param name="Ground">Why, as the law names it.</param>
/// <param name="Reason">Why, in words, without names of people.</param>
internal sealed record RevocationBody(
    PaperReference Paper,
    [property: StringLength(Decision.LongestPost, MinimumLength = 1)] string SignerPost,
    RevocationGround Ground,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason)
{
    /// <summary>What is taken back; all that still stands unless given.</summary>
    [Items(0, Decision.MostTitles)]
    public IReadOnlyList<TitleBody> Titles { get; init; } = [];
}

/// <summary>The body of <c>RecordReturn</c>: all that is known by now.</summary>
/// <param name="Received">When the unit got the decision that takes the title back.</param>
/// <param name="ObjectReturned">When flag, certificate or frame came back.</param>
/// <param name="MoneyReturned">When the money came back.</param>
/// <param name="Amount">How much came back, in đồng.</param>
internal sealed record AwardReturnBody(
    DateOnly? Received = null,
    DateOnly? ObjectReturned = null,
    DateOnly? MoneyReturned = null,
    [property: Range(0d, TitleReturn.MostAmount)] long? Amount = null)
{
    public TitleReturn ToReturn(GivenTitle title) => new(title, Received, ObjectReturned, MoneyReturned, Amount);
}
