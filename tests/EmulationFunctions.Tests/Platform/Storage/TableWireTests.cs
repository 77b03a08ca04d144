using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>What the table client says on the wire, and what it makes of answers the emulator never gives.</summary>
public sealed partial class TableWireTests
{
    private const string Common = "x-ms-version: 2020-12-06\nDataServiceVersion: 3.0\nAccept: application/json;odata=minimalmetadata\n";
    private const string Change = Common + "Content-Type: application/json\nPrefer: return-no-content\n";
    private const string Root = "https://unit.table.core.windows.net";
    private const string Row = "Sheets(PartitionKey='2026-nam%7Ckh%E1%BB%91i',RowKey='it%27%27s')";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_insertion_announces_the_types_JSON_does_not_have()
    {
        using var wire = new FakeWire().Answers(204, "", ("ETag", "W/\"1\""));
        var row = new TableEntity("2026-nam|khối", "it's")
        {
            ["Text"] = "đạt",
            ["Number"] = 7,
            ["Long"] = 8L,
            ["Double"] = 0.5,
            ["Flag"] = false,
            ["Guid"] = Guid.Empty,
            ["Instant"] = new DateTimeOffset(2026, 1, 1, 7, 0, 0, TimeSpan.FromHours(7)),
            ["Bytes"] = new byte[] { 1 },
        };

        var answer = await wire.Table.AddEntityAsync(row, Stop);

        Assert.Equal(new ETag("W/\"1\""), answer.Headers.ETag);
        Assert.Equal(
            $"POST {Root}/Sheets\n{Change}\n" +
            """{"PartitionKey":"2026-nam|khối","RowKey":"it's","Text":"đạt","Number":""" +
            """7,"Long@odata.type":"Edm.Int64","Long":"8","Double@odata.type":"Edm.Double","Double":0.5,"Flag":""" +
            """false,"Guid@odata.type":"Edm.Guid","Guid":"00000000-0000-0000-0000-000000000000","Instant@odata.type":"Edm.DateTime",""" +
            "\"Instant\":" + """ "2026-01-01T00:00:00.0000000Z","Bytes@odata.type":"Edm.Binary","Bytes":"AQ=="}""".Trim(),
            Assert.Single(wire.Sent));
    }

    [Fact]
    public async Task Changes_carry_the_ETag_and_upserts_none()
    {
        using var wire = new FakeWire().Answers(204).Answers(204).Answers(204).Answers(204).Answers(204);
        var table = wire.Table;
        var row = new TableEntity("2026-nam|khối", "it's");
        var read = new ETag("W/\"datetime'2026'\"");

        await table.UpdateEntityAsync(row, read, TableUpdateMode.Merge, Stop);
        await table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, Stop);
        await table.UpsertEntityAsync(row, TableUpdateMode.Merge, Stop);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, Stop);
        await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, read, Stop);

        const string Body = """{"PartitionKey":"2026-nam|khối","RowKey":"it's"}""";
        Assert.Equal(
        [
            $"PATCH {Root}/{Row}\n{Change}If-Match: W/\"datetime'2026'\"\n\n{Body}",
            $"PUT {Root}/{Row}\n{Change}If-Match: *\n\n{Body}",
            $"PATCH {Root}/{Row}\n{Change}\n{Body}",
            $"PUT {Root}/{Row}\n{Change}\n{Body}",
            $"DELETE {Root}/{Row}\n{Common}If-Match: W/\"datetime'2026'\"\n\n",
        ],
        wire.Sent);
    }

    [Fact]
    public async Task A_transaction_is_one_change_set()
    {
        const string Part = "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";
        const string Headers = "Accept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\nPrefer: return-no-content\r\n";

        using var wire = new FakeWire().Answers(202, Batch("HTTP/1.1 204 No Content\r\nETag: W/\"a\"\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n"));

        var answers = await wire.Table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "a") { ["N"] = 1 }),
            new(TableTransactionActionType.Delete, new TableEntity("p", "b"), new ETag("W/\"b\"")),
        ], Stop);

        Assert.Equal([new ETag("W/\"a\""), null], answers.Value.Select(answer => answer.Headers.ETag));
        Assert.Equal(
            $"POST {Root}/$batch\n{Common}Content-Type: multipart/mixed; boundary=batch_0\nPrefer: return-no-content\n\n" +
            "--batch_0\r\nContent-Type: multipart/mixed; boundary=changeset_0\r\n\r\n" +
            $"--changeset_0\r\n{Part}POST {Root}/Sheets HTTP/1.1\r\n{Headers}Content-Type: application/json\r\n\r\n" + """{"PartitionKey":"p","RowKey":"a","N":1}""" + "\r\n" +
            $"--changeset_0\r\n{Part}DELETE {Root}/Sheets(PartitionKey='p',RowKey='b') HTTP/1.1\r\n{Headers}If-Match: W/\"b\"\r\n\r\n\r\n" +
            "--changeset_0--\r\n--batch_0--\r\n",
            Identifiers().Replace(Assert.Single(wire.Sent), "0"));
    }

    [Fact]
    public async Task A_failed_transaction_says_which_action_and_why()
    {
        const string Body = """{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"1:The update condition was not satisfied.\nRequestId:x"}}}""";
        using var wire = new FakeWire().Answers(202, Batch($"HTTP/1.1 412 Precondition Failed\r\nContent-Type: application/json\r\n\r\n{Body}"));

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => wire.Table.SubmitTransactionAsync(Two(), Stop));

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex));
        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task A_transaction_with_fewer_answers_than_actions_is_not_taken_for_done()
    {
        using var wire = new FakeWire().Answers(202, Batch("HTTP/1.1 204 No Content\r\n\r\n"));

        await Assert.ThrowsAsync<RequestFailedException>(() => wire.Table.SubmitTransactionAsync(Two(), Stop));
    }

    [Fact]
    public async Task A_query_goes_on_past_an_empty_page_until_nothing_is_left()
    {
        using var wire = new FakeWire()
            .Answers(200, """{"odata.metadata":"x","value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!cg--"))
            .Answers(200, """{"value":[{"PartitionKey":"p","RowKey":"r","A":null,"L@odata.type":"Edm.Int64","L":"5"}]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cQ--"))
            .Answers(200, """{"value":[]}""");

        var rows = new List<TableEntity>();

        await foreach (var row in wire.Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {"a&b"}"), 1000, ["L"], Stop))
        {
            rows.Add(row);
        }

        Assert.Equal(["L"], Assert.Single(rows).Keys);
        Assert.Equal(5L, rows[0].GetInt64("L"));

        const string Query = $"GET {Root}/Sheets()?$filter=PartitionKey%20eq%20%27a%26b%27&$select=PartitionKey%2CRowKey%2CL&$top=1000";
        Assert.Equal(
        [
            $"{Query}\n{Common}\n",
            $"{Query}&NextPartitionKey=1%214%21cA--&NextRowKey=1%214%21cg--\n{Common}\n",
            $"{Query}&NextPartitionKey=1%214%21cQ--\n{Common}\n",
        ],
        wire.Sent);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_service_that_is_busy_is_asked_again(int status)
    {
        using var wire = new FakeWire().Answers(status).Answers(status).Answers(204);

        Assert.Equal(204, (await wire.Table.AddEntityAsync(new TableEntity("p", "r"), Stop)).Status);
        Assert.Equal(3, wire.Sent.Count);
    }

    [Fact]
    public async Task A_service_that_stays_busy_is_a_fault_after_five_attempts()
    {
        using var wire = new FakeWire().Answers(503).Answers(503).Answers(503).Answers(503).Answers(503, "<html>busy</html>");

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => wire.Table.AddEntityAsync(new TableEntity("p", "r"), Stop));

        Assert.Equal((503, 5), (failed.Status, wire.Sent.Count));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(412)]
    public async Task A_refusal_is_neither_asked_again_nor_read_back(int status)
    {
        using var wire = new FakeWire().Answers(status, """{"odata.error":{"code":"Because","message":{"lang":"en-US","value":"No."}}}""");

        var failed = await Assert.ThrowsAsync<RequestFailedException>(() => wire.Table.AddEntityAsync(new TableEntity("p", "r"), Stop));

        Assert.Equal((status, "Because", 1), (failed.Status, failed.ErrorCode, wire.Sent.Count));
    }

    [Fact]
    public async Task A_token_is_sent_over_https_only()
    {
        using var wire = new FakeWire().Answers(404, """{"odata.error":{"code":"ResourceNotFound","message":{"value":"x"}}}""");
        var credential = new Credential();
        var service = new TableServiceClient(new Uri($"{Root}/"), credential, wire.Options);

        await service.GetTableClient("Sheets").GetEntityIfExistsAsync<TableEntity>("p", "r", Stop);

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.StartsWith($"GET {Root}/Sheets(PartitionKey='p',RowKey='r')\n", Assert.Single(wire.Sent), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("http://127.0.0.1/x"), credential));
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=unit;AccountKey=a2V5;EndpointSuffix=core.windows.net", "https://unit.table.core.windows.net/")]
    [InlineData("AccountName=unit;AccountKey=a2V5PQ==;TableEndpoint=http://localhost:1/unit;", "http://localhost:1/unit")]
    public void A_connection_string_says_where_to_go(string connectionString, string expected) =>
        Assert.Equal(expected, new TableServiceClient(connectionString).Uri.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("AccountName=unit")]
    [InlineData("UseDevelopmentStorage=false")]
    public void A_connection_string_without_a_key_is_refused(string connectionString) =>
        Assert.Throws<ArgumentException>(() => new TableServiceClient(connectionString));

    private static List<TableTransactionAction> Two() =>
        [.. new[] { "a", "b" }.Select(row => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", row)))];

    private static string Batch(params string[] parts) =>
        "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n" +
        string.Concat(parts.Select(part => $"--changesetresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n{part}\r\n")) +
        "--changesetresponse_1--\r\n--batchresponse_1--\r\n";

    [GeneratedRegex("[0-9a-f]{32}")]
    private static partial Regex Identifiers();

    private sealed class Credential : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
