using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Texts;

/// <summary>When a legal text holds, and what the register takes.</summary>
internal static class TextRules
{
    /// <summary>How the text as a whole stands on that day.</summary>
    public static Validity On(LegalText text, DateOnly day)
    {
        var rest = Of(text.From ?? text.Paper.Day, text.Until, day);
        return text.Provisions.All(provision => On(text, provision, day) == rest) ? rest
            : rest is Validity.InForce || text.Provisions.Any(provision => On(text, provision, day) is Validity.InForce) ? Validity.InPart
            : rest;
    }

    /// <summary>How one of its provisions stands on that day. A text may end and leave some of them in force.</summary>
    public static Validity On(LegalText text, Provision provision, DateOnly day) =>
        Of(provision.From ?? text.From ?? text.Paper.Day, provision.Until ?? text.Until, day);

    /// <summary>Faults of what was sent; its form has been checked.</summary>
    public static IReadOnlyList<Fault> Check(LegalText text)
    {
        var faults = new List<Fault>();
        text.Paper.CheckNumbered("$.paper", faults);
        CheckTime(text.From ?? text.Paper.Day, text.Until, "$.until", faults);
        CheckReplaced(text.Id, text.ReplacedBy, text.Until, "$", faults);
        for (var index = 0; index < text.Provisions.Count; index++)
        {
            var (provision, path) = (text.Provisions[index], $"$.provisions[{index}]");
            if (provision.Name.Length == 0)
            {
                faults.Add($"{path}.name", "Cần ghi tên điều khoản.", "The provision's name is needed.");
            }
            else if (text.Provisions.Take(index).Any(earlier => VietnameseNames.Same(earlier.Name, provision.Name)))
            {
                faults.Add($"{path}.name", $"“{provision.Name}” bị lặp lại.", $"“{provision.Name}” is there twice.");
            }

            if (provision is { From: null, Until: null })
            {
                faults.Add(path, "Cần ngày bắt đầu hoặc ngày hết hiệu lực riêng của điều khoản.", "A provision is named for a first or a last day of its own.");
            }

            CheckTime(provision.From ?? text.From ?? text.Paper.Day, provision.Until, $"{path}.until", faults);
            CheckReplaced(text.Id, provision.ReplacedBy, provision.Until, path, faults);
        }

        return faults;
    }

    private static Validity Of(DateOnly? from, DateOnly? until, DateOnly day) =>
        until < day ? Validity.Ended
        : from is null ? Validity.Unknown
        : from <= day ? Validity.InForce
        : Validity.NotYet;

    private static void CheckTime(DateOnly? from, DateOnly? until, string path, List<Fault> faults)
    {
        if (until < from)
        {
            faults.Add(path, "Ngày hết hiệu lực không thể trước ngày có hiệu lực.", "It cannot end before it begins.");
        }
    }

    private static void CheckReplaced(string id, string? replacedBy, DateOnly? until, string path, List<Fault> faults)
    {
        if (replacedBy == id)
        {
            faults.Add($"{path}.replacedBy", "Văn bản không thể thay thế chính nó.", "A text cannot replace itself.");
        }
        else if (replacedBy is not null && until is null)
        {
            faults.Add($"{path}.until", "Đã bị thay thế thì cần ngày hết hiệu lực.", "What was replaced has a last day.");
        }
    }
}
