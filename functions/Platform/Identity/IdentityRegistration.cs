using EmulationFunctions.Platform.Settings;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Web;

namespace EmulationFunctions.Platform.Identity;

internal static class IdentityRegistration
{
    public static void AddIdentity(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddChecked<AzureAdOptions>(AzureAdOptions.Section, static (section, options) => section.Bind(options), options => options.Check());
        // Before the library's own, which builds on what is demanded here.
        builder.Services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, SignIn>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddMicrosoftIdentityWebApi(static _ => { }, static _ => { });
        builder.Services.AddOptions<MicrosoftIdentityOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IOptions<AzureAdOptions>>(static (library, azureAd) =>
            (library.Instance, library.TenantId, library.ClientId) = (azureAd.Value.Instance, azureAd.Value.TenantId, azureAd.Value.ClientId));
        // Tokens are only verified here. The keys that would be made or read from disk at the start are for cookies.
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType?.Name == "DataProtectionHostedService"));
    }
}
