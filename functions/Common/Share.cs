using System.ComponentModel.DataAnnotations;

namespace EmulationFunctions.Common;

/// <summary>A part of a whole, exactly: 2 of 3, 80 of 100, more than 1 of 2.</summary>
/// <param name="Part">Not above <paramref name="Of"/>.</param>
/// <param name="Of">Into how many parts the whole is divided.</param>
/// <param name="Above">Whether more than that is needed ("quá bán") and not just as much.</param>
internal sealed record Share([property: Range(1, 100)] int Part, [property: Range(1, 100)] int Of, bool Above = false)
{
    /// <summary>Whether so many of all are enough; of none nobody is.</summary>
    public bool IsReachedBy(int count, int all) => all > 0 && (Above ? count * Of > Part * all : count * Of >= Part * all);
}
