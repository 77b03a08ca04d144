namespace EmulationFunctions.Platform.Documents;

/// <summary>The head, the text and the end of a paper as elements of a page.</summary>
internal sealed class HtmlBlocks(HtmlTexts texts)
{
    public void Write(Paper paper)
    {
        texts.Put(paper.IsLying ? "<div class=\"lying\">" : "<div>");
        Head(paper.Head);
        foreach (var (index, ground) in paper.Grounds.Index())
        {
            texts.Text("p", "slanted", ground.EndingWith(index < paper.Grounds.Count - 1 ? ";" : "."));
        }

        Blocks(DocxBlocks.Ended(paper));
        Ends(paper.Signatures, paper.Recipients);
        texts.Put("</div>");
        foreach (var (index, annex) in paper.Annexes.Index())
        {
            texts.Put(annex.IsLying ? "<div class=\"annex lying\">" : "<div class=\"annex\">");
            texts.Text("p", "middle strong", paper.Annexes.Count > 1 ? $"Phụ lục {DocxHead.Roman(index + 1)}" : "Phụ lục");
            texts.Text("p", "middle strong capitals", annex.Title);
            texts.Text("p", "middle slanted", $"(Kèm theo {paper.Head.Kind ?? "Công văn"}{(paper.Head.Number is { } symbol ? (PaperText)$" số {symbol}" : "")} {DocxHead.Day(paper.Head.Day)} của {paper.Head.Issuer})");
            Blocks(annex.Blocks);
            Ends(annex.Signatures, []);
            texts.Put("</div>");
        }
    }

    private void Head(PaperHead head)
    {
        texts.Put("<div class=\"head\">");
        texts.Put("<div>");
        if (head.BodyAbove is { } above)
        {
            texts.Text("p", "capitals", above);
        }

        texts.Text("p", "strong capitals", head.Issuer);
        texts.Put("<div class=\"rule\"></div>");
        if (head.Number is { } number)
        {
            texts.Text("p", "", $"Số: {number}");
        }

        if (head.Kind is null)
        {
            texts.Text("p", "", $"V/v {head.Subject}");
        }

        texts.Put("</div>");
        texts.Put("<div>");
        texts.Text("p", "strong", Letterhead.Country);
        texts.Text("p", "strong", Letterhead.Motto);
        texts.Put("<div class=\"rule\"></div>");
        if (head.HasPlaceAndDay)
        {
            texts.Text("p", "slanted", $"{head.Place}, {DocxHead.Day(head.Day)}");
        }

        texts.Put("</div></div>");
        if (head.Kind is { } kind)
        {
            texts.Text("h1", "middle title capitals strong", kind);
            texts.Text("p", "middle strong", head.Subject);
            texts.Put("<div class=\"rule\"></div>");
        }

        if (head.To.Count > 0)
        {
            texts.Put("<div class=\"to\">");
            texts.Text("p", "", head.To is [var only] ? (PaperText)$"Kính gửi: {only}" : "Kính gửi:");
            foreach (var (index, one) in (head.To.Count > 1 ? head.To : []).Index())
            {
                texts.Text("p", "", $"- {one.EndingWith(index < head.To.Count - 1 ? ";" : ".")}");
            }

            texts.Put("</div>");
        }
    }

    private void Blocks(IEnumerable<PaperBlock> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case PaperHeading heading:
                    texts.Text($"h{heading.Level + 1}", "", heading.Text);
                    break;
                case PaperChapter chapter:
                    texts.Text("h2", "middle", chapter.Number);
                    texts.Text("p", "middle strong capitals", chapter.Title);
                    break;
                case PaperParagraph paragraph:
                    texts.Text("p", $"{(paragraph.Align is PaperAlign.Justified ? "" : Of(paragraph.Align))}{(paragraph.IsIndented ? "" : " flush")}", paragraph.Text);
                    break;
                case PaperList list:
                    foreach (var (index, item) in list.Items.Index())
                    {
                        texts.Text("p", "", $"{DocxBlocks.Mark(list.Mark, index)} {item}");
                    }

                    break;
                case PaperGrid grid:
                    new HtmlGrids(texts).Make(grid);
                    break;
                case PaperPicture picture:
                    texts.Put($"<figure><img alt=\"\" src=\"data:image/{(picture.Content is [0x89, ..] ? "png" : "jpeg")};base64,{Convert.ToBase64String(picture.Content)}\">");
                    texts.Text("figcaption", "", picture.Caption);
                    texts.Put("</figure>");
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(blocks));
            }
        }
    }

    private void Ends(IReadOnlyList<PaperSignature> signatures, IReadOnlyList<PaperText> recipients)
    {
        if (signatures.Count + recipients.Count == 0)
        {
            return;
        }

        texts.Put("<div class=\"ends\">");
        if (recipients.Count > 0 || signatures.Count == 1)
        {
            texts.Put("<div class=\"recipients\">");
            if (recipients.Count > 0)
            {
                texts.Text("p", "strong slanted", "Nơi nhận:");
            }

            foreach (var (index, one) in recipients.Index())
            {
                texts.Text("p", "", $"- {one.EndingWith(index < recipients.Count - 1 ? ";" : ".")}");
            }

            texts.Put("</div>");
        }

        foreach (var one in signatures)
        {
            texts.Put("<div class=\"sign\">");
            if (one.Capacity is { } capacity)
            {
                texts.Text("p", "strong capitals", capacity);
            }

            texts.Text("p", "strong capitals", one.Post);
            if (one.Note is { } note)
            {
                texts.Text("p", "slanted", note);
            }

            texts.Put("<div class=\"hand\"></div>");
            texts.Text("p", "strong", one.Name);
            texts.Put("</div>");
        }

        texts.Put("</div>");
    }

    /// <summary>The class that aligns so.</summary>
    public static string Of(PaperAlign align) => align switch
    {
        PaperAlign.Centre => "centre",
        PaperAlign.Right => "right",
        PaperAlign.Left => "left",
        _ => "",
    };
}
