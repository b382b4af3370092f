using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SanctuaryTracker.Model;

namespace SanctuaryTracker.Site;

/// <summary>A standing with its mark and word: <c>&lt;standing of="…" /&gt;</c>.</summary>
[HtmlTargetElement("standing", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StandingTagHelper : TagHelper
{
    public Standing Of { get; set; }

    public string? Words { get; set; }

    /// <summary>Whether no source states it.</summary>
    public bool Inferred { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"standing {Of.Mark()}");
        output.Content.SetHtmlContent(MarkTagHelper.Svg(Of.Mark()));
        output.Content.Append(Words ?? Of.InWords());
        if (Inferred)
            output.PostElement.SetHtmlContent(" <span class=\"basis inferred\">Inferred</span>");
    }
}

/// <summary>A date as far as it is known, or that it is not; and beside it, given what it rests on, that it was worked out or inferred.</summary>
[HtmlTargetElement("day", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DayTagHelper : TagHelper
{
    public PartialDate? Value { get; set; }

    public KnownDate? Of { get; set; }

    public string Unknown { get; set; } = "date not known";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if ((Of?.On ?? Value) is { } date)
        {
            output.TagName = "time";
            output.Attributes.SetAttribute("datetime", date.Value.TrimEnd('~'));
            output.Content.SetContent(date.InWords());
            if (Of?.Basis == DateBasis.Inferred)
                output.Attributes.SetAttribute("class", "guess");
            if (Of?.Remark is { } remark)
                output.PostElement.AppendHtml(" ").AppendHtml(Marked(Of.Basis!.Value, remark));
        }
        else
        {
            output.TagName = "span";
            output.Attributes.SetAttribute("class", "unknown");
            output.Content.SetContent(Unknown);
        }
    }

    internal static TagBuilder Marked(DateBasis basis, string remark)
    {
        var word = new TagBuilder("span") { Attributes = { ["class"] = basis == DateBasis.Inferred ? "basis inferred" : "worked-out" } };
        word.InnerHtml.Append(basis == DateBasis.Inferred ? Text.Sentence(remark) : remark);
        return word;
    }
}

/// <summary>The footnote number of a fact: <c>&lt;note of="citations" /&gt;</c>. The notes are told at the end of the page.</summary>
[HtmlTargetElement("note", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NoteTagHelper(Notes notes) : TagHelper
{
    public IEnumerable<CitationItem> Of { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Link(notes, Of) is { } link)
            output.Content.SetHtmlContent(link);
    }

    internal static TagBuilder? Link(Notes notes, IEnumerable<CitationItem> citations)
    {
        if (notes.Of(citations) is not { } note)
            return null;
        note.Uses++;
        var link = new TagBuilder("a") { Attributes = { ["class"] = "cite", ["href"] = $"#n{note.Number}" } };
        link.Attributes["id"] = note.Uses == 1 ? $"r{note.Number}" : $"r{note.Number}-{note.Uses}";
        link.InnerHtml.AppendHtml("<span class=\"vh\">Note </span>").Append(note.Number.ToString());
        return link;
    }
}

/// <summary>Where a fact is said, in short: basis, source, paragraphs.</summary>
[HtmlTargetElement("evidence", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EvidenceTagHelper(Notes notes) : TagHelper
{
    public IEnumerable<ICited> Of { get; set; } = [];

    /// <summary>For a row of a list: all places together, and whether a part is inferred or disputed.</summary>
    public bool Brief { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ev");
        var groups = EvidenceGroup.Of(Of).ToList();
        notes.Sources.UnionWith(Of.Select(c => c.Source));
        if (Brief && groups.Count > 1)
        {
            Tell(output, inRuns: true, [groups[0] with { Citations = [.. groups.Where(g => g == groups[0] || g.Word == "Inferred").SelectMany(g => g.Citations)] }]);
            foreach (var part in groups.Skip(1))
                output.Content.AppendHtml($"<span><span class=\"basis {part.CssClass}\">{part.Word}</span> in part</span> ");
        }
        else
            Tell(output, Brief, groups);
        if (groups.Count == 0)
            output.Content.SetHtmlContent("<span class=\"unknown\">reference data</span>");
    }

    /// <param name="inRuns">Paragraphs that follow one another are one place, ¶6–9: a row has little room, and a reader with a keyboard little patience.</param>
    private static void Tell(TagHelperOutput output, bool inRuns, List<EvidenceGroup> groups)
    {
        foreach (var group in groups)
        {
            var word = new TagBuilder("span") { Attributes = { ["class"] = $"basis {group.CssClass}" } };
            word.InnerHtml.Append(group.Word);
            output.Content.AppendHtml(word).Append(" ");
            var sources = new TagBuilder("span");
            foreach (var (i, source) in group.Citations.GroupBy(c => (c.Source, c.SourceName)).Index())
            {
                sources.InnerHtml.Append(i > 0 ? "; " : "").Append(source.Key.SourceName).Append(" ");
                foreach (var (n, (paragraph, last, page)) in Places(source, inRuns).Index())
                {
                    var link = new TagBuilder("a") { Attributes = { ["href"] = paragraph is { } p ? $"/sources/{source.Key.Source}#p{p}" : $"/sources/{source.Key.Source}" } };
                    link.InnerHtml.Append(paragraph is null ? $"page {page}" : paragraph == last ? $"¶{paragraph}" : $"¶{paragraph}–{last}");
                    sources.InnerHtml.Append(n > 0 ? ", " : "").AppendHtml(link);
                }
            }
            output.Content.AppendHtml(sources).Append(" ");
            if (group.IsOneOrigin)
                output.Content.AppendHtml("<span class=\"one\">one origin</span> ");
        }
    }

    private static List<(int? Paragraph, int? Last, string? Page)> Places(IEnumerable<ICited> cited, bool inRuns)
    {
        var places = new List<(int? Paragraph, int? Last, string? Page)>();
        foreach (var (paragraph, page) in cited.Select(c => (c.Paragraph, c.Page)).Distinct().Order())
            if (inRuns && paragraph is not null && places.Count > 0 && places[^1].Last == paragraph - 1)
                places[^1] = (places[^1].Paragraph, paragraph, page);
            else
                places.Add((paragraph, paragraph, page));
        return places;
    }
}

/// <summary>A fact of a record: its value with a footnote, or that it is not known, none or not applicable.</summary>
[HtmlTargetElement("fact")]
public sealed class FactTagHelper(Notes notes) : TagHelper
{
    public string Label { get; set; } = "";

    /// <summary>The content's field, whose citations are shown.</summary>
    public string Field { get; set; } = "";

    public RecordInfo Record { get; set; } = null!;

    /// <summary>Citations of another record that the value is taken from.</summary>
    public IEnumerable<CitationItem>? TakenFrom { get; set; }

    /// <summary>What stands there if the value is blank.</summary>
    public string Unknown { get; set; } = "not known";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("id", Citing.Anchor(Field));
        output.Content.SetHtmlContent("<dt>").Append(Label).AppendHtml("</dt><dd>");
        var said = Record.None.Contains(Field) ? "none" : Record.NotApplicable.Contains(Field) ? "not applicable" : null;
        if (!value.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(value.GetContent().TrimEnd());
        else if (said is not null)
            output.Content.Append(said);
        else
            output.Content.AppendHtml("<span class=\"unknown\">").Append(Unknown).AppendHtml("</span>");
        var cited = (said is null ? TakenFrom : null)?.Where(c => c.Field == Field).ToList() ?? [.. !value.IsEmptyOrWhiteSpace || said is not null ? Record.For(Field) : Record.Citations.Where(c => c.Field == Field)];
        if (!value.IsEmptyOrWhiteSpace && KnownDate.WorkedOut(cited, Field) is { } remark)
            output.Content.AppendHtml(" ").AppendHtml(DayTagHelper.Marked(DateBasis.Derived, remark));
        if (NoteTagHelper.Link(notes, cited) is { } link)
            output.Content.AppendHtml(link);
        foreach (var word in EvidenceGroup.Weakness(cited))
            output.Content.AppendHtml($" <span class=\"basis {word.CssClass}\">{word.Word}</span>");
        output.Content.AppendHtml("</dd>");
    }
}

/// <summary>A claim ready to be taken away with its citation: <c>&lt;cite-as claim="…" path="/letters/denver" version="3" what="this letter" /&gt;</c>; of a list, with the last <c>change</c> to the record.</summary>
/// <remarks>Opened, it shows the text to select; with scripts, opening it copies the text too.</remarks>
[HtmlTargetElement("cite-as", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CiteAsTagHelper(TimeProvider clock) : TagHelper
{
    public string Claim { get; set; } = "";

    /// <summary>Where on this site the claim stands.</summary>
    public string Path { get; set; } = "";

    public int? Version { get; set; }

    public int? Change { get; set; }

    /// <summary>What is cited, for those who do not see what it stands beside.</summary>
    public string What { get; set; } = "";

    /// <summary>Whether the text shows from the start, as where nothing else is cited.</summary>
    public bool Open { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cite-as");
        if (Open)
            output.Attributes.SetAttribute("open", "");
        output.Content.SetHtmlContent("<summary>Cite<span class=\"vh\"> ").Append(What).AppendHtml("</span></summary><p>")
            .Append(Version is { } version ? View.HttpContext.Request.Cite(Claim, Path, version, clock.Today) : View.HttpContext.Request.CiteList(Claim, Path, Change!.Value, clock.Today)).AppendHtml("</p>");
    }
}
