using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.IO;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>
/// The body of a transaction, as the official client would write it, but in pooled memory and with letters as letters: that client takes 25 KiB for
/// each row and six bytes for each Vietnamese letter (docs/decisions/0022). It still signs, sends, repeats and reads the answer.
/// </summary>
internal sealed class TransactionBody : IDisposable
{
    private readonly RecyclableMemoryStream _body = PooledMemory.Take();
    private readonly string _batch = $"batch_{Guid.NewGuid()}";

    /// <param name="table">The table's address.</param>
    /// <param name="actions">Checked by <see cref="TableLimits"/>.</param>
    /// <exception cref="ArgumentException">It comes to more than the service takes.</exception>
    public TransactionBody(Uri table, IReadOnlyList<TableTransactionAction> actions)
    {
        var changeset = $"changeset_{Guid.NewGuid()}";
        Write($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={changeset}\r\n\r\n");
        // Nothing in it can end a part: control characters are escaped in JSON, so no value has a line of its own.
        using var json = new Utf8JsonWriter((System.Buffers.IBufferWriter<byte>)_body, RowWriting.Plain);
        foreach (var action in actions)
        {
            Write($"--{changeset}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Write(action, table, (TableEntity)action.Entity, json);
            Write("\r\n");
        }

        Write($"--{changeset}--\r\n\r\n--{_batch}--\r\n");
        TableLimits.CheckBatch(_body.Length);
    }

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    /// <summary>Until this is disposed of.</summary>
    public System.Buffers.ReadOnlySequence<byte> Bytes => _body.GetReadOnlySequence();

    public void Dispose() => _body.Dispose();

    private void Write(TableTransactionAction action, Uri table, TableEntity row, Utf8JsonWriter json)
    {
        var isNew = action.ActionType == TableTransactionActionType.Add;
        Write(action.ActionType switch
        {
            TableTransactionActionType.Add => "POST ",
            TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT ",
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH ",
            _ => "DELETE ",
        });
        Write(table.AbsoluteUri);
        if (!isNew)
        {
            Write($"(PartitionKey='{Quoted(row.PartitionKey)}',RowKey='{Quoted(row.RowKey)}')");
        }

        Write(" HTTP/1.1\r\nDataServiceVersion: 3.0\r\nAccept: application/json;odata=minimalmetadata\r\n");
        Write(isNew ? "Prefer: return-no-content\r\n" : "");
        if (action.ActionType is TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpdateMerge or TableTransactionActionType.Delete)
        {
            Write($"If-Match: {action.ETag:H}\r\n");
        }

        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Write("\r\n");
            return;
        }

        Write("Content-Type: application/json;odata=nometadata\r\n\r\n");
        json.Reset();
        RowWriting.Write(json, row);
    }

    private static string Quoted(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    private void Write(string text) => Encoding.UTF8.GetBytes(text, _body);
}
