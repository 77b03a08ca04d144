using System.Buffers;
using System.Globalization;
using System.Text;
using Azure;

namespace EmulationFunctions.Platform.Storage.Tables;

/// <summary>An entity-group transaction on the wire: multipart/mixed with one change set.</summary>
internal static class TableBatch
{
    public static string Path(string table, string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    public static (ReadOnlyMemory<byte> Body, string ContentType) Write(Uri endpoint, string table, IReadOnlyList<TableTransactionAction> actions)
    {
        var (batch, changes) = ($"batch_{Guid.NewGuid():N}", $"changeset_{Guid.NewGuid():N}");
        var buffer = new ArrayBufferWriter<byte>(1024 * (actions.Count + 1));
        var root = endpoint.AbsoluteUri.TrimEnd('/');
        using var json = TableEntityJson.CreateWriter(buffer);

        Append(buffer, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");

        foreach (var action in actions)
        {
            var entity = action.Entity;
            var isAdd = action.ActionType == TableTransactionActionType.Add;
            var path = isAdd ? $"/{table}" : Path(table, entity.PartitionKey, entity.RowKey);

            Append(buffer, $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Append(buffer, $"{Verb(action.ActionType)} {root}{path} HTTP/1.1\r\nAccept: {TablePipeline.Json}\r\nDataServiceVersion: 3.0\r\nPrefer: return-no-content\r\n");

            if (action.NeedsETag)
            {
                Append(buffer, $"If-Match: {action.ETag.ToString("H")}\r\n");
            }

            if (action.ActionType == TableTransactionActionType.Delete)
            {
                Append(buffer, "\r\n\r\n");
                continue;
            }

            Append(buffer, "Content-Type: application/json\r\n\r\n");
            json.Reset();
            TableEntityJson.Write(json, entity);
            Append(buffer, "\r\n");
        }

        Append(buffer, $"--{changes}--\r\n--{batch}--\r\n");
        return (buffer.WrittenMemory, $"multipart/mixed; boundary={batch}");
    }

    /// <summary>One answer an action; a single failed one when nothing was done.</summary>
    public static List<TablePartResponse> Read(Response response)
    {
        var parts = new List<TablePartResponse>();
        using var lines = new StreamReader(response.Content.ToStream(), Encoding.UTF8);

        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            {
                parts.Add(ReadPart(lines, int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture)));
            }
        }

        return parts;
    }

    /// <summary>The service's sentence starts with the index of the action that failed: <c>2:The update condition…</c></summary>
    public static TableTransactionFailedException Failed(TablePartResponse part)
    {
        var (code, message) = TablePipeline.ReadError(Encoding.UTF8.GetBytes(part.Body));
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        int? index = colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return new TableTransactionFailedException(part, message ?? $"The transaction was answered {part.Status}.", code, index);
    }

    private static TablePartResponse ReadPart(StreamReader lines, int status)
    {
        ETag etag = default;
        var body = "";

        while (lines.ReadLine() is { Length: > 0 } header)
        {
            if (header.StartsWith("ETag:", StringComparison.OrdinalIgnoreCase))
            {
                etag = new ETag(header[5..].Trim());
            }
        }

        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
        {
            body += line;
        }

        return new TablePartResponse(status, etag, body);
    }

    private static string Verb(TableTransactionActionType type) => type switch
    {
        TableTransactionActionType.Add => "POST",
        TableTransactionActionType.Delete => "DELETE",
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => "PUT",
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => "PATCH",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));

    private static void Append(ArrayBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);
}
