using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Disclosures;

/// <summary>The body of <c>DiscloseProposals</c>: the whole.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="From">The first day on which everybody may read it; not before today.</param>
/// <param name="Until">The last day on which remarks are taken.</param>
internal sealed record DisclosureBody([property: StringLength(Disclosure.LongestTitle, MinimumLength = 1)] string Title, DateOnly From, DateOnly Until)
{
    /// <summary>What is disclosed: nominations that stand.</summary>
    [Items(1, Disclosure.MostProposals)]
    public IReadOnlyList<ProposalBody> Proposals { get; init; } = [];

    public Disclosure ToDisclosure(int year, string id) =>
        new(year, id, Title.Trim(), From, Until, [.. Proposals.Select(one => new DisclosedProposal(one.Bloc, one.Unit, one.Award, NamedPerson.Clean(one.Achievement)))]);
}

/// <param name="Bloc">The bloc in which it was nominated.</param>
/// <param name="Unit">The unit's id.</param>
/// <param name="Award">The award's code.</param>
/// <param name="Achievement">What it is proposed for, as everybody may read it: no names of people.</param>
internal sealed record ProposalBody(
    [property: Slug] string Bloc,
    [property: Slug] string Unit,
    [property: Slug] string Award,
    [property: StringLength(DisclosedProposal.LongestAchievement, MinimumLength = 1)] string? Achievement = null);

/// <summary>The body of <c>RetractDisclosure</c>.</summary>
/// <param name="Reason">Why.</param>
internal sealed record RetractionBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <summary>The body of <c>CommentOnProposal</c>.</summary>
/// <param name="About">The proposal.</param>
/// <param name="Text">What the unit says to it.</param>
internal sealed record CommentBody(ProposalKeyBody About, [property: StringLength(Remark.LongestText, MinimumLength = 1)] string Text);

/// <param name="Unit">The unit that is proposed.</param>
/// <param name="Award">For what.</param>
internal sealed record ProposalKeyBody([property: Slug] string Unit, [property: Slug] string Award)
{
    public ProposalKey ToKey() => new(Unit, Award);
}

/// <summary>The body of <c>RecordLetter</c>.</summary>
/// <param name="About">The proposal.</param>
/// <param name="Sender">Who wrote it: an organisation, a citizen or the press. Never who in person: that stands in the letter.</param>
/// <param name="Received">The day on which it came.</param>
/// <param name="Text">What it says, in short and without names of people.</param>
/// <param name="Letter">Its number and day, where it has them.</param>
internal sealed record LetterBody(
    ProposalKeyBody About,
    RemarkSender Sender,
    DateOnly Received,
    [property: StringLength(Remark.LongestText, MinimumLength = 1)] string Text,
    PaperReference? Letter = null);

/// <summary>The body of <c>AnswerComment</c> and <c>AnswerLetter</c>.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Text">In words, for the minutes of the council.</param>
internal sealed record RemarkAnswerBody(RemarkOutcome Outcome, [property: StringLength(Remark.LongestText, MinimumLength = 1)] string Text);
