using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace SanctuaryTracker.Features.Desk.Accounts;

/// <summary>What someone typed and sent after being signed out: held, encrypted, in the sign-in page itself, and offered again afterwards.</summary>
/// <param name="Path">Where it was going, on this site.</param>
/// <param name="Files">Fields whose file has to be chosen again, and the file's name.</param>
public sealed record HeldForm(string Path, List<KeyValuePair<string, string>> Fields, List<KeyValuePair<string, string>> Files);

/// <summary>What became of a form that came from someone signed out.</summary>
/// <param name="Sealed">The form, encrypted; null if it was too large.</param>
public sealed record Holding(string? Sealed);

public sealed class HeldForms(IDataProtectionProvider protection)
{
    public const int MaxLength = 2 << 20;

    private const int MaxFields = 20_000;
    private const int MaxUpload = 32 << 20;
    private const string Token = "__RequestVerificationToken";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("desk held form").ToTimeLimitedDataProtector();

    /// <summary>Null if there is nothing to hold: only forms of this site's own desk are held, and none with a password in it.</summary>
    public async Task<Holding?> HoldAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase) || !IsOwn(request))
            return null;
        try
        {
            var form = await request.ReadFormAsync(new() { ValueCountLimit = MaxFields, ValueLengthLimit = MaxLength, MultipartBodyLengthLimit = MaxUpload }, context.RequestAborted);
            var fields = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).Where(field => field.Key != Token).ToList();
            if (fields.Count == 0 && form.Files.Count == 0 || fields.Exists(field => field.Key.Contains("password", StringComparison.OrdinalIgnoreCase)))
                return null;
            var files = form.Files.Where(file => file.FileName.Length > 0).Select(file => KeyValuePair.Create(file.Name, file.FileName)).ToList();
            var json = JsonSerializer.Serialize(new HeldForm(request.Path + request.QueryString, fields, files));
            return new(json.Length <= MaxLength ? protector.Protect(json, Kept) : null);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return new(Sealed: null);
        }
    }

    /// <summary>Null if it is not ours, or was held for too long.</summary>
    public HeldForm? Open(string? held)
    {
        try
        {
            return string.IsNullOrEmpty(held) ? null : JsonSerializer.Deserialize<HeldForm>(protector.Unprotect(held));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Another site could otherwise have its own words held, for an editor to send on as hers. Browsers say where a form comes from.</summary>
    private static bool IsOwn(HttpRequest request) =>
        request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase))
        && request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
}

public static class HeldFormAnswer
{
    /// <summary>Shows the sign-in page in place of the answer to a form that was held.</summary>
    public static IApplicationBuilder UseHeldForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Features.Get<Holding>() is null || context.Response.HasStarted)
            return;
        var request = context.Request;
        request.QueryString = QueryString.Create("return_url", request.Path);
        (request.Method, request.Path) = (HttpMethods.Get, "/desk/sign-in");
        request.RouteValues.Clear();
        context.SetEndpoint(null);
        await next(context);
    });
}
