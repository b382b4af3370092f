using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SanctuaryTracker.Site;

/// <summary>One of two texts, with the words marked that the other does not have: <c>&lt;marked old="…" new="…" side="After" /&gt;</c>.</summary>
[HtmlTargetElement("marked", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkedTagHelper : TagHelper
{
    /// <summary>Words and what stands between them, line breaks too.</summary>
    private static readonly DelimiterChunker Words = new([.. " \t\r\n.,:;!?(){}"]);

    public string? Old { get; set; }

    public string? New { get; set; }

    /// <summary>Which of the two is shown.</summary>
    public TextSide Side { get; set; }

    /// <summary>The element that marks; left out, <c>del</c> and <c>ins</c>, for one text that became the other.</summary>
    public string? By { get; set; }

    /// <summary>What stands there if the text shown is blank.</summary>
    public string Blank { get; set; } = "blank";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (string.IsNullOrEmpty(Side == TextSide.Old ? Old : New))
        {
            output.Attributes.SetAttribute("class", "unknown");
            output.Content.SetContent(Blank);
            return;
        }
        var other = Side == TextSide.Old ? ChangeType.Inserted : ChangeType.Deleted;
        var words = InlineDiffBuilder.Diff(Differ.Instance, Old ?? "", New ?? "", ignoreWhiteSpace: false, ignoreCase: false, Words).Lines.Where(w => w.Type != other && w.Text.Length > 0);
        foreach (var (isMarked, text) in Runs(words))
            if (isMarked && !string.IsNullOrWhiteSpace(text))
            {
                var mark = new TagBuilder(By ?? (Side == TextSide.Old ? "del" : "ins"));
                mark.InnerHtml.Append(text.Trim());
                output.Content.Append(text[..^text.TrimStart().Length]).AppendHtml(mark).Append(text[text.TrimEnd().Length..]);
            }
            else
                output.Content.Append(text);
    }

    /// <summary>Words side by side that are marked alike, or not, as one; the space after a marked word goes with it.</summary>
    private static List<(bool IsMarked, string Text)> Runs(IEnumerable<DiffPiece> words)
    {
        var runs = new List<(bool IsMarked, string Text)>();
        foreach (var word in words)
            if (runs is [.., var last] && (last.IsMarked == (word.Type != ChangeType.Unchanged) || last.IsMarked && string.IsNullOrWhiteSpace(word.Text)))
                runs[^1] = last with { Text = last.Text + word.Text };
            else
                runs.Add((word.Type != ChangeType.Unchanged, word.Text));
        return runs;
    }
}

/// <summary>The earlier or first of two texts, or the later or second.</summary>
public enum TextSide { Old, New }
