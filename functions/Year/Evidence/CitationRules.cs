using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Evidence;

/// <summary>What a unit may cite.</summary>
internal static class CitationRules
{
    /// <param name="cited">What was sent; its form has been checked.</param>
    /// <param name="tree">What the unit is scored by.</param>
    /// <param name="files">The files behind its scores that were not removed.</param>
    public static IReadOnlyList<Fault> Check(CitedPaper cited, SchemeTree tree, IEnumerable<EvidenceFile> files)
    {
        var faults = new List<Fault>();
        if (EvidenceUpload.NoSuchLeaf(tree, cited.Criterion) is { } words)
        {
            faults.Add(new("$.criterion", words));
        }

        cited.Paper.Check("$.paper", faults);
        if (cited.File is { } id && files.All(file => file.Id != id || file.Criterion != cited.Criterion))
        {
            faults.Add("$.file", "Tiêu chí này không có tệp minh chứng đó.", "There is no such file behind that criterion.");
        }

        return faults;
    }
}
