using Azure.Core;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Settings;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Mail;

internal static class MailRegistration
{
    public static void AddMail(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<MailOptions>(MailOptions.Section, static (section, options) => section.Bind(options), MailOptionsCheck.Require);
        builder.Services.AddSingleton<OutboxTable>();
        builder.Services.AddSingleton<MailGate>();
        builder.Services.AddSingleton<WaitingMails>();
        builder.Services.AddSingleton<NoticeMover>();
        builder.Services.AddSingleton<ITimerFunction, DeliverMail>();
        builder.Services.AddHealthChecks().AddCheck<MailHealth>("mail");

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
}
