using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Plans;

/// <summary>What papers of plans and regulations say of their adoption, and who signs them.</summary>
internal static class AdoptionWords
{
    public static readonly IReadOnlyList<PaperText> Recipients = ["Các đơn vị thành viên", "Lưu: VT"];

    /// <summary>What nobody has adopted says so at its beginning.</summary>
    public static IEnumerable<PaperBlock> DraftMark(Adoption? adopted) =>
        adopted is null ? [new PaperParagraph(((PaperText)"(Dự thảo)").Bold()) { Align = PaperAlign.Centre, IsIndented = false }] : [];

    /// <param name="what">Such as "Kế hoạch".</param>
    /// <param name="adopted">Null for a draft, which says nothing of it.</param>
    /// <param name="kind">Whether it is a cluster.</param>
    /// <param name="year">The year among whose meetings one is looked for unless it says another.</param>
    public static IEnumerable<PaperBlock> Told(string what, Adoption? adopted, int year, BlocKind kind)
    {
        if (adopted is not null)
        {
            var meeting = adopted.Meeting is null ? "" : FormattableString.Invariant($" tại cuộc họp của {BlocWords.Short(kind)} năm {adopted.MeetingYear ?? year}");
            // Texts and no strings, or the switch would be one and lose the gap.
            yield return new PaperParagraph(adopted switch
            {
                { Day: { } day } => (PaperText)$"{what} này được {BlocWords.Short(kind)} thông qua{meeting} ngày {day}.",
                { Said: { } said } => (PaperText)$"{what} này được {BlocWords.Short(kind)} thông qua{meeting} ({said}).",
                _ => (PaperText)$"{what} này được {BlocWords.Short(kind)} thông qua{meeting}, ngày {PaperText.Gap("ngày thông qua")}.",
            });
        }
    }

    public static PaperSignature SignedByHead(BlocKind kind, string what) => BlocWords.Signed(kind, PaperText.Gap($"họ và tên người ký {what}"));
}
