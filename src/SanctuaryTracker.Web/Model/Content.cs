using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;

namespace SanctuaryTracker.Model;

/// <summary>What an editor says of one record: the one shape that forms submit, seed files hold, the API gives and revisions remember.</summary>
/// <remarks>Shapes only grow: a field is added, never renamed or removed, so that the oldest revision still reads.</remarks>
public abstract class Content
{
    /// <summary>The number of the shapes' present state, kept with each revision.</summary>
    public const int Shape = 1;

    /// <summary>Files that belong to it: the letter, the reply, the filing itself.</summary>
    [JsonPropertyOrder(89)]
    public List<DocumentContent> Documents { get; set; } = [];

    /// <summary>Fields whose value a source says to be none; each needs a citation.</summary>
    [JsonPropertyOrder(90)]
    public List<string> None { get; set; } = [];

    /// <summary>Fields that a source says do not apply; each needs a citation.</summary>
    [JsonPropertyOrder(91)]
    public List<string> NotApplicable { get; set; } = [];

    /// <summary>Where each fact is said.</summary>
    [JsonPropertyOrder(92)]
    public List<CitationContent> Citations { get; set; } = [];

    /// <summary>Sources and places are kept for reference; every other published record has a citation.</summary>
    internal virtual bool NeedsCitation => true;

    /// <summary>Fields that hold a value, or rows, on which no citation bears: none of the field or row, and none of the whole record.</summary>
    internal virtual IEnumerable<string> Uncited => Citations.Exists(c => c.Field is null) ? [] : ContentJson.Fields(GetType())
        .Where(p => p.GetValue(this) is not (null or "" or System.Collections.ICollection { Count: 0 }) && !(p.PropertyType.IsEnum))
        .Select(p => ContentJson.Name(p.Name)).Where(name => !Citations.Exists(c => c.Field!.Split('/')[0] == name));

    /// <summary>A slug for a record that has none yet.</summary>
    internal abstract string SuggestedSlug { get; }

    /// <summary>What search finds the record by, beside its title and citations.</summary>
    internal abstract IEnumerable<string?> Words { get; }

    /// <summary>What the record is also called, and who speaks in it: by these, as by its title, it is found before others and suggested.</summary>
    internal virtual IEnumerable<string?> Names => [];

    /// <summary>What the other contents of one change can call it before it is published.</summary>
    internal virtual IEnumerable<string?> Called => Names;

    internal abstract IRecorded Add(DbContext db, Record record);

    internal abstract Task<IRecorded> LoadAsync(DbContext db, int id, CancellationToken ct);

    internal abstract Task ApplyAsync(IRecorded entity, References refs);

    /// <summary>The content of each kind, by its name: <c>Letter</c> is told by <c>LetterContent</c>.</summary>
    internal static IReadOnlyDictionary<RecordKind, Type> Types { get; } =
        Enum.GetValues<RecordKind>().ToDictionary(kind => kind, kind => typeof(Content).Assembly.GetType($"{typeof(Content).Namespace}.{kind}Content", throwOnError: true)!);
}

/// <summary>The content of one kind of record, and how it is written into its entity.</summary>
public abstract class Content<T> : Content
    where T : class, IRecorded, new()
{
    protected abstract Task ApplyToAsync(T entity, References refs);

    internal sealed override IRecorded Add(DbContext db, Record record)
    {
        var entity = new T { Record = record };
        db.Add(entity);
        return entity;
    }

    internal sealed override async Task<IRecorded> LoadAsync(DbContext db, int id, CancellationToken ct) =>
        await db.Set<T>().Include(e => e.Record.Citations).Include(e => e.Record.Documents).Include(e => e.Record.References).SingleAsync(e => e.Id == id, ct);

    internal sealed override Task ApplyAsync(IRecorded entity, References refs) => ApplyToAsync((T)entity, refs);
}

/// <summary>The text that contents become: equal bytes mean that nothing changed.</summary>
public static class ContentJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false), new TidyTextConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OmitBlanks } },
    };

    public static string Canonical(this Content content) => JsonSerializer.Serialize(content, content.GetType(), Options);

    public static Content Parse(RecordKind kind, string json) => (Content)JsonSerializer.Deserialize(json, Content.Types[kind], Options)!;

    public static string Name(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);

    /// <summary>The fields and lists of a content that can be cited, in its own order.</summary>
    public static IEnumerable<PropertyInfo> Fields(Type content) =>
        content.GetProperties().Where(p => p.DeclaringType != typeof(Content) && p.CanWrite);

    private static void OmitBlanks(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.PropertyType == typeof(string))
                property.ShouldSerialize = (_, value) => !string.IsNullOrWhiteSpace((string?)value);
            else if (property.PropertyType.IsAssignableTo(typeof(System.Collections.ICollection)))
                property.ShouldSerialize = (_, value) => value is System.Collections.ICollection { Count: > 0 };
        }
    }

    private sealed class TidyTextConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Text.Tidy(value));
    }
}
