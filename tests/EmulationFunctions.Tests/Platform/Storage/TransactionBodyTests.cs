using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>A transaction is sent as the official client would send it, part by part; only its letters are shorter.</summary>
public sealed partial class TransactionBodyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<TableTransactionActionType> Kinds => [.. Enum.GetValues<TableTransactionActionType>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_action_is_the_request_that_the_client_would_make(TableTransactionActionType kind)
    {
        TableTransactionAction[] actions = [new(kind, Row("a b"), new("W/\"datetime'2026'\"")), new(kind, Row("c'đ|/x".Replace("/", "", StringComparison.Ordinal)), ETag.All)];

        var (ours, theirs) = (Parts(Ours(actions)), Parts(await TheirsAsync(actions)));

        Assert.Equal(theirs.Count, ours.Count);
        Assert.All(theirs.Zip(ours), pair => AssertSame(pair.First, pair.Second));
    }

    [Fact]
    public void Vietnamese_letters_are_sent_as_letters()
    {
        var body = Ours([new(TableTransactionActionType.UpsertReplace, Row("x"))]);

        Assert.Contains("Hoàn thành vượt mức", body, StringComparison.Ordinal);
    }

    [Fact]
    public void No_value_can_end_its_part_or_begin_another()
    {
        var forged = "x\r\n--changeset_1\r\nContent-Type: application/http\r\n\r\nDELETE http://127.0.0.1/x HTTP/1.1\r\n\r\n\u2028\u0085";
        var row = new TableEntity("p", "r") { ["Text"] = forged };

        var body = Ours([new(TableTransactionActionType.Add, row)]);

        Assert.Single(Parts(body));
        Assert.Equal(forged, (string)JsonNode.Parse(Parts(body)[0].Json!)!["Text"]!);
    }

    private static void AssertSame(Part theirs, Part ours)
    {
        Assert.Equal(theirs.Verb, ours.Verb);
        Assert.Equal(theirs.Address.Split('?')[0], ours.Address);
        Assert.Equal(theirs.Header("If-Match"), ours.Header("If-Match"));
        Assert.Equal(theirs.Header("Prefer"), ours.Header("Prefer"));
        Assert.Equal(theirs.Header("DataServiceVersion"), ours.Header("DataServiceVersion"));
        Assert.Equal(theirs.Json is null, ours.Json is null);
        if (theirs.Json is not null)
        {
            Assert.Equal(Members(theirs.Json), Members(ours.Json!));
        }
    }

    /// <summary>What is null says nothing to the service.</summary>
    private static SortedDictionary<string, string> Members(string json) =>
        new(JsonNode.Parse(json)!.AsObject().Where(member => member.Value is not null).ToDictionary(member => member.Key, member => member.Value!.ToJsonString()), StringComparer.Ordinal);

    private static string Ours(TableTransactionAction[] actions)
    {
        using var body = new TransactionBody(new("https://unit.table.core.windows.net/Sheets"), actions);
        using var text = new MemoryStream();
        foreach (var piece in body.Bytes)
        {
            text.Write(piece.Span);
        }

        Assert.Contains(new ContentType(body.ContentType).Boundary!, Encoding.UTF8.GetString(text.ToArray()), StringComparison.Ordinal);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    private static async Task<string> TheirsAsync(TableTransactionAction[] actions)
    {
        using var caught = new Caught();
        var options = new TableClientOptions { Transport = new HttpClientTransport(new HttpClient(caught)), Retry = { MaxRetries = 0 } };
        var client = new TableServiceClient("AccountName=unit;AccountKey=a2V5;TableEndpoint=https://unit.table.core.windows.net", options).GetTableClient("Sheets");
        await Assert.ThrowsAnyAsync<Exception>(() => client.SubmitTransactionAsync(actions, Stop));
        return caught.Body!;
    }

    private static List<Part> Parts(string body) =>
        [.. Request().Matches(body.ReplaceLineEndings("\n")).Select(found => new Part(found.Groups["verb"].Value, found.Groups["address"].Value, found.Groups["headers"].Value, found.Groups["json"].Value is { Length: > 0 } json ? json : null))];

    private static TableEntity Row(string key) => new("2026-nam|khối đ'|so-a", key)
    {
        ["Text"] = "Hoàn thành vượt mức <&>\"'+\\ 😀\t\r\n",
        ["Empty"] = "",
        ["Null"] = null,
        ["Whole"] = 5L,
        ["Small"] = -3,
        ["Instant"] = new DateTimeOffset(2026, 12, 1, 7, 30, 0, 123, TimeSpan.FromHours(7)),
        ["Flag"] = true,
        ["Bytes"] = new byte[] { 1, 2, 255 },
        ["Double"] = 1.5,
        ["Id"] = Guid.Parse("11111111-1111-4111-8111-111111111111"),
    };

    [GeneratedRegex(@"binary\n\n(?<verb>[A-Z]+) (?<address>\S+) HTTP/1\.1\n(?<headers>(?:[\w-]+: .*\n)*)\n(?<json>\{.*\})?", RegexOptions.CultureInvariant)]
    private static partial Regex Request();

    private sealed record Part(string Verb, string Address, string Headers, string? Json)
    {
        public string? Header(string name) => Headers.Split('\n').FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
    }

    private sealed class Caught : HttpMessageHandler
    {
        public string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            throw new InvalidOperationException("It was only to be seen what is sent.");
        }
    }
}
