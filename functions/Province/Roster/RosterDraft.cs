using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Roster;

/// <summary>What the lines of a file together say of one unit or bloc, and which line said it first.</summary>
internal sealed class RosterDraft(string id, int line)
{
    private readonly Dictionary<string, (object Value, int Line)> _said = new(StringComparer.Ordinal);

    public string Id { get; } = id;

    /// <summary>The first line that names it.</summary>
    public int Line { get; } = line;

    /// <summary>Whether one of its lines could not be read, so that what is missing may have stood there.</summary>
    public bool IsFaulty { get; private set; }

    public void Say(RosterLine line, RosterPart part, List<LineFault> faults)
    {
        IsFaulty |= line.IsFaulty;
        foreach (var column in RosterColumns.All.Where(column => column.Part == part))
        {
            if (!line.Values.TryGetValue(column.Name, out var value))
            {
                continue;
            }

            if (!_said.TryGetValue(column.Name, out var before))
            {
                _said.Add(column.Name, (value, line.Number));
            }
            else if (!Same(before.Value, value))
            {
                faults.Add(new(line.Number, column.Name, new(
                    $"Khác với dòng {before.Line}, nơi cùng mã “{Id}”.", $"Differs from line {before.Line}, which has the same id '{Id}'.")));
            }
        }
    }

    public T? Get<T>(string column)
        where T : class => _said.TryGetValue(column, out var said) ? (T)said.Value : null;

    public T? Value<T>(string column)
        where T : struct => _said.TryGetValue(column, out var said) ? (T)said.Value : null;

    public int LineOf(string column) => _said.TryGetValue(column, out var said) ? said.Line : Line;

    private static bool Same(object one, object other) =>
        one is string[] texts ? texts.SequenceEqual((string[])other, StringComparer.Ordinal) : one.Equals(other);
}
