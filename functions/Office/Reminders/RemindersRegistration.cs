using Azure.Core;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Settings;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Office.Reminders;

internal static class RemindersRegistration
{
    public static void AddReminders(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<MailOptions>(MailOptions.Section, static (section, options) => section.Bind(options), MailOptionsCheck.Require);
        builder.Services.AddChecked<PortalOptions>(PortalOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddSingleton(new SettingsCheck(RequirePortal));

        builder.Services.AddSingleton<ReminderRulesTable>();
        builder.Services.AddSingleton<OutboxTable>();
        builder.Services.AddSingleton<MailGate>();
        builder.Services.AddSingleton<WaitingDigests>();
        builder.Services.AddSingleton<DueReader>();
        builder.Services.AddSingleton<NoticeMover>();
        builder.Services.AddTransient<MailWriter>();
        builder.Services.AddSingleton<Func<MailWriter>>(services => services.GetRequiredService<MailWriter>);
        builder.Services.AddSingleton<ITimerFunction, SendReminders>();
        builder.Services.AddSingleton<ITimerFunction, DeliverMail>();
        builder.Services.AddHealthChecks().AddCheck<MailHealth>("mail");
        builder.Services.AddJson(RemindersJson.Default);

        // Without a transport nothing is sent; mails wait until there is one.
        switch (builder.Configuration["Mail:Transport"])
        {
            case MailOptions.SmtpTransport:
                builder.Services.AddSingleton<IMailTransport>(services => new SmtpTransport(services.GetRequiredService<IOptions<MailOptions>>().Value));
                builder.Services.AddSingleton<MailDelivery>();
                break;
            case MailOptions.AcsTransport:
                builder.Services.AddSingleton<IMailTransport>(services => new AcsTransport(
                    services.GetRequiredService<IOptions<MailOptions>>().Value, services.GetRequiredService<TokenCredential>()));
                builder.Services.AddSingleton<MailDelivery>();
                break;
        }
    }

    private static void RequirePortal(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<MailOptions>>().Value.Transport != MailOptions.NoTransport
            && services.GetRequiredService<IOptions<PortalOptions>>().Value.Address.Length == 0)
        {
            throw new SettingException($"{PortalOptions.Section}:{nameof(PortalOptions.Address)}", "is not set, but mails link to it.");
        }
    }
}
