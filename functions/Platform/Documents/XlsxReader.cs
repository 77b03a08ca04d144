using System.Xml;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Platform.Documents;

/// <summary>
/// Reads the values of a workbook that somebody sent, forward only. Strict: formulas, error values and whatever cannot be read are faults, each at
/// its cell; nothing is guessed and nothing that is there counts as empty. What is too large to be a form is refused (<see cref="XlsxLimits"/>).
/// </summary>
internal sealed class XlsxReader
{
    private readonly XlsxPackage _package;
    private readonly XlsxCount _count;
    private readonly CellFaults _faults = new();
    private string _part = "";

    private XlsxReader(XlsxPackage package, XlsxLimits limits) => (_package, _count) = (package, new(limits));

    /// <summary>Whether it is a workbook, or looks enough like one that this reader has the better sentence for what is wrong with it.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> file) => file.StartsWith("PK"u8) || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <exception cref="Refusal">400 with every fault.</exception>
    public static ReadBook Read(byte[] file, XlsxLimits? limits = null)
    {
        limits ??= new();
        XlsxReader? reader = null;
        try
        {
            using var package = XlsxPackage.Open(file, limits.UnpackedBytes);
            reader = new(package, limits);
            var book = reader.Read();
            return reader._faults.Count == 0 ? book : throw Refusal.BadInput(reader._faults.First, reader._faults.Count);
        }
        catch (UnpackedTooLargeException)
        {
            throw XlsxPackage.TooLarge();
        }
        catch (Exception exception) when (exception is XmlException or InvalidDataException)
        {
            throw XlsxPackage.Damaged(reader?._part ?? "");
        }
    }

    private ReadBook Read()
    {
        var isFrom1904 = false;
        _part = _package.Book;
        var sheets = _package.Sheets(is1904 => isFrom1904 = is1904);
        _part = "xl/sharedStrings.xml";
        XlsxStrings strings;
        using (var xml = _package.Shared("sharedStrings", "sst"))
        {
            strings = XlsxStrings.Read(xml, _count);
        }

        _part = "xl/styles.xml";
        XlsxLooks looks;
        using (var xml = _package.Shared("styles", "styleSheet"))
        {
            looks = XlsxLooks.Read(xml, _count);
        }

        var read = new List<ReadSheet>();
        foreach (var (name, part) in sheets)
        {
            if (part is null)
            {
                _faults.Add(new(name, 1, 1), new($"Trong tệp không có nội dung của trang “{name}”.", $"The part of the sheet “{name}” is not in the file."));
                continue;
            }

            _part = part;
            using var xml = _package.Part(part, "worksheet");
            read.Add(new XlsxSheet(name, strings, new(looks, isFrom1904), _count, _faults).Read(xml));
        }

        return new(read);
    }
}

/// <summary>The first faults of a workbook, and how many there are.</summary>
internal sealed class CellFaults
{
    private readonly List<Fault> _first = [];

    public IReadOnlyList<Fault> First => _first;

    public int Count { get; private set; }

    public void Add(CellPlace place, Words words)
    {
        if (Count++ < Refusal.MostFaults)
        {
            _first.Add(new(place.ToString(), words));
        }
    }
}
