using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>From which cell each part of what was read came, so that a fault found later at its JSON path is told at its cell.</summary>
internal sealed class CellPaths
{
    private readonly Dictionary<string, CellPlace> _places = new(StringComparer.Ordinal);

    public void Add(string path, CellPlace place) => _places[path] = place;

    /// <summary>A row: its members at their columns, and whatever else is wrong with it at one of them.</summary>
    public void Add(ReadLine line, string path, string heading, params (string Member, string Heading)[] members)
    {
        Add(path, line.PlaceOf(heading));
        foreach (var (member, column) in members)
        {
            Add($"{path}.{member}", line.PlaceOf(column));
        }
    }

    /// <summary>The same fault at its cell; at that of the nearest part above when it has none of its own.</summary>
    public Fault Place(Fault fault)
    {
        for (var path = fault.Path; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))])
        {
            if (_places.TryGetValue(path, out var place))
            {
                return fault with { Path = place.ToString() };
            }
        }

        return fault;
    }
}
