using System.Buffers;
using System.Buffers.Text;

namespace EmulationFunctions.Platform.Files;

/// <summary>Looks at the two ends of a PDF: a reader finds its way into it from the last lines, which say where the index is.</summary>
internal static class PdfStructure
{
    private const int TailLength = 1024;
    private const int Window = 64 * 1024;

    /// <summary>What fills blocks of storage and places for signatures, behind the end.</summary>
    private static readonly SearchValues<byte> Padding = SearchValues.Create("\0\t\n\f\r "u8);

    /// <param name="file">The whole file.</param>
    /// <param name="header">How many bytes stand before it; some programs count from there.</param>
    public static FileVerdict Inspect(Stream file, int header)
    {
        var end = EndOf(file);
        var tail = FileInspection.Read(file, Math.Max(0, end - TailLength), (int)Math.Min(TailLength, end));
        if (tail.IndexOf("%%EOF"u8) < 0)
        {
            return FileFlaw.CutShort;
        }

        var start = tail.LastIndexOf("startxref"u8);
        if (start < 0)
        {
            return FileFlaw.Damaged;
        }

        var number = tail[(start + "startxref"u8.Length)..];
        number = number[Math.Max(0, number.IndexOfAnyExcept(Padding))..];
        var index = Utf8Parser.TryParse(number, out long place, out _) ? place : 0;
        return PdfPassword.IsNeeded(file, index, header) ? FileFlaw.Encrypted : FileType.Pdf;
    }

    /// <summary>Where the last bytes begin that are of a text; negative when it is nowhere.</summary>
    public static long FindLast(Stream file, ReadOnlySpan<byte> text)
    {
        for (var end = file.Length; end > 0;)
        {
            var from = Math.Max(0, end - Window);
            var at = FileInspection.Read(file, from, (int)(end - from) + text.Length - 1).LastIndexOf(text);
            if (at >= 0)
            {
                return from + at;
            }

            end = from;
        }

        return -1;
    }

    private static long EndOf(Stream file)
    {
        for (var end = file.Length; end > 0;)
        {
            var from = Math.Max(0, end - Window);
            var last = FileInspection.Read(file, from, (int)(end - from)).LastIndexOfAnyExcept(Padding);
            if (last >= 0)
            {
                return from + last + 1;
            }

            end = from;
        }

        return 0;
    }
}
