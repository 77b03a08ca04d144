using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>A stretch of numbers, each end inclusive or not. Numbers have at most four decimals.</summary>
/// <param name="From">None: from nothing on.</param>
/// <param name="To">None: without an upper end.</param>
internal sealed record Bounds(decimal? From = null, bool FromIncluded = true, decimal? To = null, bool ToIncluded = true)
{
    public static readonly Bounds Everything = new();

    /// <summary>The cut before the first number of the stretch: just before a number, or just behind it.</summary>
    [JsonIgnore]
    public Cut Start => From is { } from ? new(from, IsBehind: !FromIncluded) : Cut.Nothing;

    /// <summary>The cut behind its last number.</summary>
    [JsonIgnore]
    public Cut End => To is { } to ? new(to, IsBehind: ToIncluded) : Cut.Infinity;

    /// <summary>Whether a number lies in the stretch; compared without dividing.</summary>
    public bool Hold(Fraction number) =>
        (From is not { } from || number.CompareTo(Fraction.Of(from)) is var start && (FromIncluded ? start >= 0 : start > 0))
        && (To is not { } to || number.CompareTo(Fraction.Of(to)) is var end && (ToIncluded ? end <= 0 : end < 0));
}

/// <summary>A place between numbers. Two stretches meet without gap or overlap where the end of one is the start of the other.</summary>
internal readonly record struct Cut(decimal At, bool IsBehind) : IComparable<Cut>
{
    public static readonly Cut Nothing = new(0, IsBehind: false);

    public static readonly Cut Infinity = new(decimal.MaxValue, IsBehind: true);

    public int CompareTo(Cut other) => At.CompareTo(other.At) is not 0 and var order ? order : IsBehind.CompareTo(other.IsBehind);
}
