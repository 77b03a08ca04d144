using System.Reflection;

namespace EmulationFunctions.Platform.Functions;

/// <summary>A function of this program, with the method that it is: where middleware, description and tests read its attributes.</summary>
/// <param name="Name">Its name in the host, in records and in the API's description.</param>
/// <param name="Method">The method.</param>
/// <param name="Http">Its route and verbs; null for a timer.</param>
/// <param name="Timer">Its schedule; null for a function that is called.</param>
internal sealed record FunctionMethod(string Name, MethodInfo Method, HttpTriggerAttribute? Http, TimerTriggerAttribute? Timer)
{
    /// <summary>All of them by name, found once.</summary>
    public static IReadOnlyDictionary<string, FunctionMethod> All { get; } = Find();

    /// <summary>Made once: every request asks for some.</summary>
    private readonly Lazy<Attribute[]> _attributes = new(() => [.. Method.GetCustomAttributes()]);

    public T? Attribute<T>()
        where T : Attribute => Array.Find(_attributes.Value, static attribute => attribute is T) as T;

    private static SortedDictionary<string, FunctionMethod> Find()
    {
        var found = new SortedDictionary<string, FunctionMethod>(StringComparer.Ordinal);
        foreach (var type in typeof(FunctionMethod).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            {
                if (method.GetCustomAttribute<FunctionAttribute>() is { } function)
                {
                    found.Add(function.Name, new(function.Name, method, Trigger<HttpTriggerAttribute>(method), Trigger<TimerTriggerAttribute>(method)));
                }
            }
        }

        return found;
    }

    private static T? Trigger<T>(MethodInfo method)
        where T : Attribute => method.GetParameters().Select(parameter => parameter.GetCustomAttribute<T>()).FirstOrDefault(trigger => trigger is not null);
}
