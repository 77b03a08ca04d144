using EmulationFunctions.Common;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Settings;

internal static class SettingsRegistration
{
    /// <summary>A room's settings: bound from a section, and checked before the program takes its first request.</summary>
    /// <param name="services">Where they are registered.</param>
    /// <param name="section">The section's name.</param>
    /// <param name="bind">Written at the call, so that the binding is generated there.</param>
    /// <param name="check">Throws a <see cref="SettingException"/> that names what is wrong.</param>
    public static void AddChecked<TOptions>(
        this IServiceCollection services, string section, Action<IConfiguration, TOptions> bind, Action<TOptions> check)
        where TOptions : class
    {
        services.AddSingleton<IConfigureOptions<TOptions>>(provider => new ConfigureOptions<TOptions>(
            options => Bind(provider.GetRequiredService<IConfiguration>(), section, options, bind)));
        services.AddSingleton(new SettingsCheck(provider => check(provider.GetRequiredService<IOptions<TOptions>>().Value)));
    }

    /// <exception cref="SettingException">A value is not of its setting's type.</exception>
    private static void Bind<TOptions>(IConfiguration configuration, string section, TOptions options, Action<IConfiguration, TOptions> bind)
    {
        try
        {
            bind(configuration.GetSection(section), options);
        }
        catch (InvalidOperationException exception)
        {
            // The binder names the setting only in its own sentence.
            var wrong = configuration.GetSection(section).AsEnumerable(makePathsRelative: false)
                .FirstOrDefault(setting => setting.Value is not null && exception.Message.Contains($"'{setting.Key}'", StringComparison.OrdinalIgnoreCase));
            throw new SettingException(wrong.Key ?? section, "is not of the form it must have.");
        }
    }

    /// <exception cref="SettingException">The first setting that is wrong.</exception>
    public static void CheckSettings(this IServiceProvider services)
    {
        foreach (var check in services.GetServices<SettingsCheck>())
        {
            check.Run(services);
        }
    }
}

internal sealed record SettingsCheck(Action<IServiceProvider> Run);
