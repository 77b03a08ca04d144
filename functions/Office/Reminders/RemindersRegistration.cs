using EmulationFunctions.Common;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Settings;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Office.Reminders;

internal static class RemindersRegistration
{
    public static void AddReminders(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new SettingsCheck(RequirePortal));
        builder.Services.AddSingleton<ReminderRulesTable>();
        builder.Services.AddSingleton<DueReader>();
        builder.Services.AddSingleton<NoticeReader>();
        builder.Services.AddSingleton<NoticeLines>();
        builder.Services.AddSingleton<YearNotices>();
        builder.Services.AddSingleton<MeetingNotices>();
        builder.Services.AddSingleton<SuspensionNotices>();
        builder.Services.AddSingleton<ReturnDuties>();
        builder.Services.AddSingleton(services => new YearDuties("9-returns", services.GetRequiredService<ReturnDuties>().ReadAsync));
        builder.Services.AddSingleton<MissingReader>();
        builder.Services.AddSingleton<ContactReader>();
        builder.Services.AddTransient<MailWriter>();
        builder.Services.AddSingleton<NewMailWriter>(services => () => services.GetRequiredService<MailWriter>().WriteAsync);
        builder.Services.AddSingleton<ITimerFunction, SendReminders>();
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
