using EmulationFunctions.Common;
using EmulationFunctions.Platform.Settings;
using Microsoft.Extensions.Configuration;

namespace EmulationFunctions.Rules.Tests.Platform.Settings;

/// <summary>What must never work in Azure is refused there by a sentence that names the setting.</summary>
public sealed class LocalConditionTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("AccountName=a;AccountKey=Zg==;TableEndpoint=http://127.0.0.1:1/a;BlobEndpoint=http://localhost:2/a")]
    public void An_emulator_on_this_machine_is_a_local_run(string connection) =>
        Assert.True(LocalCondition.Of(Settings(("Storage:ConnectionString", connection), ("Local:Now", "2026-01-01"), ("AzureAd:Instance", "http://127.0.0.1:1/"))).IsLocal);

    [Fact]
    public void Azure_s_endpoints_are_not_a_local_run() => Assert.False(LocalCondition.Of(Settings(
        ("Storage:TableServiceUri", "https://a.table.core.windows.net"), ("Storage:BlobServiceUri", "https://a.blob.core.windows.net"))).IsLocal);

    [Theory]
    // In Azure, even when the account is an emulator's.
    [InlineData("Storage:ConnectionString", "UseDevelopmentStorage=true", "WEBSITE_SITE_NAME", "func")]
    // One endpoint on this machine and one elsewhere.
    [InlineData("Storage:ConnectionString", "TableEndpoint=http://127.0.0.1:1/a;BlobEndpoint=https://a.blob.core.windows.net", "x", "y")]
    [InlineData("Storage:ConnectionString", "AccountName=a;AccountKey=Zg==;EndpointSuffix=core.windows.net", "x", "y")]
    // No endpoint at all is Azure's, whatever stands beside it.
    [InlineData("Storage:ConnectionString", "AccountName=a;AccountKey=Zg==", "Storage:TableServiceUri", "http://127.0.0.1:1/a")]
    [InlineData("Storage:ConnectionString", "AccountName=a;AccountKey=Zg==;TableEndpoint=http://127.0.0.1:1/a", "x", "y")]
    [InlineData("Local:Now", "2026-01-01", "Storage:TableServiceUri", "https://a.table.core.windows.net")]
    [InlineData("Local:Now", "2026-01-01", "WEBSITE_SITE_NAME", "func")]
    [InlineData("AzureAd:Instance", "http://127.0.0.1:5000/", "Storage:TableServiceUri", "https://a.table.core.windows.net")]
    [InlineData("AzureAd:Instance", "http://127.0.0.1:5000/", "WEBSITE_SITE_NAME", "func")]
    public void Outside_of_it_the_setting_is_refused_by_name(string setting, string value, string other, string otherValue)
    {
        var refusal = Assert.Throws<SettingException>(() => LocalCondition.Of(Settings((setting, value), (other, otherValue))));

        Assert.Equal(setting, refusal.Name);
        Assert.Contains($"The setting {setting} ", refusal.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)))
        .Build();
}
