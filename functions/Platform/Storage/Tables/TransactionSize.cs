using Azure.Data.Tables;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// What fits one transaction: a hundred actions, and 4 MiB of them as they are sent. Counted before anything is written, each character that may be escaped as six
/// bytes, so what is said to fit does.
/// </summary>
internal static class TransactionSize
{
    /// <summary>Around each action: the lines of its part and of its request, without the keys.</summary>
    private const int Frame = 1024;

    /// <summary>Around each property: quotes, and its type where it is no text.</summary>
    private const int Marks = 128;

    /// <summary>Any letter that is one UTF-16 unit, in UTF-8.</summary>
    private const int MostOfLetter = 3;

    private const int Escaped = 6;

    public static bool Fits(IReadOnlyCollection<TableTransactionAction> actions) =>
        actions.Count <= TableLimits.MaximumActions && Of(actions) <= TableLimits.MaximumBatchBytes;

    /// <summary>At least the bytes that these take as they are sent.</summary>
    public static long Of(IEnumerable<TableTransactionAction> actions) => Frame + actions.Sum(BytesOf);

    /// <summary>In their order, as many as fit a transaction at a time.</summary>
    /// <param name="groups">What must happen together.</param>
    public static IEnumerable<List<TableTransactionAction>> Chunk(IEnumerable<TableTransactionAction[]> groups)
    {
        var (actions, bytes) = (new List<TableTransactionAction>(), (long)Frame);
        foreach (var group in groups)
        {
            var more = group.Sum(BytesOf);
            if (actions.Count > 0 && (actions.Count + group.Length > TableLimits.MaximumActions || bytes + more > TableLimits.MaximumBatchBytes))
            {
                yield return actions;
                (actions, bytes) = ([], Frame);
            }

            actions.AddRange(group);
            bytes += more;
        }

        if (actions.Count > 0)
        {
            yield return actions;
        }
    }

    private static long BytesOf(TableTransactionAction action)
    {
        var row = (TableEntity)action.Entity;
        // In the address, escaped, and in the row.
        var bytes = Frame + (2L * (Written(row.PartitionKey) + Written(row.RowKey) + row.PartitionKey.Length + row.RowKey.Length));
        return action.ActionType == TableTransactionActionType.Delete
            ? bytes
            : bytes + row.Properties().Sum(property => (2 * Written(property.Key)) + Marks + Written(property.Value));
    }

    private static long Written(object value) => value switch
    {
        string text => Written(text),
        byte[] bytes => bytes.LongLength * 2,
        _ => 0,
    };

    private static long Written(string text)
    {
        var bytes = 0L;
        foreach (var letter in text)
        {
            bytes += IsPlain(letter) ? 1 : char.IsLetterOrDigit(letter) ? MostOfLetter : Escaped;
        }

        return bytes;
    }

    private static bool IsPlain(char letter) => letter is >= ' ' and <= '~' and not ('"' or '\\');
}
