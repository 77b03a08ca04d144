using System.Globalization;
using System.Text;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Files;

/// <summary>Names of files as people gave them: safe to keep, to show and to save under. Never part of an address.</summary>
internal static class FileName
{
    /// <summary>What the common file systems take.</summary>
    public const int MaximumLength = 255;

    /// <summary>Has a meaning to some file system.</summary>
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>
    /// The last part of the name, composed, without invisible characters; what file systems forbid becomes a low line.
    /// </summary>
    /// <param name="name">As it was sent.</param>
    /// <param name="faults">Told when nothing is left of it, when it is too long, or when it holds control characters.</param>
    public static string Clean(string? name, ICollection<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            faults.Add("name", "Thiếu tên tệp.", "The file's name is missing.");
            return "";
        }

        if (name.Any(char.IsControl))
        {
            faults.Add("name", "Tên tệp có ký tự điều khiển.", "The file's name holds control characters.");
            return "";
        }

        var text = new StringBuilder(name.Length);
        // Some browsers send the whole path.
        foreach (var rune in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            // Format characters are invisible, and some turn the order of letters round: "gpj.exe" shows as "exe.jpg".
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                text.Append(rune.IsBmp && Forbidden.Contains((char)rune.Value) ? "_" : rune.ToString());
            }
        }

        var clean = text.ToString().Normalize(NormalizationForm.FormC).Trim().TrimEnd('.', ' ');
        if (clean.Length == 0)
        {
            faults.Add("name", "Không đọc được tên tệp.", "The file's name cannot be read.");
        }
        else if (clean.Length > MaximumLength)
        {
            faults.Add("name", $"Tên tệp dài quá {MaximumLength} ký tự.", $"The file's name is longer than {MaximumLength} characters.");
        }

        return clean;
    }

    /// <summary>The name with an ending that suits what the file is, so that it opens with the right program and no other.</summary>
    public static string For(string name, FileType type) =>
        type.Endings().Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? name : name + type.Endings()[0];

    /// <summary>
    /// Always to be saved, never to be shown in the browser. The name comes twice (RFC 6266): for old programs in plain letters,
    /// and in full (RFC 8187).
    /// </summary>
    public static string Disposition(string name) => $"attachment; filename=\"{Plain(name)}\"; filename*=UTF-8''{Encoded(name)}";

    /// <summary>Vietnamese letters without their marks; whatever else is not ASCII becomes a low line.</summary>
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case 'đ':
                    plain.Append('d');
                    break;
                case 'Đ':
                    plain.Append('D');
                    break;
                case '"' or '\\' or '%':
                    plain.Append('_');
                    break;
                case >= 0x20 and < 0x7F:
                    plain.Append((char)rune.Value);
                    break;
                default:
                    if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                    {
                        plain.Append('_');
                    }

                    break;
            }
        }

        return plain.ToString();
    }

    private static string Encoded(string name)
    {
        const string Bare = "!#$&+-.^_`|~";
        var encoded = new StringBuilder(name.Length * 3);
        foreach (var one in Encoding.UTF8.GetBytes(name))
        {
            if (char.IsAsciiLetterOrDigit((char)one) || Bare.Contains((char)one))
            {
                encoded.Append((char)one);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
            }
        }

        return encoded.ToString();
    }
}
