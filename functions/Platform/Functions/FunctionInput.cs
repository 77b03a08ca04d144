using System.Collections.Concurrent;
using System.Reflection;
using EmulationFunctions.Common;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker.Context.Features;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// Gives a function its parameters, as minimal APIs do: plain values by name from the address, else from the query, or from the header
/// that is named; types that read themselves from the request (<see cref="IBindableFromHttpContext{TSelf}"/>); and ids that belong
/// together, by the names of their constructor (<see cref="AsParametersAttribute"/>). The worker's own way takes plain values from one
/// bag, in which members of the body and query values lie beside the parts of the address whose rights were checked, and reads them as JSON.
/// </summary>
internal sealed class FunctionInput : IFunctionInputBindingFeature
{
    internal delegate ValueTask<object?> Reader(HttpContext http);

    private static readonly ConcurrentDictionary<string, Reader[]> Readers = new(StringComparer.Ordinal);

    public static FunctionInput Instance { get; } = new();

    public async ValueTask<FunctionInputBindingResult> BindFunctionInputAsync(FunctionContext context)
    {
        var http = context.GetHttpContext() ?? throw new InvalidOperationException("Only functions that are called have a request.");
        RequestContent.Prepare(http.Request);
        var readers = Readers.GetOrAdd(context.FunctionDefinition.Name, static name => Of(FunctionMethod.All[name].Method));
        var values = new object?[readers.Length];
        for (var index = 0; index < readers.Length; index++)
        {
            values[index] = await readers[index](http);
        }

        return new(values);
    }

    /// <exception cref="InvalidOperationException">A parameter is of a type that cannot be read from a request.</exception>
    internal static Reader[] Of(MethodBase method) => [.. method.GetParameters().Select(Of)];

    private static Reader Of(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type switch
        {
            _ when type == typeof(HttpRequest) => http => new(http.Request),
            _ when type == typeof(CancellationToken) => http => new(http.RequestAborted),
            _ when parameter.GetCustomAttribute<FromHeaderAttribute>() is { Name: { } header } => http => new((string?)http.Request.Headers[header]),
            _ when type == typeof(string) => http => new(Text(http, parameter.Name!)),
            _ when parameter.IsDefined(typeof(AsParametersAttribute)) => Together(type.GetConstructors().Single()),
            _ when Implements(type, typeof(IBindableFromHttpContext<>)) => Made(nameof(Bound), type, parameter),
            _ when Implements(type, typeof(IParsable<>)) => Made(nameof(Parsed), type, parameter),
            _ => throw new InvalidOperationException($"{parameter.Member.Name} asks for {parameter.Name}, which cannot be read from a request."),
        };
    }

    private static bool Implements(Type type, Type open) =>
        type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == open && one.GenericTypeArguments[0] == type);

    private static Reader Made(string maker, Type type, ParameterInfo parameter) =>
        (Reader)typeof(FunctionInput).GetMethod(maker, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [parameter])!;

    private static Reader Bound<T>(ParameterInfo parameter)
        where T : class, IBindableFromHttpContext<T> => async http => await T.BindAsync(http, parameter);

    private static Reader Parsed<T>(ParameterInfo parameter)
        where T : struct, IParsable<T>
    {
        var (name, isOptional) = (parameter.Name!, parameter.ParameterType != typeof(T));
        return http => Text(http, name) switch
        {
            null or "" when isOptional => default,
            { } text when T.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value) => new(value),
            _ => throw Refusal.BadInput(name, JsonFaultWords.Expected(typeof(T))),
        };
    }

    private static Reader Together(ConstructorInfo constructor)
    {
        var (readers, make) = (Of(constructor), ConstructorInvoker.Create(constructor));
        return async http =>
        {
            var values = new object?[readers.Length];
            for (var index = 0; index < readers.Length; index++)
            {
                values[index] = await readers[index](http);
            }

            return make.Invoke(values.AsSpan());
        };
    }

    /// <summary>In composed form (NFC), as every body is read: some systems write letters and marks apart.</summary>
    private static string? Text(HttpContext http, string name) =>
        (http.Request.RouteValues.TryGetValue(name, out var part) ? part as string
            : http.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null)?.Normalize();
}
