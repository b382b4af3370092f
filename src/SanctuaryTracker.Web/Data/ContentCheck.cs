using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Data;

/// <summary>What can be said of a content without looking at any other record.</summary>
public static class ContentCheck
{
    private const string KeyAlphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Every problem of the content and its rows; paths are those of the JSON: <c>citations[0].paragraph</c>.</summary>
    public static List<Problem> Problems(this Content content)
    {
        var problems = new List<Problem>();
        Check(content, "", problems);
        if (problems.Count > 0)
            return problems;

        if (content.NeedsCitation && content.Citations.Count == 0)
            problems.Add(new("citations", "Cite at least one source: every published record rests on a paragraph that says it."));
        var targets = Targets(content);
        foreach (var (i, citation) in content.Citations.Index())
            if (citation.Field is { Length: > 0 } field && !targets.Contains(field))
                problems.Add(new($"citations[{i}].field", $"“{field}” is no field or row of this record; choose one of: {string.Join(", ", targets)}."));
        foreach (var (list, name) in new[] { (content.None, "none"), (content.NotApplicable, "not_applicable") })
            foreach (var field in list)
                if (!targets.Contains(field) || IsFilled(content, field))
                    problems.Add(new(name, $"“{field}” can be said to be {name.Replace('_', ' ')} only if it is a field of this record and left blank."));
                else if (!content.Citations.Exists(c => c.Field == field))
                    problems.Add(new(name, $"Cite the source that says so of “{field}”."));
        foreach (var field in content.None.Intersect(content.NotApplicable))
            problems.Add(new("not_applicable", $"“{field}” cannot be both none and not applicable."));
        foreach (var twice in content.Documents.Index().GroupBy(d => d.Item.Sha256).SelectMany(g => g.Skip(1)))
            problems.Add(new($"documents[{twice.Index}].sha256", "The same file is attached twice."));
        foreach (var field in content.Citations.GroupBy(c => c.Field))
            if (field.Any(c => c is { Basis: Basis.Stated, Bearing: Bearing.Disputes }) && field.Any(c => c is { Basis: Basis.Inferred, Bearing: Bearing.Supports }) && !field.Any(c => c is { Basis: Basis.Stated, Bearing: Bearing.Supports }))
                problems.Add(new("citations", $"What is shown for “{field.Key ?? "the record"}” is only inferred, and a source states otherwise: show the stated value."));
        return problems;
    }

    /// <summary>Gives rows and citations without a key one that is made from what they say, so that the same content always gets the same keys.</summary>
    public static void FillKeys(this Content content)
    {
        foreach (var property in content.GetType().GetProperties())
        {
            if (property.GetValue(content) is not IEnumerable rows || property.PropertyType == typeof(string))
                continue;
            var keyed = rows.OfType<IKeyed>().ToList();
            var taken = keyed.Select(row => row.Key).ToHashSet();
            foreach (var row in keyed.Where(row => string.IsNullOrWhiteSpace(row.Key)))
            {
                row.Key = null;
                var seed = JsonSerializer.Serialize(row, row.GetType(), ContentJson.Options);
                for (var n = 0; row.Key is null || !taken.Add(row.Key); n++)
                    row.Key = Key($"{seed}{n}");
            }
        }
    }

    private static string Key(string seed) =>
        string.Concat(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(seed)).Take(6).Select(b => KeyAlphabet[b % KeyAlphabet.Length]));

    private static HashSet<string> Targets(Content content)
    {
        var targets = new HashSet<string>();
        foreach (var property in ContentJson.Fields(content.GetType()))
        {
            targets.Add(ContentJson.Name(property.Name));
            if (property.GetValue(content) is IEnumerable rows and not string)
                targets.UnionWith(rows.OfType<IKeyed>().Where(r => r.Key is not null).Select(r => $"{ContentJson.Name(property.Name)}/{r.Key}"));
        }
        return targets;
    }

    private static bool IsFilled(Content content, string field) =>
        ContentJson.Fields(content.GetType()).First(p => ContentJson.Name(p.Name) == field.Split('/')[0]).GetValue(content) is not (null or "" or ICollection { Count: 0 });

    private static void Check(object part, string path, List<Problem> problems)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(part, new(part), results, validateAllProperties: true);
        foreach (var result in results)
            problems.Add(new($"{path}{ContentJson.Name(result.MemberNames.FirstOrDefault() ?? "")}", Friendly(result.ErrorMessage!)));

        foreach (var property in part.GetType().GetProperties())
        {
            var name = $"{path}{ContentJson.Name(property.Name)}";
            var value = property.GetIndexParameters().Length == 0 ? property.GetValue(part) : null;
            if (value is string text)
                CheckText(text, name, problems, max: null);
            else if (value is Enum word)
                CheckWord(word, name, problems);
            else if (value is IList rows)
                CheckRows(rows, name, problems);
        }
    }

    private static void CheckRows(IList rows, string name, List<Problem> problems)
    {
        if (rows.Count > 500)
            problems.Add(new(name, "Give at most 500."));
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is string text)
                CheckText(text, $"{name}[{i}]", problems, max: 1000);
            else if (rows[i] is Enum word)
                CheckWord(word, $"{name}[{i}]", problems);
            else if (rows[i] is IKeyed row)
                Check(row, $"{name}[{i}].", problems);
            else if (rows[i] is null)
                problems.Add(new($"{name}[{i}]", "Fill it in, or leave it out."));
        }
        foreach (var key in rows.OfType<IKeyed>().Where(r => r.Key is not null).GroupBy(r => r.Key).Where(g => g.Count() > 1))
            problems.Add(new(name, $"The key “{key.Key}” is there twice."));
        if (rows.Cast<object?>().Distinct().Count() < rows.Count)
            problems.Add(new(name, "The same value is there twice."));
    }

    private static void CheckWord(Enum word, string name, List<Problem> problems)
    {
        if (!Enum.IsDefined(word.GetType(), word))
            problems.Add(new(name, $"Choose one of: {string.Join(", ", Enum.GetNames(word.GetType()))}."));
    }

    private static void CheckText(string text, string name, List<Problem> problems, int? max)
    {
        if (Text.HasControlCharacters(text))
            problems.Add(new(name, "Remove the control characters: they cannot be shown."));
        if (max is { } length && (text.Length > length || string.IsNullOrWhiteSpace(text)))
            problems.Add(new(name, $"Give between 1 and {length} characters."));
    }

    /// <summary>The framework's messages name properties; ours stand beside the field.</summary>
    private static string Friendly(string message) => message switch
    {
        _ when message.Contains("maximum length of", StringComparison.Ordinal) => $"Keep it to {Numbers(message)} characters.",
        _ when message.Contains("must be between", StringComparison.Ordinal) => $"Give a number between {string.Join(" and ", message.Split("between ")[1].TrimEnd('.').Split(" and "))}.",
        _ => message,
    };

    private static string Numbers(string message) => string.Concat(message[message.LastIndexOf("of", StringComparison.Ordinal)..].Where(char.IsDigit));
}
