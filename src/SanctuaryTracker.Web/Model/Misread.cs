using System.Collections;
using System.Text.Json;

namespace SanctuaryTracker.Model;

/// <summary>Why a JSON text cannot be read as a content, in the words of who wrote it: without this program's own types.</summary>
internal static class Misread
{
    /// <returns>The field (<c>citations[0].paragraph</c>; empty for the whole), and what to do about it.</returns>
    public static Problem Explain(this JsonException e, Type content, string record = "")
    {
        var field = (e.Path ?? "").TrimStart('$').TrimStart('.');
        var type = content;
        foreach (var step in field.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = step.Split('[')[0];
            if (type.GetProperties().FirstOrDefault(p => ContentJson.Name(p.Name) == name) is not { CanWrite: true } property)
                return new(field, $"There is no such field here; there are: {string.Join(", ", type.GetProperties().Where(p => p.CanWrite).Select(p => ContentJson.Name(p.Name)))}.", record);
            type = step.EndsWith(']') ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        }
        return new(field, e.Message.Contains(nameof(System), StringComparison.Ordinal) || e.Message.Contains(nameof(SanctuaryTracker), StringComparison.Ordinal) ? Wanted(Nullable.GetUnderlyingType(type) ?? type) : e.Message.Split(" Path:")[0].Split(" LineNumber")[0], record);
    }

    private static string Wanted(Type type) =>
        type.IsEnum ? $"Use one of: {string.Join(", ", Enum.GetNames(type))}."
        : type == typeof(string) ? "Give a text, in quotation marks."
        : type == typeof(bool) ? "Give true or false."
        : type == typeof(int) || type == typeof(long) ? "Give a whole number, without quotation marks."
        : type.IsPrimitive || type == typeof(decimal) ? "Give a number, without quotation marks."
        : type.IsAssignableTo(typeof(IEnumerable)) ? "Give a list, in square brackets."
        : "Give an object, in braces.";
}
