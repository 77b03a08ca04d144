using Azure;

namespace EmulationFunctions.Platform.Storage.Tables;

internal enum TableUpdateMode
{
    /// <summary>Properties that are not sent stay.</summary>
    Merge,

    /// <summary>Properties that are not sent go.</summary>
    Replace,
}

internal enum TableTransactionActionType
{
    Add,
    UpdateMerge,
    UpdateReplace,
    Delete,
    UpsertMerge,
    UpsertReplace,
}

/// <param name="ActionType">What is done.</param>
/// <param name="Entity">The row; for a deletion its keys only.</param>
/// <param name="ETag">What was read; required where something that exists is changed or deleted.</param>
internal sealed record TableTransactionAction(TableTransactionActionType ActionType, TableEntity Entity, ETag ETag = default)
{
    public bool NeedsETag => ActionType is
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace or TableTransactionActionType.Delete;
}

/// <summary>Nothing of the transaction was done, because of one of its actions.</summary>
internal sealed class TableTransactionFailedException(Response response, string message, string? errorCode, int? failedTransactionActionIndex)
    : RequestFailedException(response.Status, message, errorCode, innerException: null)
{
    public int? FailedTransactionActionIndex { get; } = failedTransactionActionIndex;
}
