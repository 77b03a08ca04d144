using Microsoft.AspNetCore.Hosting;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// Answers of JSON go out packed to whoever can unpack them: a sheet of 200 criteria is 80 KB otherwise. Nothing is learnt from their length, as
/// it could be of a site with cookies: nobody else's page can make a browser ask with this caller's token.
/// </summary>
internal sealed class PackedAnswers : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseResponseCompression();
        next(app);
    };
}
