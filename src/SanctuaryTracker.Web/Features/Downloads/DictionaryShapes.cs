using System.ComponentModel.DataAnnotations;
using System.Reflection;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Features.Downloads;

/// <summary>A field of a content, for who reads the data.</summary>
/// <param name="Type">Text, date, number, or what a list holds.</param>
/// <param name="Values">The words it can hold, if there are only some.</param>
public sealed record DictionaryField(string Name, string Type, bool IsRequired, IReadOnlyList<string> Values, string Meaning);

/// <summary>A kind of record, or of row within one.</summary>
public sealed record DictionaryShape(string Name, string Meaning, IReadOnlyList<DictionaryField> Fields);

/// <summary>The data dictionary, read from the contents themselves and from what their code says of them.</summary>
public static class DictionaryShapes
{
    public static IReadOnlyList<DictionaryShape> All { get; } = Read();

    private static List<DictionaryShape> Read()
    {
        var shapes = new List<DictionaryShape>();
        var open = new Queue<Type>(Content.Types.OrderBy(t => t.Key).Select(t => t.Value));
        var known = open.ToHashSet();
        while (open.TryDequeue(out var type))
        {
            var fields = new List<DictionaryField>();
            foreach (var property in type.GetProperties().Where(p => p.CanWrite))
            {
                var item = Nullable.GetUnderlyingType(property.PropertyType) ?? (property.PropertyType.IsGenericType ? property.PropertyType.GenericTypeArguments[0] : property.PropertyType);
                if (item.Name.EndsWith(nameof(Content), StringComparison.Ordinal) && known.Add(item))
                    open.Enqueue(item);
                var isList = property.PropertyType.IsGenericType && Nullable.GetUnderlyingType(property.PropertyType) is null;
                fields.Add(new(NameOf(property), isList ? $"list of {NameOf(item)}" : NameOf(item), property.GetCustomAttribute<RequiredAttribute>() is not null,
                    item.IsEnum ? Enum.GetNames(item) : [], Meanings.Of(property)));
            }
            shapes.Add(new(ShapeName(type), Meanings.Of(type), fields));
        }
        return shapes;
    }

    private static string NameOf(PropertyInfo property) => property.GetCustomAttribute<System.Text.Json.Serialization.JsonPropertyNameAttribute>()?.Name ?? ContentJson.Name(property.Name);

    private static string NameOf(Type type) =>
        type == typeof(string) ? "text" : type == typeof(PartialDate) ? "date" : type == typeof(int) || type == typeof(long) ? "whole number" : type == typeof(bool) ? "yes or no" : type == typeof(double) ? "number" : type.IsEnum ? "word" : ShapeName(type).ToLowerInvariant();

    private static string ShapeName(Type type) => Text.Sentence(type.Name[..^nameof(Content).Length]);
}
