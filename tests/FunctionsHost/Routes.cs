using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.StandIn;

/// <summary>
/// The routes of the HTTP-triggered functions as the host tries them: in the alphabetical order of the functions' names, and the
/// first that matches wins, not the most specific one.
/// </summary>
internal sealed class Routes
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly DefaultInlineConstraintResolver Resolver = new(Options.Create(new RouteOptions()), new ServiceCollection().BuildServiceProvider());

    private readonly List<(Function Function, TemplateMatcher Matcher, List<(string Name, IRouteConstraint Constraint)> Constraints)> _routes = [];

    public Routes(IEnumerable<Function> functions, string prefix)
    {
        foreach (var function in functions.Where(function => function.IsHttp).OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase))
        {
            var template = TemplateParser.Parse($"{prefix}/{(function.Route ?? function.Name).Trim('/')}".Trim('/'));
            var defaults = new RouteValueDictionary();
            foreach (var parameter in template.Parameters.Where(parameter => parameter.DefaultValue is not null))
            {
                defaults.Add(parameter.Name!, parameter.DefaultValue);
            }

            _routes.Add((function, new(template, defaults),
                [.. template.Parameters.SelectMany(parameter => parameter.InlineConstraints, (parameter, constraint) =>
                    (parameter.Name!, Resolver.ResolveConstraint(constraint.Constraint) ?? throw new FormatException($"{function.Name} has an unknown constraint: {constraint.Constraint}")))]));
        }
    }

    /// <summary>The function that answers, if one does; <paramref name="values"/> gets its route values.</summary>
    public Function? Find(string method, PathString path, RouteValueDictionary values)
    {
        foreach (var (function, matcher, constraints) in _routes)
        {
            values.Clear();
            if ((function.Methods.Count == 0 || function.Methods.Contains(method)) && matcher.TryMatch(path, values)
                && constraints.TrueForAll(item => values[item.Name] is null || item.Constraint.Match(null, null, item.Name, values, RouteDirection.IncomingRequest)))
            {
                return function;
            }
        }

        return null;
    }

    /// <summary>What host.json in this folder puts before every route.</summary>
    public static string Prefix(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "host.json")), Lenient);
        return json.RootElement.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("http", out var http)
            && http.TryGetProperty("routePrefix", out var prefix) ? prefix.GetString()!.Trim('/') : "api";
    }
}
