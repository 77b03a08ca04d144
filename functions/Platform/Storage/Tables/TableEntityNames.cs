using System.Text.Json;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// The property names of the rows of one answer, kept so that each is made into a string once: rows of a page mostly have the
/// same names in the same order. It also remembers the types that were announced within the current row.
/// </summary>
internal sealed class TableEntityNames
{
    private const string Annotation = "@odata.type";

    private readonly List<Known> _names = [];
    private readonly List<(string Name, string Type)> _types = [];
    private int _expected;

    public void StartRow()
    {
        _types.Clear();
        _expected = 0;
    }

    public Known Next(ref Utf8JsonReader json)
    {
        for (var step = 0; step < _names.Count; step++)
        {
            var place = (_expected + step) % _names.Count;

            if (json.ValueTextEquals(_names[place].Name))
            {
                _expected = place + 1;
                return _names[place];
            }
        }

        var name = json.GetString()!;
        var known = new Known(name, name.EndsWith(Annotation, StringComparison.Ordinal) ? name[..^Annotation.Length] : null);
        _names.Add(known);
        _expected = _names.Count;
        return known;
    }

    public void Announce(string name, string type) => _types.Add((name, type));

    public string? TypeOf(string name)
    {
        // An announcement stands before its property, mostly right before it.
        for (var i = _types.Count - 1; i >= 0; i--)
        {
            if (_types[i].Name == name)
            {
                return _types[i].Type;
            }
        }

        return null;
    }

    /// <param name="Name">The member's name in the answer.</param>
    /// <param name="Announces">The property whose type it announces, if it does.</param>
    internal readonly record struct Known(string Name, string? Announces);
}
