using EmulationFunctions.Platform.Settings;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Platform.Identity;

internal static class IdentityRegistration
{
    public static void AddIdentity(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<AzureAdOptions>(AzureAdOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        // Tokens are only verified here. The keys that would be made or read from disk at the start are for cookies.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
        builder.Services.AddSingleton<IConfigureOptions<JwtBearerOptions>, SignIn>();
    }
}
