using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.OpenApi;
using SanctuaryTracker.Data;
using SanctuaryTracker.Model;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SanctuaryTracker.Site;

/// <summary>The OpenAPI document: what strangers read before they write a line.</summary>
public static class ApiDescription
{
    private const int MaxCursorLength = 2000;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("Jurisdictions", "Places, with where they stand towards each round of letters."),
        ("Campaigns", "Rounds of letters, with reported and named counts."),
        ("Letters", "One demand to one recipient, identified or not, with copies."),
        ("Responses", "What jurisdictions, associations and unnamed officials said or did."),
        ("Statements", "Words of the sending side, of third parties and of the press."),
        ("Lawsuits", "Cases, with parties, events and what they have to do with the letters."),
        ("Sources", "Documents, and everything that rests on each of their paragraphs."),
        ("Citations", "Which fact rests on which paragraph: stated or inferred, supported or disputed."),
        ("Changes", "What was changed, by whom, when and why, with the differences."),
        ("Compare", "Jurisdictions side by side, and letters field by field."),
        ("Search", "Records of every kind, by words."),
        ("Figures", "What the pictures show, as tables."),
        ("Documents", "Files to attach to records, by their checksums."),
        ("Tokens", "What an editor’s token may do; only writing needs one."),
    ];

    public static void AddApiDescription(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "SanctuaryTracker API",
                Version = "v1",
                Description = "The public record of letters from the US Justice Department to “sanctuary” jurisdictions, how they answered, and lawsuits; every fact with the paragraph that says it. Free to read, no key needed. "
                    + "Dates are known to the year, month or day: `2018`, `2018-01`, `2018-01-24`, with `~` after them if about. Lists give a page of `items`, and in `next` the `cursor` of the page after. "
                    + "A parameter or value that an address does not know is refused with 400, naming it and what is allowed.",
            });
            options.AddServer(new OpenApiServer { Url = "/", Description = "This site" });
            options.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, "SanctuaryTracker.Web.xml"));
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.MapType<PartialDate>(() => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = PartialDate.Pattern, MaxLength = PartialDate.MaxLength, Description = PartialDate.Expected });
            options.DocInclusionPredicate((_, description) => description.HttpMethod != HttpMethods.Head); // which every address answers
            options.DocumentFilter<Completion>();
            options.ParameterFilter<QueryParameters>();
            options.OperationFilter<LessParameters>();
            options.OperationFilter<FormsWithFile>();
            options.SchemaFilter<NullableReferences>();
        });
    }

    /// <summary>What is the same for every operation is said once, here.</summary>
    private sealed class Completion : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
            swaggerDoc.Security = [];
        }
    }

    /// <summary>Query parameters by the names, bounds and defaults that <see cref="QueryRules"/> holds them to.</summary>
    private sealed class QueryParameters : IParameterFilter
    {
        public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
        {
            var described = (OpenApiParameter)parameter;
            if (described is { In: ParameterLocation.Path, Name: "slug" })
                described.Description = "The record’s slug, as in the address of its page; it never changes.";
            if (described is { In: ParameterLocation.Query, Name: nameof(Cursor) })
                (described.Name, described.Description, described.Schema) = ("cursor", "Where the page begins: `next` of the page before.", new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = MaxCursorLength });
            if (described.In != ParameterLocation.Query || context.PropertyInfo is not { } property
                || property.DeclaringType!.GetConstructors()[0].GetParameters().FirstOrDefault(p => p.Name == property.Name) is not { } bound)
                return;
            described.Name = QueryRules.NameOf(bound);
            if (described.Schema is not OpenApiSchema schema)
                return;
            if (bound.GetCustomAttribute<RangeAttribute>() is { } range)
                (schema.Minimum, schema.Maximum) = ($"{range.Minimum}", $"{range.Maximum}");
            if (bound.GetCustomAttribute<RegularExpressionAttribute>() is { } form)
                schema.Pattern = form.Pattern;
            if (schema.Type == JsonSchemaType.String)
                schema.MaxLength ??= QueryRules.MaxTextLength;
            if (bound.DefaultValue is int number)
                schema.Default = number;
        }
    }

    private sealed class LessParameters : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            foreach (var name in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<WithoutParameters>().SelectMany(w => w.Names))
                operation.Parameters?.Remove(operation.Parameters.Single(p => p.Name == name));
        }
    }

    /// <summary>What is a file by itself is, in a form, its field.</summary>
    private sealed class FormsWithFile : IOperationFilter
    {
        public void Apply(OpenApiOperation operation, OperationFilterContext context)
        {
            if (operation.RequestBody?.Content?.TryGetValue("multipart/form-data", out var form) is true && form is OpenApiMediaType { Schema: { Format: "binary" } file } media)
                media.Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = file }, Required = new HashSet<string> { "file" } };
        }
    }

    /// <summary>A property that refers to another schema and can be null says so.</summary>
    private sealed class NullableReferences : ISchemaFilter
    {
        private readonly NullabilityInfoContext nullability = new();

        public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
        {
            foreach (var property in context.Type.GetProperties().Where(p => p.GetIndexParameters().Length == 0))
            {
                var name = ContentJson.Name(property.Name);
                var isNull = Nullable.GetUnderlyingType(property.PropertyType) is not null || nullability.Create(property).ReadState == NullabilityState.Nullable;
                if (isNull && schema.Properties is { } all && all.TryGetValue(name, out var found) && found is OpenApiSchemaReference reference)
                    all[name] = new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, reference] };
            }
        }
    }
}
