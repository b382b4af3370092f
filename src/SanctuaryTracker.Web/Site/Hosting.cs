using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.OpenApi;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Desk.Accounts;
using SanctuaryTracker.Features.Desk.Acts;
using SanctuaryTracker.Features.Desk.Drafting;
using SanctuaryTracker.Features.Desk.Imports;
using SanctuaryTracker.Features.Desk.Writing;
using SanctuaryTracker.Features.Figures;

namespace SanctuaryTracker.Site;

/// <summary>How the site is put together: services, and the order in which a request passes through them.</summary>
public static class Hosting
{
    /// <summary>Beside the published program, so that it runs from any working directory; the project's folder while developing.</summary>
    public static string? ContentRoot => Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot")) ? AppContext.BaseDirectory : null;

    public static IServiceCollection AddTrackerSite(this IServiceCollection services, DataSettings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddScoped<Notes>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<Shelf>().AddScoped<UntilChanged>();
        services.AddScoped<FigureRoom>();
        services.AddScoped<Drafts>();
        services.AddScoped<Writer>().AddHttpContextAccessor();
        services.AddScoped<Proposals>();
        services.AddSingleton<WaitingImports>().AddScoped<ImportDesk>().AddHostedService<ImportWorker>();
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Features";
            options.Conventions.AddPageRoute("/Desk/Drafting/Edit", $"/desk/{{kind:regex({EditModel.KindPattern})}}/new");
            options.Conventions.AddPageRoute("/Desk/Drafting/Edit", $"/desk/{{kind:regex({EditModel.KindPattern})}}/{{slug}}");
            options.Conventions.AddPageRoute("/Desk/Drafting/Text", TextModel.OfFile);
            options.Conventions.AddPageRoute("/Desk/Acts/Act", $"/desk/{{kind:regex({EditModel.KindPattern})}}/{{slug}}/{{act:regex(^restore$)}}/{{number:int}}");
            options.Conventions.AddPageRoute("/Desk/Acts/Act", "/desk/changes/{number:int}/{act:regex(^undo$)}");
            options.Conventions.AddFolderRouteModelConvention("/", OneAddress);
        }).AddMvcOptions(options => options.ModelValidatorProviders.Clear()); // contents are checked once, by the Change
        services.AddRouting(options => options.LowercaseUrls = true);
        services.ConfigureHttpJsonOptions(options => SpellJson(options.SerializerOptions));
        services.Configure<JsonOptions>(options => SpellJson(options.JsonSerializerOptions)); // which the API's description follows
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/atom+xml", "application/problem+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = NotInApi.Tell);
        services.AddApiDescription();
        services.AddDataProtection().SetApplicationName("SanctuaryTracker").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.Folder, "keys")));
        services.AddDeskAccounts();
        services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        return services;
    }

    public static void UseTrackerSite(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseNamedHost();
        app.UseSecurityHeaders();
        // Not the desk: an answer that carries a secret beside what was asked must not tell it by its length.
        // Nor documents, whose bytes are given as they are.
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/desk", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.StartsWithSegments("/documents", StringComparison.OrdinalIgnoreCase), pages => pages.UseResponseCompression());
        app.UseWhen(context => context.Request.Path.StartsWithSegments(BadQuery.ApiPrefix, StringComparison.Ordinal), api =>
        {
            // A HEAD is a GET whose body the server leaves out.
            api.Use((context, next) =>
            {
                if (HttpMethods.IsHead(context.Request.Method))
                    context.Request.Method = HttpMethods.Get;
                return next(context);
            });
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        app.UseWhen(context => !context.Request.Path.StartsWithSegments(BadQuery.ApiPrefix, StringComparison.Ordinal), pages =>
        {
            pages.UseExceptionHandler("/status/500");
            pages.UseStatusCodePagesWithReExecute("/status/{0}");
        });
        app.UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "API – SanctuaryTracker";
            options.SwaggerEndpoint("/swagger/v1/swagger.json", "SanctuaryTracker API v1");
        });
        app.UseHeldForms();
        app.UseRouting();
        app.UseQueryRules();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>A list is <c>/letters</c> alone, not <c>/letters/index</c> too.</summary>
    private static void OneAddress(PageRouteModel page)
    {
        foreach (var selector in page.Selectors.Where(s => s.AttributeRouteModel?.Template?.EndsWith("/Index", StringComparison.Ordinal) is true).ToList())
            page.Selectors.Remove(selector);
    }

    private static void SpellJson(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
    }

    private static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Swagger's own page sets one inline style.
        var style = context.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal) ? "'self' 'unsafe-inline'" : "'self'";
        var framers = context.Request.Path.StartsWithSegments("/embed", StringComparison.Ordinal) ? "*" : "'none'";
        // On starting, because the answer to an error begins anew.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
                headers.ContentSecurityPolicy = $"default-src 'self'; style-src {style}; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors {framers}";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
