using System.Buffers.Binary;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Puts pictures into a paper.</summary>
internal sealed class DocxPictures(MainDocumentPart main)
{
    /// <summary>Of a twentieth of a point, and of a pixel of 1/96 inch, in the units of drawings.</summary>
    private const long Twip = 635;
    private const long Pixel = 9525;

    /// <summary>9 cm, in the same units: a picture as wide as the page keeps below it, and seldom has to leave a page half empty.</summary>
    private const long MostHeight = 3_240_000;

    private int _made;

    /// <summary>The picture with its caption; a gap where the bytes are none that a paper can show.</summary>
    public IEnumerable<OpenXmlElement> Make(PaperPicture picture, DocxParagraphs texts, int width)
    {
        if (Size(picture.Content) is not ({ } type, var across and > 0, var down and > 0))
        {
            return texts.Lines(PaperText.Gap($"ảnh “{picture.Caption.Plain}”"), DocxStyles.Caption);
        }

        var id = $"rIdPicture{DocxParagraphs.Number(++_made)}";
        using (var content = new MemoryStream(picture.Content, writable: false))
        {
            main.AddImagePart(type, id).FeedData(content);
        }

        var shrink = Math.Min(1, Math.Min(width * Twip / (double)(across * Pixel), MostHeight / (double)(down * Pixel)));
        var (cx, cy) = (Math.Max(1, (long)(across * Pixel * shrink)), Math.Max(1, (long)(down * Pixel * shrink)));
        return
        [
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = DocxStyles.Middle }, new KeepNext(), new SpacingBetweenLines { Before = "120" }),
                new Run(new Drawing(Inline(id, (uint)_made, DocxTexts.Clean(picture.Caption.Plain), cx, cy)))),
            .. texts.Lines(picture.Caption, DocxStyles.Caption),
        ];
    }

    private static Wp.Inline Inline(string id, uint number, string told, long cx, long cy) => new(
        new Wp.Extent { Cx = cx, Cy = cy },
        new Wp.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
        new Wp.DocProperties { Id = number, Name = $"Ảnh {number}", Description = told },
        new A.Graphic(new A.GraphicData(new Pic.Picture(
            new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = number, Name = $"Ảnh {number}" }, new Pic.NonVisualPictureDrawingProperties()),
            new Pic.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new Pic.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = cx, Cy = cy }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })))
        {
            Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture",
        }))
    {
        DistanceFromTop = 0,
        DistanceFromBottom = 0,
        DistanceFromLeft = 0,
        DistanceFromRight = 0,
    };

    /// <summary>What the picture is and how large, in pixels; null and 0 where it says neither.</summary>
    private static (PartTypeInfo? Type, long Width, long Height) Size(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length >= 24 && bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]))
        {
            return (ImagePartType.Png, BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]));
        }

        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            return default;
        }

        // From mark to mark: 0xFF, its kind, its length; the frame says height and width.
        for (var at = 2; at + 9 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var mark = bytes[at + 1];
            if (mark == 0xFF)
            {
                at++;
            }
            else if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (ImagePartType.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }
            else
            {
                at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            }
        }

        return default;
    }
}
