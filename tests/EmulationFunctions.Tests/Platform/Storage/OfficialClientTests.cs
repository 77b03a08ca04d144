using System.Text.RegularExpressions;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Platform.Storage;

/// <summary>Tables are reached through <c>StoredTables</c> alone: whoever used the official client would go without its limits and its reading back.</summary>
public sealed partial class OfficialClientTests
{
    [Fact]
    public void The_official_client_of_tables_is_named_in_one_room_only()
    {
        var users = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "functions"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Where(code => Client().IsMatch(code))
            .Select(code => Room().Match(code).Groups["room"].Value)
            .ToHashSet();

        Assert.EndsWith("Storage.Tables", Assert.Single(users), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\b(TableClient|TableServiceClient)\b")]
    private static partial Regex Client();

    [GeneratedRegex(@"^namespace (?<room>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Room();
}
