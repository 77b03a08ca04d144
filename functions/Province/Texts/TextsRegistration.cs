namespace EmulationFunctions.Province.Texts;

internal static class TextsRegistration
{
    public static void AddTexts(this FunctionsApplicationBuilder builder) => builder.Services.AddSingleton<TextTable>();
}
