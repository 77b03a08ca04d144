using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Opens what somebody says is a workbook, once it is known that it is one and how much is in it.</summary>
internal static class XlsxPackage
{
    /// <summary>Unpacked; about twenty times the largest scheme.</summary>
    public const long MaximumUnpackedBytes = 64 * 1024 * 1024;

    private const int MaximumParts = 1_000;

    /// <summary>How a compound file begins: what is encrypted, and what was saved by Excel before 2007.</summary>
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly byte[] EncryptedPackage = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    private static readonly Words NoWorkbook = new(
        "Tệp này không phải là bảng tính XLSX.", "This file is not an XLSX workbook.");

    /// <exception cref="Refusal">400: what is wrong with the file as a whole.</exception>
    public static SpreadsheetDocument Open(byte[] file)
    {
        if (file.AsSpan().StartsWith(CompoundFile))
        {
            throw Bad(file.AsSpan().IndexOf(EncryptedPackage) >= 0
                ? new("Bảng tính được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.", "The workbook is protected by a password. Remove it and send the file again.")
                : new("Đây là bảng tính kiểu cũ (.xls). Hãy lưu lại thành .xlsx.", "This is a workbook of the old kind (.xls). Save it as .xlsx."));
        }

        DemandBounded(file);
        SpreadsheetDocument? document = null;
        try
        {
            document = SpreadsheetDocument.Open(new MemoryStream(file, writable: false), isEditable: false, new() { MaxCharactersInPart = MaximumUnpackedBytes });
            Demand(document);
            return document;
        }
        catch (Exception exception) when (IsBadFile(exception))
        {
            document?.Dispose();
            throw Bad(NoWorkbook);
        }
        catch (Refusal)
        {
            document?.Dispose();
            throw;
        }
    }

    /// <summary>What the packages throw when a file is not what they expect.</summary>
    public static bool IsBadFile(Exception exception) => exception
        is InvalidDataException or IOException or OpenXmlPackageException or XmlException or FormatException
        or ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException or NullReferenceException or OverflowException;

    public static Refusal NotAWorkbook() => Bad(NoWorkbook);

    public static Refusal Bad(Words words) => Refusal.BadInput("$", words);

    private static void Demand(SpreadsheetDocument document)
    {
        var type = document.WorkbookPart?.ContentType ?? throw Bad(NoWorkbook);
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || document.WorkbookPart.VbaProjectPart is not null || document.WorkbookPart.MacroSheetParts.Any())
        {
            throw Bad(new("Bảng tính có chứa macro nên không được nhận. Hãy lưu lại thành .xlsx không có macro.", "The workbook holds macros, so it is not taken. Save it as .xlsx without macros."));
        }

        if (!type.EndsWith("spreadsheetml.sheet.main+xml", StringComparison.Ordinal))
        {
            throw Bad(NoWorkbook);
        }
    }

    /// <summary>Unpacks everything once, into nothing: what an archive says of its own sizes is not believed.</summary>
    private static void DemandBounded(byte[] file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaximumParts)
            {
                throw TooLarge();
            }

            var buffer = new byte[64 * 1024];
            long bytes = 0;
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                for (var count = content.Read(buffer); count > 0; count = content.Read(buffer))
                {
                    bytes += count;
                    if (bytes > MaximumUnpackedBytes)
                    {
                        throw TooLarge();
                    }
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            throw Bad(NoWorkbook);
        }
    }

    private static Refusal TooLarge() => Bad(new(
        "Nội dung bảng tính sau khi giải nén quá lớn.", "What the workbook holds is too large once it is unpacked."));
}
