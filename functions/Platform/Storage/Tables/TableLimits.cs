using Azure;
using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// What Azure refuses and the emulator may let pass: refused here, before anything is sent, so that what works locally works in
/// Azure too. Where the emulator is the stricter one (keys of more than 512 characters), its limit holds.
/// </summary>
internal static class TableLimits
{
    public const int MaximumActions = 100;
    public const int MaximumPage = 1000;
    public const int MaximumBatchBytes = 4 * 1024 * 1024;
    public const int MaximumEntityBytes = 1024 * 1024;
    public const int MaximumProperties = 252;
    public const int MaximumKeyCharacters = 512;
    public const int MaximumNameCharacters = 255;
    public const int MaximumValueBytes = 64 * 1024;
    public const int MaximumComparisons = 15;

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void CheckTableName(string name)
    {
        var valid = name.Length is >= 3 and <= 63
            && char.IsAsciiLetter(name[0])
            && name.All(char.IsAsciiLetterOrDigit)
            && !name.Equals("tables", StringComparison.OrdinalIgnoreCase);

        if (!valid)
        {
            throw new ArgumentException($"'{name}' cannot name a table: 3 to 63 letters and digits, a letter first, and not 'tables'.", nameof(name));
        }
    }

    public static void CheckKey(string? key, string which)
    {
        if (key is null)
        {
            throw new ArgumentException($"The {which} is missing.", which);
        }

        if (key.Length > MaximumKeyCharacters)
        {
            throw new ArgumentException($"The {which} has {key.Length} characters; at most {MaximumKeyCharacters} are allowed.", which);
        }

        for (var i = 0; i < key.Length; i++)
        {
            var letter = key[i];

            if (letter is '/' or '\\' or '#' or '?' || char.IsControl(letter))
            {
                throw new ArgumentException($"The {which} has the character U+{(int)letter:X4} at {i}; / \\ # ? and control characters are not allowed.", which);
            }
        }

        if (HalfAt(key) is var half and >= 0)
        {
            throw new ArgumentException($"The {which} has half a character at {half}.", which);
        }
    }

    public static void CheckProperty(string name, object value)
    {
        if (name == "ETag")
        {
            throw new ArgumentException("'ETag' is no property of its own: it stands beside them.", nameof(name));
        }

        if (name.Length is 0 or > MaximumNameCharacters || char.IsDigit(name[0]) || !IsWord(name))
        {
            throw new ArgumentException($"'{name}' cannot name a property: 1 to {MaximumNameCharacters} letters, digits and underscores, no digit first.", nameof(name));
        }

        switch (value)
        {
            case string text when text.Length * 2 > MaximumValueBytes:
                throw new ArgumentException($"The property '{name}' has {text.Length} characters; at most {MaximumValueBytes / 2} are allowed.", nameof(value));
            case byte[] bytes when bytes.Length > MaximumValueBytes:
                throw new ArgumentException($"The property '{name}' has {bytes.Length} bytes; at most {MaximumValueBytes} are allowed.", nameof(value));
            case DateTimeOffset instant when instant < Earliest:
                throw new ArgumentException($"The property '{name}' is before the year 1601.", nameof(value));
            case string text when HalfAt(text) is var half and >= 0:
                throw new ArgumentException($"The property '{name}' has half a character at {half}.", nameof(value));
            case double number when !double.IsFinite(number):
                throw new ArgumentException($"The property '{name}' is {number}.", nameof(value));
            case string or byte[] or DateTimeOffset or bool or int or long or double or Guid:
                break;
            default:
                throw new ArgumentException($"The property '{name}' is a {value.GetType().Name}, which a table cannot hold.", nameof(value));
        }
    }

    public static void CheckEntity(TableEntity entity)
    {
        CheckKey(entity.PartitionKey, nameof(entity.PartitionKey));
        CheckKey(entity.RowKey, nameof(entity.RowKey));

        var (count, size) = (0, 4 + ((entity.PartitionKey.Length + entity.RowKey.Length) * 2));
        foreach (var (name, value) in entity.Properties())
        {
            CheckProperty(name, value);
            count++;
            size += Size(name, value);
        }

        if (count > MaximumProperties)
        {
            throw new ArgumentException($"The row has {count} properties; at most {MaximumProperties} are allowed.", nameof(entity));
        }

        if (size > MaximumEntityBytes)
        {
            throw new ArgumentException($"The row takes {size} bytes; at most {MaximumEntityBytes} are allowed.", nameof(entity));
        }
    }

    /// <summary>An absent ETag is refused rather than read as "whatever is there": that is <see cref="ETag.All"/>, said aloud.</summary>
    public static void CheckIfMatch(ETag ifMatch)
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("The ETag that was read is missing; to change whatever is there, say ETag.All.", nameof(ifMatch));
        }
    }

    public static void CheckPage(int? size)
    {
        if (size is < 1 or > MaximumPage)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, $"A page has 1 to {MaximumPage} rows.");
        }
    }

    public static void CheckTransaction(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count is 0 or > MaximumActions)
        {
            throw new ArgumentException($"The transaction has {actions.Count} actions; 1 to {MaximumActions} are allowed.", nameof(actions));
        }

        var rows = new HashSet<string>(actions.Count, StringComparer.Ordinal);

        foreach (var action in actions)
        {
            CheckEntity((TableEntity)action.Entity);

            if (action.ActionType is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete)
            {
                CheckIfMatch(action.ETag);
            }

            if (action.Entity.PartitionKey != actions[0].Entity.PartitionKey)
            {
                throw new ArgumentException($"The transaction spans the partitions '{actions[0].Entity.PartitionKey}' and '{action.Entity.PartitionKey}'.", nameof(actions));
            }

            if (!rows.Add(action.Entity.RowKey))
            {
                throw new ArgumentException($"The transaction changes the row '{action.Entity.RowKey}' twice.", nameof(actions));
            }
        }
    }

    public static void CheckBatch(long bytes)
    {
        if (bytes > MaximumBatchBytes)
        {
            throw new ArgumentException($"The transaction takes {bytes} bytes; at most {MaximumBatchBytes} are allowed.", nameof(bytes));
        }
    }

    public static void CheckFilter(FormattableString filter)
    {
        // Values are not in the format yet, so what is counted here is operators and nothing else.
        var comparisons = filter.Format.Split(' ').Count(word => word is "eq" or "ne" or "gt" or "ge" or "lt" or "le");

        if (comparisons > MaximumComparisons)
        {
            throw new ArgumentException($"The filter makes {comparisons} comparisons; at most {MaximumComparisons} are allowed.", nameof(filter));
        }

        if (filter.GetArguments().Any(value => value is not (string or bool or int or long or Guid or DateTimeOffset)))
        {
            throw new ArgumentException("A filter compares with texts, truth values, whole numbers, ids and instants.", nameof(filter));
        }
    }

    private static bool IsWord(string name)
    {
        foreach (var letter in name)
        {
            if (!char.IsLetterOrDigit(letter) && letter != '_')
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>-1 when every character is whole.</returns>
    private static int HalfAt(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The documented arithmetic of a stored row, in bytes.</summary>
    public static int Size(string name, object value) => 8 + (name.Length * 2) + value switch
    {
        string text => 4 + (text.Length * 2),
        byte[] bytes => 4 + bytes.Length,
        bool => 1,
        int => 4,
        Guid => 16,
        _ => 8,
    };
}
