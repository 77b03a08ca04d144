using System.Globalization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>From which cell each part of what was read came, so that a fault found later at its JSON path is told at its cell.</summary>
internal sealed class CellPaths
{
    private readonly List<Known> _known = [];

    public void Add(string path, CellPlace place) => _known.Add(new(path, null, place, null, []));

    /// <summary>A row: its members at their columns, and whatever else is wrong with it at one of them.</summary>
    public void Add(ReadLine line, string path, string heading, params IReadOnlyList<(string Member, string Heading)> members) =>
        _known.Add(new(path, null, line.PlaceOf(heading), line, members));

    /// <summary>The same of a row that is an item of the list at <paramref name="list"/>.</summary>
    public void Add(ReadLine line, string list, int index, string heading, IReadOnlyList<(string Member, string Heading)> members) =>
        _known.Add(new(list, index, line.PlaceOf(heading), line, members));

    /// <summary>The same faults at their cells.</summary>
    public IReadOnlyList<Fault> Place(IReadOnlyList<Fault> faults)
    {
        if (faults.Count == 0)
        {
            return faults;
        }

        // Only now: what has no fault needs none of it.
        var places = new Dictionary<string, CellPlace>(StringComparer.Ordinal);
        foreach (var (list, index, place, line, members) in _known)
        {
            var path = index is null ? list : string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
            places[path] = place;
            foreach (var (member, column) in members)
            {
                places[$"{path}.{member}"] = line!.PlaceOf(column);
            }
        }

        return [.. faults.Select(fault => Place(fault, places))];
    }

    /// <summary>At its cell; at that of the nearest part above when it has none of its own.</summary>
    private static Fault Place(Fault fault, Dictionary<string, CellPlace> places)
    {
        for (var path = fault.Path; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (places.TryGetValue(path, out var place))
            {
                return fault with { Path = place.ToString() };
            }
        }

        return fault;
    }

    /// <param name="Path">Of the thing itself, or of the list of which it is an item.</param>
    /// <param name="Index">Which item; null where it is none.</param>
    /// <param name="Line">Null where there is no row.</param>
    private readonly record struct Known(string Path, int? Index, CellPlace Place, ReadLine? Line, IReadOnlyList<(string Member, string Heading)> Members);
}
