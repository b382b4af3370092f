using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SanctuaryTracker.Site;

/// <summary>
/// One mark per standing and per side: <c>&lt;mark-of name="received" /&gt;</c>. Shape tells them apart, colour comes from the text around, and it always stands beside its word.
/// Each is drawn where it stands: a file of them would be one more thing for a phone to wait for, and lays the page out again once it has come.
/// </summary>
[HtmlTargetElement("mark-of", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkTagHelper : TagHelper
{
    /// <summary>What is within each, in a square of 16.</summary>
    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["received"] = """<circle cx="8" cy="8" r="6.5" fill="currentColor"/>""",
        ["copied"] = """<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 2.25a5.75 5.75 0 0 0 0 11.5z" fill="currentColor"/>""",
        ["not-received"] = """<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M4 12 12 4" stroke="currentColor" stroke-width="1.75"/>""",
        ["not-named"] = """<circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 2.3"/>""",
        ["unidentified"] = """<path d="M2.25 2.25h11.5v11.5H2.25z" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M2.5 8 8 2.5M2.5 13.5l11-11M8 13.5 13.5 8" stroke="currentColor" stroke-width="1.5"/>""",
        ["association"] = """<circle cx="5.75" cy="8" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/><circle cx="10.25" cy="8" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/>""",
        ["federal"] = """<path d="M2 2h12v12H2z" fill="currentColor"/>""",
        ["court"] = """<path d="m8 1 7 7-7 7-7-7z" fill="currentColor"/>""",
        ["third-party"] = """<path d="M8 2v12M2 8h12" stroke="currentColor" stroke-width="2.5"/>""",
        ["error"] = """<path d="M8 1 15.5 14.5H.5z" fill="currentColor"/>""",
    };

    public string Name { get; set; } = "";

    public string? Class { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Svg(Name, Class));
    }

    internal static string Svg(string name, string? cssClass = null) => $"<svg class=\"{$"mark {cssClass}".TrimEnd()}\" viewBox=\"0 0 16 16\" aria-hidden=\"true\">{Shapes[name]}</svg>";
}
