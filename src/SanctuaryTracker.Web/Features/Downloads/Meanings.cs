using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SanctuaryTracker.Features.Downloads;

/// <summary>What the code says of its types and their properties; of a record's, where it names them as parameters.</summary>
internal static partial class Meanings
{
    private static readonly Dictionary<string, string> Said = Read();

    public static string Of(Type type) => Said.GetValueOrDefault($"T:{type.FullName}", "");

    public static string Of(PropertyInfo property) => Said.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}", "");

    private static Dictionary<string, string> Read()
    {
        var said = new Dictionary<string, string>();
        foreach (var member in XDocument.Load(Path.Combine(AppContext.BaseDirectory, "SanctuaryTracker.Web.xml")).Descendants("member"))
        {
            var name = member.Attribute("name")!.Value;
            said[name] = InOneLine(member.Element("summary"));
            if (name.StartsWith("T:", StringComparison.Ordinal))
                foreach (var parameter in member.Elements("param"))
                    said[$"P:{name[2..]}.{parameter.Attribute("name")!.Value}"] = InOneLine(parameter);
        }
        return said;
    }

    private static string InOneLine(XElement? text) => Spaces().Replace(text?.Value ?? "", " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
