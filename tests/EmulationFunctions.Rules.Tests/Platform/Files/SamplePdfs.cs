using System.Globalization;
using System.Text;
using PdfSharp.Pdf;

namespace EmulationFunctions.Rules.Tests.Platform.Files;

/// <summary>PDFs that are encrypted, as another program writes them.</summary>
internal static class SamplePdfs
{
    /// <param name="method">How: 1 and 2 RC4, 4 AES with 128 bits, 5 AES with 256.</param>
    /// <param name="password">Without which it does not open; empty where it opens for everybody and only cannot be changed.</param>
    public static byte[] Encrypted(int method, string password)
    {
        using var document = new PdfDocument();
        document.AddPage();
        document.SecuritySettings.OwnerPassword = "of the office";
        document.SecuritySettings.UserPassword = password;
        switch (method)
        {
            case 1:
                document.SecurityHandler.SetEncryptionToV1();
                break;
            case 2:
                document.SecurityHandler.SetEncryptionToV2();
                break;
            case 4:
                document.SecurityHandler.SetEncryptionToV4UsingAES();
                break;
            default:
                document.SecurityHandler.SetEncryptionToV5();
                break;
        }

        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }

    /// <summary>The same with its index as an object, as newer programs write it; what the index says of objects is left out.</summary>
    public static byte[] WithIndexAsObject(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var (table, trailer) = (text.LastIndexOf("xref\n", text.LastIndexOf("trailer", StringComparison.Ordinal), StringComparison.Ordinal), text.LastIndexOf("trailer", StringComparison.Ordinal) + "trailer".Length);
        var said = text[(text.IndexOf("<<", trailer, StringComparison.Ordinal) + 2)..text.LastIndexOf(">>", StringComparison.Ordinal)];
        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text[..table]}99 0 obj\n<</Type/XRef/W[1 2 1]/Length 0 {said}>>\nstream\n\nendstream\nendobj\nstartxref\n{table}\n%%EOF\n"));
    }
}
