using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>
/// The pact as it is signed, with a block for each member and for each other unit whose signature counts (it may have ended since): the head first, then the deputy, then the others. A unit that signed by its account or on a paper
/// of its own has that in its block; who holds the pen is a gap until it is recorded.
/// </summary>
/// <param name="Members">The members of today, by id.</param>
internal sealed record PactPaper(PactRecord Pact, YearTerms Terms, IReadOnlyList<string> Members)
{
    private const string Kind = "Giao ước thi đua";

    private PactText Text => Pact.Current.Text;

    public Paper Compose() => new(
        new(Terms.Bloc.Name, Kind, Subject) { Number = null, Day = DayOfAll },
        [
            .. Text.Text is { } text ? [new PaperParagraph(text)] : Array.Empty<PaperBlock>(),
            .. Items(),
            .. Targets(),
            .. Text.Scheme is { } scheme
                ? [new PaperParagraph($"Các đơn vị được chấm điểm theo bảng điểm '{scheme.Scheme}', phiên bản {scheme.Version}.")]
                : Array.Empty<PaperBlock>(),
            .. Text.Text is null && Text.Items.Count == 0 && Text.Targets.Count == 0 ? [new PaperParagraph(Text.TextUnknown ? (PaperText)$"Nội dung không được ghi lại: {PaperText.Gap("nội dung giao ước")}." : PaperText.Gap("nội dung giao ước"))] : Array.Empty<PaperBlock>(),
        ])
    {
        Grounds = [.. Text.Grounds.Select(paper => (PaperText)$"Căn cứ {paper.Cited()}")],
        Signatures = [.. Order.Select(Signature)],
    };

    /// <summary>"năm 2017" below the kind, of "Giao ước thi đua năm 2017"; a title of another form stands there whole.</summary>
    private string Subject =>
        Text.Title.StartsWith(Kind, StringComparison.OrdinalIgnoreCase) && Text.Title.Length > Kind.Length ? VietnameseFirst(Text.Title[Kind.Length..].Trim()) : Text.Title;

    /// <summary>The day on which all signed; null while they did on several, or on none.</summary>
    private DateOnly? DayOfAll => Pact.Valid.Select(one => one.Day).Distinct().ToList() is [{ } day] ? day : null;

    private IEnumerable<string> Order => Members.Union(Pact.Valid.Select(one => one.Unit)).OrderBy(unit => unit == Terms.Leaders.Head ? 0 : unit == Terms.Leaders.Deputy ? 1 : 2).ThenBy(unit => Terms.Names[unit], VietnameseNames.Order);

    private IEnumerable<PaperBlock> Items()
    {
        if (Text.Items.Count == 0)
        {
            yield break;
        }

        yield return new PaperHeading(1, "I. NỘI DUNG THI ĐUA");
        foreach (var (index, item) in Text.Items.Index())
        {
            yield return new PaperParagraph(item.Heading is { } heading ? (PaperText)$"{index + 1}. {$"{heading}:".Bold()} {item.Text}" : (PaperText)$"{index + 1}. {item.Text}");
        }
    }

    private IEnumerable<PaperBlock> Targets()
    {
        if (Text.Targets.Count == 0)
        {
            yield break;
        }

        yield return new PaperHeading(1, $"{(Text.Items.Count == 0 ? "I" : "II")}. CHỈ TIÊU PHẤN ĐẤU");
        // A share of a share stands below the one that it is a share of.
        var lines = Text.Targets.Where(target => target.Within is null).SelectMany(outer => Below(outer).Prepend(outer)).ToList();
        foreach (var (index, target) in lines.Index())
        {
            PaperText said = target.Within is null ? TargetWords.Of(target) : $"trong đó {TargetWords.Of(target)}";
            yield return new PaperList([said.EndingWith(index < lines.Count - 1 ? ";" : ".")], target.Within is null ? PaperMark.Dash : PaperMark.Plus);
        }
    }

    private IEnumerable<PactTarget> Below(PactTarget outer) => Text.Targets.Where(target => target.Within == outer.Id).SelectMany(inner => Below(inner).Prepend(inner));

    private PaperSignature Signature(string unit)
    {
        var (name, signed) = (Terms.Names[unit], Pact.ValidOf(unit));
        return new((signed?.Signer?.Post).OrGap($"chức vụ người ký của {name}", "chức vụ người ký"), (signed?.Signer?.Name).OrGap($"họ và tên người ký của {name}", "họ và tên người ký"))
        {
            Capacity = name,
            Note = signed switch
            {
                { Way: SignatureWay.Account, Day: { } day } => (PaperText)$"(Đã ký bằng tài khoản của đơn vị ngày {day})",
                { Way: SignatureWay.Paper, Day: { } day } => (PaperText)$"(Đã ký trên bản giấy ngày {day})",
                { DaySaid: { } said } => (PaperText)$"(Đã ký trên bản giấy, {said})",
                _ => null,
            },
        };
    }

    private static string VietnameseFirst(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
