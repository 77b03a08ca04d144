using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What points are computed from, as people say it.</summary>
internal static class FormWords
{
    public static Words ComputedFrom(EntryForm form) => form switch
    {
        EntryForm.Nothing => new("chỉ tiêu và kết quả", "targets and results"),
        EntryForm.Count or EntryForm.Counts => new("số lượng", "counts"),
        EntryForm.Option => new("mức được chọn", "the option that is chosen"),
        EntryForm.Measure => new("số đo a và b", "what was measured (a and b)"),
        EntryForm.Points => throw new ArgumentOutOfRangeException(nameof(form), "Points are entered, not computed."),
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };
}
