using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>The body of <c>PutPact</c>: the whole pact.</summary>
/// <param name="Title">As it stands over it, such as "Giao ước thi đua năm 2026".</param>
/// <param name="Text">What is promised in running words; none where all of it is in items and targets.</param>
/// <param name="Scheme">The bloc's own version of the scoring scheme, where the pact holds one.</param>
/// <param name="IsForSigning">Whether the members may sign it now; they get a mail. Before, it is a draft.</param>
/// <param name="TextUnknown">Whether it is known to have been signed and nobody knows what it promises: then there are no text, items and targets, and signatures are recorded from paper alone.</param>
[PartsRefer]
internal sealed record PactBody(
    [property: StringLength(Pact.LongestTitle, MinimumLength = 1)] string Title,
    [property: StringLength(Pact.LongestText, MinimumLength = 1)] string? Text = null,
    SchemeVersionBody? Scheme = null,
    bool IsForSigning = false,
    bool TextUnknown = false)
{
    /// <summary>The papers it rests on, in the order of citation.</summary>
    [Items(0, Pact.MostGrounds)]
    public IReadOnlyList<PaperReference> Grounds { get; init; } = [];

    /// <summary>What is promised point by point.</summary>
    [Items(0, Pact.MostItems)]
    public IReadOnlyList<PactItem> Items { get; init; } = [];

    /// <summary>What every member is to reach.</summary>
    [Items(0, PactTarget.Most)]
    public IReadOnlyList<PactTarget> Targets { get; init; } = [];

    /// <summary>The days by which every unit reports its progress; no part of what is signed.</summary>
    [Items(0, Pact.MostReportDays)]
    public IReadOnlyList<DateOnly> ReportBy { get; init; } = [];

    /// <summary>Files that belong to it; no part of what is signed.</summary>
    [Items(0, Pact.MostPictures)]
    public IReadOnlyList<PactPicture> Pictures { get; init; } = [];

    /// <summary>What is signed, without outer blanks.</summary>
    public PactText ToText() => new(
        Title.Trim(),
        [.. Grounds.Select(paper => paper.Trimmed())],
        Text?.Trim() is { Length: > 0 } text ? text : null,
        [.. Items.Select(item => new PactItem(item.Text.Trim(), item.Heading?.Trim()))],
        [.. Targets.Select(target => target.Trimmed())],
        Scheme is { } scheme ? new(scheme.Id, scheme.Version) : null)
    {
        TextUnknown = TextUnknown,
    };
}

/// <summary>The body of <c>SignPact</c>.</summary>
/// <param name="TextHash">The hash of the text that was read or signed, as <c>GetPact</c> gives it: a text that has changed meanwhile is not signed.</param>
/// <param name="Signer">Who holds the pen for the unit, where that is to be recorded.</param>
/// <param name="Paper">Only for a signature on paper, which the head or the office records.</param>
internal sealed record SignatureBody(
    [property: StringLength(SignatureBody.HashLength, MinimumLength = SignatureBody.HashLength)] string TextHash, SignerBody? Signer = null, PaperSignatureBody? Paper = null)
{
    public const int HashLength = 64;
}

/// <param name="Scan">The id of the bloc's file that shows the signature; none where nobody has it.</param>
/// <param name="Day">The day on which it was signed.</param>
/// <param name="DaySaid">When, in the words of the paper, where no day is known.</param>
internal sealed record PaperSignatureBody(
    [property: Slug] string? Scan = null,
    DateOnly? Day = null,
    [property: StringLength(Signature.LongestDaySaid, MinimumLength = 1)] string? DaySaid = null);

/// <summary>The body of <c>WithdrawSignature</c>.</summary>
/// <param name="Reason">Why.</param>
internal sealed record WithdrawalBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <summary>How far the signing is.</summary>
[JsonConverter(typeof(CamelCaseEnum<PactState>))]
internal enum PactState
{
    /// <summary>Nobody may sign yet.</summary>
    Draft,

    /// <summary>A member has not signed.</summary>
    Incomplete,

    /// <summary>Every member of the day has signed.</summary>
    Complete,

    /// <summary>Not all members of the bloc are listed, so nobody can say that all have signed.</summary>
    MembersUnknown,
}

/// <param name="Unit">Who signed.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Edition">Which edition of the text.</param>
/// <param name="TextHash">The hash of that text.</param>
/// <param name="Way">By the unit's account, or on paper.</param>
/// <param name="Day">On which day; null where only words are known.</param>
/// <param name="DaySaid">When, in the words of the paper, where no day is known.</param>
/// <param name="RecordedAt">When it was put down here.</param>
/// <param name="SignerName">Who held the pen; null where nobody recorded it, or it was erased.</param>
/// <param name="SignerPost">The signer's post; null likewise.</param>
/// <param name="Scan">Of a paper: the id of the bloc's file that shows it; null where nobody has it.</param>
/// <param name="HasScan">Of a paper: whether there is such a file; null for an account.</param>
/// <param name="WithdrawnReason">Why it was taken back; null unless it was.</param>
internal sealed record SignatureView(
    string Unit,
    string UnitName,
    int Edition,
    string TextHash,
    SignatureWay Way,
    DateOnly? Day,
    string? DaySaid,
    DateTimeOffset RecordedAt,
    string? SignerName,
    string? SignerPost,
    string? Scan,
    bool? HasScan,
    string? WithdrawnReason)
{
    public static SignatureView Of(Signature one, YearTerms terms) => new(
        one.Unit, terms.Names[one.Unit], one.Edition, one.TextHash, one.Way, one.Day, one.DaySaid, one.RecordedAt, one.Signer?.Name, one.Signer?.Post, one.Scan, one.Way == SignatureWay.Paper ? one.Scan is not null : null, one.Withdrawn?.Reason);
}

/// <param name="Unit">A member that has not signed.</param>
/// <param name="UnitName">What people call it.</param>
internal sealed record MissingUnit(string Unit, string UnitName);

/// <param name="Code">What it is.</param>
/// <param name="Path">Where in the pact.</param>
/// <param name="Text">A sentence for people.</param>
internal sealed record PactWarningView(PactWarningCode Code, string Path, string Text);

/// <param name="Target">As it was promised.</param>
/// <param name="OfAll">Of a percentage: the share of all, where it is a share of another target's share.</param>
internal sealed record TargetView(PactTarget Target, Percent? OfAll)
{
    public static IReadOnlyList<TargetView> Of(IReadOnlyList<PactTarget> targets) => [.. targets.Select(one => new TargetView(one, one.OfAll(targets)))];
}

/// <param name="Edition">Which edition of the text this is; from 1.</param>
/// <param name="LatestEdition">The one that is signed now.</param>
/// <param name="Title">As it stands over it.</param>
/// <param name="Grounds">The papers it rests on.</param>
/// <param name="Text">What is promised in running words; null where there are none.</param>
/// <param name="TextUnknown">Whether nobody knows what it promises.</param>
/// <param name="Items">What is promised point by point.</param>
/// <param name="Targets">What is to be reached.</param>
/// <param name="Scheme">The bloc's own version of the scoring scheme; null where the pact holds none.</param>
/// <param name="TextHash">What <c>SignPact</c> sends of the text that was read.</param>
/// <param name="IsForSigning">Whether members may sign it.</param>
/// <param name="ReportBy">The days by which every unit reports its progress.</param>
/// <param name="Pictures">Files that belong to it.</param>
/// <param name="State">How far the signing of the latest edition is.</param>
/// <param name="StateText">The same as a sentence.</param>
/// <param name="Members">How many members the bloc has today, by its list.</param>
/// <param name="StatedMembers">How many it is said to have; null where nothing says.</param>
/// <param name="Signatures">Those that count.</param>
/// <param name="Missing">Members that have not signed.</param>
/// <param name="Void">Signatures that a change of the text or a withdrawal made void.</param>
/// <param name="Warnings">What should be looked at; it stands in the way of nothing.</param>
internal sealed record PactView(
    int Edition,
    int LatestEdition,
    string Title,
    IReadOnlyList<PaperReference> Grounds,
    string? Text,
    bool TextUnknown,
    IReadOnlyList<PactItem> Items,
    IReadOnlyList<TargetView> Targets,
    SchemeVersionBody? Scheme,
    string TextHash,
    bool IsForSigning,
    IReadOnlyList<DateOnly> ReportBy,
    IReadOnlyList<PactPicture> Pictures,
    PactState State,
    string StateText,
    int Members,
    int? StatedMembers,
    IReadOnlyList<SignatureView> Signatures,
    IReadOnlyList<MissingUnit> Missing,
    IReadOnlyList<SignatureView> Void,
    IReadOnlyList<PactWarningView> Warnings)
{
    /// <param name="shown">Which edition is shown.</param>
    public static PactView Of(PactRecord record, Pact shown, YearTerms terms, DateOnly today, Language language)
    {
        var signing = Signing.Of(record, terms, today);
        List<Signature> valid = [.. record.Valid];
        return new(
            shown.Edition,
            record.Current.Edition,
            shown.Text.Title,
            shown.Text.Grounds,
            shown.Text.Text,
            shown.Text.TextUnknown,
            shown.Text.Items,
            TargetView.Of(shown.Text.Targets),
            shown.Text.Scheme is { } scheme ? new(scheme.Scheme, scheme.Version) : null,
            shown.Hash,
            shown.IsForSigning,
            shown.ReportBy,
            shown.Pictures,
            signing.State,
            signing.Words.In(language),
            signing.Members.Count,
            terms.Bloc.StatedMemberCount,
            [.. valid.Select(one => SignatureView.Of(one, terms))],
            [.. signing.Missing.Select(unit => new MissingUnit(unit, terms.Names[unit]))],
            [.. record.Void.Select(one => SignatureView.Of(one, terms))],
            [.. PactWarning.Of(terms.Id.Year, shown, terms.Cycle.SchemeOf(terms.Id.Bloc)).Concat(PactWarning.Of(valid)).Select(one => new PactWarningView(one.Code, one.Path, one.Words.In(language)))]);
    }
}
