using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace EmulationFunctions.Platform.Files;

/// <summary>
/// Whether a PDF opens for everybody, as one does whose password only keeps it from being changed. What says so lies in plain bytes (ISO 32000-2, 7.6.2): it is
/// looked up here and put into an empty document of its own, and PdfPig tries that one. So the library computes the keys, and never unpacks what somebody sent.
/// </summary>
internal static partial class PdfPassword
{
    /// <summary>Far more than a trailer or what it says of encryption needs.</summary>
    private const int LongestObject = 64 * 1024;

    private const int Deepest = 32;

    /// <summary>Two objects, and where they begin.</summary>
    private const string Empty =
        "%PDF-2.0\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        + "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \ntrailer<</Size 3/Root 1 0 R/Encrypt ";

    private const string EmptyEnd = ">>\nstartxref\n101\n%%EOF\n";

    /// <summary>False for what says nothing that can be understood: then a reader must find out.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="index">Where its index is, by its own account.</param>
    /// <param name="header">How many bytes stand before its header.</param>
    public static bool IsNeeded(Stream file, long index, int header)
    {
        try
        {
            return Trailer(file, index, header) is { } trailer
                && trailer.TryGet(NameToken.Encrypt, out var said)
                && (said is IndirectReferenceToken reference ? Find(file, reference.Data) : said as DictionaryToken) is { } encryption
                && (!IsByPassword(encryption) || !Opens(encryption, trailer));
        }
        catch (Exception exception) when (exception is not (OutOfMemoryException or IOException))
        {
            // The library throws whatever it stumbles over in a document that is not sound.
            return false;
        }
    }

    /// <summary>Else by certificates, or by what only one program knows.</summary>
    private static bool IsByPassword(DictionaryToken encryption) => encryption.TryGet(NameToken.Filter, out var filter) && filter is NameToken { Data: "Standard" };

    private static bool Opens(DictionaryToken encryption, DictionaryToken trailer)
    {
        using var document = new MemoryStream();
        var writer = new TokenWriter();
        document.Write(Encoding.ASCII.GetBytes(Empty));
        writer.WriteToken(Hexadecimal(encryption), document);
        if (trailer.TryGet(NameToken.Id, out var id))
        {
            document.Write("/ID"u8);
            writer.WriteToken(Hexadecimal(id), document);
        }

        document.Write(Encoding.ASCII.GetBytes(EmptyEnd));
        try
        {
            using var opened = PdfDocument.Open(document.ToArray());
            return true;
        }
        catch (PdfDocumentEncryptedException)
        {
            return false;
        }
    }

    /// <summary>Its texts are bytes, and must come out as they are.</summary>
    private static IToken Hexadecimal(IToken token) => token switch
    {
        StringToken text => new HexToken(Convert.ToHexString(text.GetBytes()).AsSpan()),
        ArrayToken array => new ArrayToken([.. array.Data.Select(Hexadecimal)]),
        DictionaryToken dictionary => new DictionaryToken(dictionary.Data.ToDictionary(pair => NameToken.Create(pair.Key), pair => Hexadecimal(pair.Value))),
        _ => token,
    };

    /// <summary>The one that the index names, or else the last: every later one repeats what it says of encryption.</summary>
    private static DictionaryToken? Trailer(Stream file, long index, int header)
    {
        foreach (var place in (long[])[index, index + header])
        {
            if (place >= 0 && Index.IsMatch(Encoding.Latin1.GetString(FileInspection.Read(file, place, 64))) && ReadDictionary(file, place) is { } found
                && found.TryGet(NameToken.Type, out var type) && type is NameToken { Data: "XRef" })
            {
                return found;
            }
        }

        return PdfStructure.FindLast(file, "trailer"u8) is >= 0 and var last ? ReadDictionary(file, last) : null;
    }

    /// <summary>An object may stand there several times; the last one holds.</summary>
    private static DictionaryToken? Find(Stream file, IndirectReference reference)
    {
        var name = $"{reference.ObjectNumber} {reference.Generation} obj";
        var place = new[] { $"\n{name}", $"\r{name}", $" {name}" }.Max(text => PdfStructure.FindLast(file, Encoding.ASCII.GetBytes(text)));
        return place >= 0 ? ReadDictionary(file, place) : null;
    }

    /// <summary>The first one behind a place, with at most a name and three other words between.</summary>
    private static DictionaryToken? ReadDictionary(Stream file, long place)
    {
        var scanner = new CoreTokenScanner(
            new MemoryInputBytes(FileInspection.Read(file, place, LongestObject).ToArray()), usePdfDocEncoding: false, new StackDepthGuard(Deepest), useLenientParsing: true);
        for (var word = 0; word < 4 && scanner.MoveNext(); word++)
        {
            if (scanner.CurrentToken is DictionaryToken dictionary)
            {
                return dictionary;
            }
        }

        return null;
    }

    /// <summary>An index that is an object.</summary>
    [GeneratedRegex(@"^\s*\d+\s+\d+\s+obj")]
    private static partial Regex Index { get; }
}
