namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>Where a partition is: what must change together lives in one.</summary>
internal readonly record struct PartitionAddress(string Table, string Partition)
{
    public override string ToString() => $"{Table}/{Partition}";
}

/// <summary>Row keys from <paramref name="From"/> (included) to <paramref name="To"/> (excluded), in ordinal order.</summary>
internal readonly record struct KeyRange(string From, string To)
{
    /// <summary>All keys that begin with <paramref name="prefix"/>, which ends in a character that is followed by another.</summary>
    public static KeyRange Prefix(string prefix) => new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));

    public bool Contains(string key) => string.CompareOrdinal(From, key) <= 0 && string.CompareOrdinal(key, To) < 0;
}
