using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Evidence;

/// <summary>What a unit may cite.</summary>
internal static class CitationRules
{
    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="cited">What that cites; null where it is not just one of a paper and an entry that there is.</param>
    /// <param name="tree">What the unit is scored by.</param>
    /// <param name="files">The files behind its scores that were not removed.</param>
    public static IReadOnlyList<Fault> Check(CitationBody body, CitedPaper? cited, SchemeTree tree, IEnumerable<EvidenceFile> files)
    {
        var faults = new List<Fault>();
        if (EvidenceUpload.NoSuchLeaf(tree, body.Criterion) is { } words)
        {
            faults.Add(new("$.criterion", words));
        }

        if ((body.Paper is null) == (body.Entry is null))
        {
            faults.Add("$.paper", "Dẫn chiếu một văn bản hoặc một mục của sổ đăng ký; ghi đúng một trong hai.", "Cite a paper or an entry of a register: give just one of them.");
        }
        else if (cited is null)
        {
            faults.Add("$.entry.id", "Sổ đăng ký của đơn vị trong năm này không có mục đó.", "The unit's register of this year has no such entry.");
        }
        else if (cited.Entry is null)
        {
            cited.Paper.Check("$.paper", faults);
        }

        if (body.File is { } id && files.All(file => file.Id != id || file.Criterion != body.Criterion))
        {
            faults.Add("$.file", "Tiêu chí này không có tệp minh chứng đó.", "There is no such file behind that criterion.");
        }

        return faults;
    }
}
