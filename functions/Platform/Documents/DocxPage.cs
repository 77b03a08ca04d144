using DocumentFormat.OpenXml.Wordprocessing;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A4 with the margins of annex I of Decree 30/2020/NĐ-CP. All in twentieths of a point ("twips"); 1 mm is 56.7.</summary>
/// <param name="Width">Between the margins.</param>
internal sealed record DocxPage(int Width, bool IsLying)
{
    private const int Short = 11906;
    private const int Long = 16838;

    /// <summary>20 mm above and below, 30 mm where it is bound, 15 mm at the other side; the number stands 10 mm from the edge.</summary>
    private const int Margin = 1134;
    private const int Bound = 1701;
    private const int Free = 850;
    private const int Number = 567;

    public static readonly DocxPage Upright = new(Short - Bound - Free, IsLying: false);
    public static readonly DocxPage Lying = new(Long - Bound - Free, IsLying: true);

    /// <param name="header">The part with the page's number.</param>
    /// <param name="isAnnex">Whether pages are counted anew.</param>
    public SectionProperties Section(string header, bool isAnnex)
    {
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
            new SectionType { Val = SectionMarkValues.NextPage },
            IsLying
                ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape }
                : new PageSize { Width = Short, Height = Long },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Bound, Right = Free, Header = Number, Footer = Number, Gutter = 0 });
        if (isAnnex)
        {
            section.Append(new PageNumberType { Start = 1 });
        }

        // Not on the first page.
        section.Append(new TitlePage());
        return section;
    }
}
