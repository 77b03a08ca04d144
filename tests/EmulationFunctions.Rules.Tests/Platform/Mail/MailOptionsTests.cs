using EmulationFunctions.Office.Portal;
using EmulationFunctions.Platform.Mail;
using Microsoft.Extensions.Configuration;

namespace EmulationFunctions.Rules.Tests.Platform.Mail;

public sealed class MailOptionsTests
{
    [Fact]
    public void Without_settings_mail_waits_and_the_program_starts() => Assert.Empty(MailOptionsCheck.Faults(new()));

    [Theory]
    [InlineData("Mail:Transport", "carrier pigeon")]
    [InlineData("Mail:Transport", "SMTP")]
    [InlineData("Mail:From", "")]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:From", "a@example.vn\r\nBcc: b@example.vn")]
    [InlineData("Mail:Office", "Ban\r\nBcc: b@example.vn")]
    [InlineData("Mail:Contact", "phòng 1\nphòng 2")]
    [InlineData("Mail:PerMinute", "0")]
    [InlineData("Mail:PerHour", "-1")]
    [InlineData("Mail:MaxAttempts", "0")]
    [InlineData("Mail:Smtp:Host", "")]
    [InlineData("Mail:Smtp:Host", "mail server")]
    [InlineData("Mail:Smtp:Port", "65536")]
    [InlineData("Mail:Smtp:TimeoutSeconds", "0")]
    [InlineData("Mail:Smtp:StartTls", "false")] // with a password
    [InlineData("Mail:Smtp:Password", "")]      // with a user
    public void A_faulty_setting_is_named_in_one_sentence_that_tells_no_password(string setting, string value)
    {
        var fault = Assert.Single(MailOptionsCheck.Faults(Bound(Smtp, (setting, value)))).Message;

        Assert.Contains(setting, fault, StringComparison.Ordinal);
        Assert.EndsWith(".", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("mật khẩu", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://thidua.communication.azure.com")]
    public void The_mail_service_of_Azure_is_named_by_an_https_address(string endpoint) =>
        Assert.Contains("Mail:Acs:Endpoint", Assert.Single(MailOptionsCheck.Faults(Bound(Acs, ("Mail:Acs:Endpoint", endpoint)))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", true)]
    [InlineData("https://thidua.example.vn/portal/", true)]
    [InlineData("http://localhost:7071/portal/", true)]
    [InlineData("/portal/", false)]
    [InlineData("http://thidua.example.vn/", false)]
    public void The_page_that_mails_link_to_is_reached_safely(string address, bool accepted)
    {
        var fault = Record.Exception(() => new PortalOptions { Address = address }.Check());

        Assert.Equal(accepted, fault is null);
        Assert.True(accepted || fault!.Message.StartsWith("The setting Portal:Address ", StringComparison.Ordinal));
    }

    [Fact]
    public void Good_settings_have_no_fault_and_a_server_on_this_machine_may_be_asked_in_the_clear()
    {
        Assert.Empty(MailOptionsCheck.Faults(Bound(Smtp)));
        Assert.Empty(MailOptionsCheck.Faults(Bound(Acs)));
        Assert.Empty(MailOptionsCheck.Faults(Bound(Smtp, ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:StartTls", "false"))));
    }

    [Fact]
    public void The_budget_is_what_the_transport_allows_unless_it_is_set()
    {
        Assert.Equal(new RateBudget(30, 100), Bound(Acs).Budget());
        Assert.Equal(new RateBudget(60, 1000), Bound(Smtp).Budget());
        Assert.Equal(new RateBudget(5, 10), Bound(Acs, ("Mail:PerMinute", "5"), ("Mail:PerHour", "10")).Budget()); // a domain of Azure's own
    }

    [Theory]
    [InlineData("Thi đua <no-reply@example.vn>", "Thi đua")]
    [InlineData("no-reply@example.vn", "Ban Thi đua - Khen thưởng tỉnh")]
    public void The_sender_has_a_name_its_own_or_the_office_s(string from, string name)
    {
        var sender = Bound(Smtp, ("Mail:From", from), ("Mail:Office", "Ban Thi đua - Khen thưởng tỉnh")).Sender();

        Assert.Equal((name, "no-reply@example.vn"), (sender.Name, sender.Address));
        Assert.NotEmpty(new MailOptions().Office);
    }

    private static Dictionary<string, string?> Smtp => new()
    {
        ["Mail:Transport"] = "smtp",
        ["Mail:From"] = "Thi đua <no-reply@example.vn>",
        ["Mail:Smtp:Host"] = "mail.example.vn",
        ["Mail:Smtp:Port"] = "587",
        ["Mail:Smtp:User"] = "thidua",
        ["Mail:Smtp:Password"] = "mật khẩu",
    };

    private static Dictionary<string, string?> Acs => new()
    {
        ["Mail:Transport"] = "acs",
        ["Mail:From"] = "no-reply@example.vn",
        ["Mail:Acs:Endpoint"] = "https://thidua.communication.azure.com",
    };

    private static MailOptions Bound(Dictionary<string, string?> settings, params (string Name, string Value)[] changed)
    {
        foreach (var (name, value) in changed)
        {
            settings[name] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection(MailOptions.Section).Get<MailOptions>()!;
    }
}
