using System.Text.RegularExpressions;

namespace EmulationFunctions.Tests.Infra;

/// <summary>There is no key, password or connection string of a store in anything that describes Azure.</summary>
public sealed class SecretsTests
{
    public static TheoryData<string> Templates => [.. InfraFiles.List("infra", "*.bicep")];

    public static TheoryData<string> Everything =>
    [
        .. InfraFiles.List("infra", "*.*"),
        .. InfraFiles.List(".github/workflows", "*.yml"),
        "azure.yaml",
    ];

    [Theory]
    [MemberData(nameof(Templates))]
    public void No_template_asks_for_a_key(string path)
    {
        var template = InfraFiles.ReadCode(path);

        Assert.DoesNotMatch(@"\blist(Keys|AccountSas|ServiceSas|Secrets|ConnectionStrings)?\s*\(", template);
        Assert.DoesNotContain("AccountKey=", template);
        Assert.DoesNotContain("@secure()", template); // there is nothing to hide, so nothing is asked for
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Outputs_are_names_ids_and_addresses(string path)
    {
        foreach (Match output in Regex.Matches(InfraFiles.ReadCode(path), @"(?m)^output (\w+) (\S+) = (.*)$"))
        {
            Assert.DoesNotMatch("(?i)key|secret|password|token|connectionstring", output.Groups[1].Value);
            Assert.DoesNotMatch("(?i)ConnectionString|InstrumentationKey|listKeys", output.Groups[3].Value);
        }
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void No_file_holds_something_that_looks_like_a_secret(string path)
    {
        var text = InfraFiles.Read(path);

        Assert.DoesNotMatch("(?i)(client[-_]?secret|password|account[-_]?key)\\s*[:=]\\s*['\"]?[A-Za-z0-9+/_~.-]{8,}", text);
        Assert.DoesNotMatch("[A-Za-z0-9+/]{86}==", text); // a storage key
        Assert.DoesNotContain("secrets.", text); // a workflow signs in with its own token
    }

    [Theory]
    [InlineData("infra/hostStorage.bicep", "allowSharedKeyAccess: false")]
    [InlineData("infra/dataStorage.bicep", "allowSharedKeyAccess: false")]
    [InlineData("infra/hostStorage.bicep", "allowBlobPublicAccess: false")]
    [InlineData("infra/dataStorage.bicep", "allowBlobPublicAccess: false")]
    [InlineData("infra/hostStorage.bicep", "minimumTlsVersion: 'TLS1_2'")]
    [InlineData("infra/dataStorage.bicep", "minimumTlsVersion: 'TLS1_2'")]
    [InlineData("infra/monitoring.bicep", "DisableLocalAuth: true")]
    [InlineData("infra/monitoring.bicep", "disableLocalAuth: true")]
    [InlineData("infra/email.bicep", "disableLocalAuth: true")]
    [InlineData("infra/app.bicep", "type: 'UserAssignedIdentity'")]
    [InlineData("infra/app.bicep", "AzureWebJobsStorage__credential: 'managedidentity'")]
    [InlineData("infra/app.bicep", "httpsOnly: true")]
    [InlineData("infra/app.bicep", "ftpsState: 'Disabled'")]
    public void Keys_are_switched_off_where_identities_do(string path, string line) => Assert.Contains(line, InfraFiles.ReadCode(path));

    [Fact]
    public void Only_the_two_known_accounts_are_made()
    {
        // A third one would escape the rows above.
        var accounts = InfraFiles.List("infra", "*.bicep")
            .Where(path => Regex.IsMatch(InfraFiles.ReadCode(path), @"'Microsoft\.Storage/storageAccounts@[^']+' = "))
            .ToArray();

        Assert.Equal(["infra/dataStorage.bicep", "infra/hostStorage.bicep"], accounts);
    }
}
