using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EmulationFunctions.Platform.Trail;

/// <summary>Writes audit rows for people: JSON lines, or CSV for a spreadsheet.</summary>
internal static class AuditFile
{
    private static readonly string[] Columns =
        ["table", "partition", "row", "at", "actor", "unit", "action", "subject", "reason", "before", "after", "previous", "hash"];

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    public static async Task WriteLinesAsync(Stream stream, IAsyncEnumerable<ExportedRow> rows, CancellationToken cancellationToken)
    {
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await using (var json = new Utf8JsonWriter(stream, options))
            {
                json.WriteStartObject();
                foreach (var (name, value) in Columns.Zip(Values(row)))
                {
                    json.WriteString(name, value);
                }

                json.WriteEndObject();
            }

            await stream.WriteAsync(NewLine, cancellationToken);
        }
    }

    public static async Task WriteCsvAsync(Stream stream, IAsyncEnumerable<ExportedRow> rows, CancellationToken cancellationToken)
    {
        // With a byte order mark, or spreadsheets take the letters for another alphabet.
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Columns));
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await writer.WriteLineAsync(string.Join(',', Values(row).Select(Cell)).AsMemory(), cancellationToken);
        }
    }

    private static string?[] Values(ExportedRow row) => row.Audit is { } audit
        ?
        [
            row.Address.Table, row.Address.Partition, row.RowKey, audit.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), audit.Actor.Key, audit.Actor.Unit,
            audit.Entry.Action, audit.Entry.Subject, audit.Entry.Reason, audit.Entry.Before, audit.Entry.After, audit.Previous, audit.Hash,
        ]
        : [row.Address.Table, row.Address.Partition, row.RowKey, null, null, null, "(unreadable)", null, null, null, null, null, null];

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        // Text that a spreadsheet would run, also behind blanks.
        var safe = text.AsSpan().TrimStart() is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
