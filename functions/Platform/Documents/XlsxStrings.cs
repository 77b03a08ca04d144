using System.Globalization;
using System.Xml;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Platform.Documents;

/// <summary>A text of a workbook as it is meant, or why it cannot be one.</summary>
internal readonly record struct XlsxText(string Text, Words? Flaw)
{
    private static readonly Words Controls = new("Có ký tự điều khiển không hiển thị được.", "Contains control characters that cannot be shown.");

    private static readonly Words TooLong = new(
        $"Dài quá {XlsxTexts.LongestText} ký tự, nhiều hơn một ô có thể chứa.", $"Longer than the {XlsxTexts.LongestText} letters that a cell can hold.");

    public static XlsxText Of(string raw)
    {
        var text = XlsxTexts.Read(raw);
        return text.Length > XlsxTexts.LongestText ? new("", TooLong) : XlsxTexts.HasControls(text) ? new("", Controls) : new(text, null);
    }
}

/// <summary>The texts that a workbook's cells point to, each kept and composed once.</summary>
internal sealed class XlsxStrings
{
    private readonly List<XlsxText> _texts = [];

    private XlsxStrings()
    {
    }

    /// <param name="strings">At its first element; null when there is none.</param>
    /// <param name="count">Stops it where there are too many.</param>
    public static XlsxStrings Read(XmlReader? strings, XlsxCount count)
    {
        var read = new XlsxStrings();
        var letters = new XlsxLetters();
        while (strings?.NextChild(0) == true)
        {
            if (strings.LocalName == "si")
            {
                count.String();
                letters.AddItem(strings);
                var text = XlsxText.Of(letters.Take());
                count.Letters(text.Text.Length);
                read._texts.Add(text);
            }
        }

        return read;
    }

    /// <summary>Null when there is no such text.</summary>
    public XlsxText? Of(ReadOnlySpan<char> place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _texts.Count ? _texts[index] : null;
}

/// <summary>Collects the letters of an element, and no more of them than a cell can hold.</summary>
internal sealed class XlsxLetters
{
    /// <summary>A letter may be written as <c>_x000D_</c>; what is longer than this is too long whatever it means.</summary>
    private const int Longest = 7 * XlsxTexts.LongestText + 1;

    private char[] _letters = new char[256];
    private int _count;

    /// <summary>What was collected; until more is.</summary>
    public ReadOnlySpan<char> Read => _letters.AsSpan(0, _count);

    /// <summary>Begins anew.</summary>
    public void Clear() => _count = 0;

    /// <summary>What was collected as a text, and begins anew.</summary>
    public string Take()
    {
        var text = Read.ToString();
        Clear();
        return text;
    }

    /// <summary>The letters in all their looks (<c>t</c>, <c>r/t</c>); how something is pronounced is not part of it.</summary>
    public void AddItem(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.LocalName == "t")
            {
                Add(xml);
            }
            else if (xml is { LocalName: "r", IsEmptyElement: false })
            {
                while (xml.NextChild(depth + 1))
                {
                    if (xml.LocalName == "t")
                    {
                        Add(xml);
                    }
                }
            }
        }
    }

    /// <summary>All letters in the element.</summary>
    public void Add(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                AddValue(xml);
            }
        }
    }

    /// <summary>The value of an attribute; false when the element has none of that name.</summary>
    public bool ReadAttribute(XmlReader xml, string name)
    {
        Clear();
        if (!xml.MoveToAttribute(name))
        {
            return false;
        }

        AddValue(xml);
        xml.MoveToElement();
        return true;
    }

    private void AddValue(XmlReader xml)
    {
        while (_count < Longest && xml.ReadValueChunk(_letters, _count, _letters.Length - _count) is > 0 and var read)
        {
            _count += read;
            if (_count == _letters.Length)
            {
                Array.Resize(ref _letters, 2 * _count);
            }
        }
    }
}
