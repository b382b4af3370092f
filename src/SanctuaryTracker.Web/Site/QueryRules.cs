using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>Parameters of its filter record that an address does not take.</summary>
public sealed record WithoutParameters(params IReadOnlyList<string> Names);

/// <summary>Refuses query parameters that an address does not know, or values it cannot use, alike for pages and API: 400, naming the parameter and what is allowed.</summary>
/// <remarks>
/// What an address knows is read from its handler: the parameters themselves, or those of the filter record it takes.
/// The page that tells of an error keeps the query of the request that failed, and is not asked.
/// An address that answers of a whole list takes the list's filter <see cref="WithoutParameters">without</see> those of its pages.
/// </remarks>
public static class QueryRules
{
    /// <summary>What pages answer to; those without a form refuse a post themselves.</summary>
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"];

    internal const int MaxTextLength = 200;

    public static IApplicationBuilder UseQueryRules(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null && !Methods.Contains(context.Request.Method) && context.Features.Get<IStatusCodeReExecuteFeature>() is null)
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }
        var errors = Check(context);
        if (errors.Count == 0)
        {
            ForgetBlanks(context.Request);
            try
            {
                await next(context);
                return;
            }
            catch (BadQueryException e) when (!context.Response.HasStarted)
            {
                errors[e.Parameter] = [e.Message];
            }
            catch (MergedAwayException e) when (!context.Response.HasStarted)
            {
                // Not to be remembered: a merger can be undone.
                context.Response.Headers.CacheControl = "no-cache";
                context.Response.Redirect($"{context.Request.PathBase}{e.Instead(context.Request.Path.ToUriComponent())}{context.Request.QueryString}", permanent: true);
                return;
            }
        }
        await BadQuery.AnswerAsync(context, errors);
    });

    /// <summary>A form sends every field; what was left blank is not asked for.</summary>
    private static void ForgetBlanks(HttpRequest request)
    {
        if ((HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.Query.Any(p => StringValues.IsNullOrEmpty(p.Value)))
            request.Query = new QueryCollection(request.Query.Where(p => !StringValues.IsNullOrEmpty(p.Value)).ToDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static Dictionary<string, string[]> Check(HttpContext context)
    {
        var errors = new Dictionary<string, string[]>();
        if (context.Features.Get<IExceptionHandlerFeature>() is not null || !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) || context.GetEndpoint() is not { } endpoint || Handler(endpoint) is not { } handler)
            return errors;
        var without = endpoint.Metadata.GetMetadata<WithoutParameters>()?.Names ?? [];
        var known = handler.GetParameters().SelectMany(Expand).Where(p => !context.Request.RouteValues.ContainsKey(p.Name) && !without.Contains(p.Name)).ToDictionary(p => p.Name, p => p.Parameter);
        foreach (var (name, values) in context.Request.Query)
        {
            if (!known.TryGetValue(name, out var parameter))
                errors[name] = [known.Count == 0 ? "This address takes no parameters." : $"There is no such parameter; there are: {string.Join(", ", known.Keys)}."];
            else if (values.Count > 1 && !parameter.ParameterType.IsArray)
                errors[name] = ["Give it once."];
            else if (values.OfType<string>().Where(v => v.Length > 0).Select(v => Problem(parameter, v)).FirstOrDefault(p => p is not null) is { } problem)
                errors[name] = [problem];
        }
        return errors;
    }

    internal static string NameOf(ParameterInfo parameter) => parameter.GetCustomAttribute<FromQueryAttribute>()?.Name ?? parameter.Name!.ToLowerInvariant();

    private static MethodInfo? Handler(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page
            ? page.HandlerMethods.FirstOrDefault(h => h.HttpMethod == "Get" && h.Name is null)?.MethodInfo ?? NoParameters
            : endpoint.Metadata.GetMetadata<MethodInfo>();

    private static MethodInfo NoParameters { get; } = typeof(QueryRules).GetMethod(nameof(Nothing), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static void Nothing()
    {
    }

    private static IEnumerable<(string Name, ParameterInfo Parameter)> Expand(ParameterInfo parameter)
    {
        if (parameter.ParameterType.Name.EndsWith("Filter", StringComparison.Ordinal))
            foreach (var inner in parameter.ParameterType.GetConstructors()[0].GetParameters())
                yield return (NameOf(inner), inner);
        else if (parameter.GetCustomAttribute<FromRouteAttribute>() is null && parameter.ParameterType == typeof(string) || parameter.GetCustomAttribute<FromQueryAttribute>() is not null)
            yield return (NameOf(parameter), parameter);
    }

    private static string? Problem(ParameterInfo parameter, string value)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType.GetElementType() ?? parameter.ParameterType;
        object? parsed = value;
        if (type.IsEnum)
            return Enum.GetNames(type).Contains(value) ? null : $"Give one of: {string.Join(", ", Enum.GetNames(type))}.";
        if (type == typeof(bool))
            return value is "true" or "false" ? null : "Give true or false.";
        if (type == typeof(int))
            parsed = int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        else if (type == typeof(PartialDate))
            return PartialDate.TryParse(value, null, out _) ? null : PartialDate.Expected;
        else if (type == typeof(Cursor))
            return Cursor.TryParse(value, null, out _) ? null : "This is no cursor of this list: take it from “next” of the page before.";
        else if (value.Length > MaxTextLength || Text.HasControlCharacters(value))
            return $"Give at most {MaxTextLength} characters, without control characters.";

        foreach (var rule in parameter.GetCustomAttributes<ValidationAttribute>())
            if (parsed is null || !rule.IsValid(parsed))
                return rule is RangeAttribute range ? $"Give a whole number from {range.Minimum} to {range.Maximum}." : rule.ErrorMessage ?? "This value cannot be used.";
        return parsed is null ? "Give a whole number." : null;
    }
}
