using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Office.Papers;

/// <summary>A paper as the body issues it: what its letterhead and the record of its number say in place of the gaps. Pure.</summary>
internal static class IssuedPaper
{
    private const string AsAbove = "Như trên";

    /// <param name="paper">As its room composed it.</param>
    /// <param name="kind">Its kind, by its slug.</param>
    /// <param name="symbol">Of its kind; null for none.</param>
    /// <param name="letterhead">Of the body that issues it; null where none was put down.</param>
    /// <param name="number">Its number and day; null while it has none.</param>
    public static Paper Of(Paper paper, string kind, string? symbol, PaperLetterhead? letterhead, PaperNumber? number)
    {
        var head = paper.Head;
        var day = number?.Day ?? head.Day;
        return paper with
        {
            Head = head with
            {
                Issuer = letterhead?.Name ?? head.Issuer,
                BodyAbove = letterhead is { HasNoSuperior: true } ? null : head.BodyAbove is { IsGap: true } gap ? letterhead?.Superior ?? gap : head.BodyAbove,
                Place = head.Place.IsGap ? letterhead?.Place ?? head.Place : head.Place,
                Number = number?.Symbol is { } given ? given
                    : head.Number is { IsGap: true } unknown ? letterhead?.PatternOf(kind, symbol) is { } pattern ? SymbolPattern.Open(pattern, day?.Year, symbol) : unknown
                    : head.Number,
                Day = day,
                To = head.To is [{ IsGap: true }] && letterhead is { Addressees.Count: > 0 } ? [.. letterhead.Addressees.Select(one => (PaperText)one)] : head.To,
            },
            Signatures = [.. paper.Signatures.Select(one => Signed(one, letterhead, number))],
            Annexes = [.. paper.Annexes.Select(annex => annex with { Signatures = [.. annex.Signatures.Select(one => Signed(one, letterhead, number))] })],
            Recipients = letterhead is { Recipients.Count: > 0 } && paper.Recipients.Count > 0
                ? [.. paper.Recipients.Take(1).Where(one => !one.IsGap && one.Plain == AsAbove), .. letterhead.Recipients.Select(one => (PaperText)one)]
                : paper.Recipients,
        };
    }

    /// <summary>Who signed it comes before who signs as a rule.</summary>
    private static PaperSignature Signed(PaperSignature one, PaperLetterhead? letterhead, PaperNumber? number) => one switch
    {
        { IsIssuers: true } => one with
        {
            Capacity = letterhead?.Capacity ?? one.Capacity,
            Post = number?.Signer?.Post ?? letterhead?.Post ?? one.Post,
            Name = number?.Signer?.Name ?? one.Name,
        },
        { IsDeputys: true } => one with { Post = number?.Signer?.Post ?? one.Post, Name = number?.Signer?.Name ?? one.Name },
        _ => one,
    };
}
