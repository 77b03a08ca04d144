using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Azure;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// One row. Unlike the type it is modelled on, what it enumerates are its own properties only: keys, ETag and timestamp stand
/// beside them. Values are string, bool, int, long, double, DateTimeOffset, Guid or byte[]; setting null takes a property away.
/// </summary>
internal class TableEntity : IEnumerable<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> _properties = new(StringComparer.Ordinal);

    public TableEntity()
    {
    }

    public TableEntity(string partitionKey, string rowKey)
    {
        (PartitionKey, RowKey) = (partitionKey, rowKey);
    }

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public ETag ETag { get; set; }

    /// <summary>When the service last changed the row; set by the service only.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    public int Count => _properties.Count;

    public ICollection<string> Keys => _properties.Keys;

    public object? this[string name]
    {
        get => _properties.GetValueOrDefault(name);
        set
        {
            if (value is null)
            {
                _properties.Remove(name);
                return;
            }

            TableLimits.CheckProperty(name, value);
            _properties[name] = value;
        }
    }

    public void Add(string name, object? value)
    {
        if (_properties.ContainsKey(name))
        {
            throw new ArgumentException($"The property '{name}' is there already.", nameof(name));
        }

        this[name] = value;
    }

    public bool Remove(string name) => _properties.Remove(name);

    public bool ContainsKey(string name) => _properties.ContainsKey(name);

    public bool TryGetValue(string name, [NotNullWhen(true)] out object? value) => _properties.TryGetValue(name, out value);

    public string? GetString(string name) => Get<string>(name);

    public byte[]? GetBinary(string name) => Get<byte[]>(name);

    public bool? GetBoolean(string name) => GetValue<bool>(name);

    public int? GetInt32(string name) => GetValue<int>(name);

    public long? GetInt64(string name) => GetValue<long>(name);

    public double? GetDouble(string name) => GetValue<double>(name);

    public Guid? GetGuid(string name) => GetValue<Guid>(name);

    public DateTimeOffset? GetDateTimeOffset(string name) => GetValue<DateTimeOffset>(name);

    public Dictionary<string, object>.Enumerator GetEnumerator() => _properties.GetEnumerator();

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether <paramref name="stored"/> is what storing this would have left behind.</summary>
    /// <param name="stored">The row as it was read back.</param>
    /// <param name="whole">False when only the properties sent must agree, as after a merge.</param>
    internal bool IsStoredAs(TableEntity stored, bool whole)
    {
        if (whole && stored.Count != Count)
        {
            return false;
        }

        foreach (var (name, value) in _properties)
        {
            if (!stored.TryGetValue(name, out var found) || !Same(value, found))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What was read is not checked again.</summary>
    internal void SetRead(string name, object value) => _properties[name] = value;

    private static bool Same(object sent, object stored) => (sent, stored) switch
    {
        (byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right),
        _ => sent.Equals(stored),
    };

    private T? GetValue<T>(string name) where T : struct =>
        _properties.TryGetValue(name, out var value) ? value as T? ?? throw Unexpected(name, value, typeof(T)) : null;

    private T? Get<T>(string name) where T : class =>
        _properties.TryGetValue(name, out var value) ? value as T ?? throw Unexpected(name, value, typeof(T)) : null;

    private static InvalidOperationException Unexpected(string name, object value, Type wanted) =>
        new($"The property '{name}' holds a {value.GetType().Name}, not a {wanted.Name}.");
}
