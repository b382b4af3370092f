using System.Globalization;
using System.Text;
using System.Xml;

namespace SanctuaryTracker.Features.Figures;

/// <summary>A drawing as SVG. Colours stand there twice: as attributes for a file of its own, as classes for a page, whose style sheet goes before attributes and knows the dark.</summary>
public static class Svg
{
    /// <param name="id">Tells this picture's parts from others' on the page.</param>
    /// <param name="cssClass">Of the whole picture.</param>
    /// <param name="isStop">Whether its links are stops for the Tab key; not where a list of the same links is near.</param>
    public static string Inline(Drawing drawing, string id, string title, string description, string cssClass, bool isStop) =>
        Write(drawing, id, title, description, "", svg => svg.WriteAttributeString("class", cssClass), isWhole: false, isStop);

    /// <param name="address">The site's own, before each path.</param>
    public static byte[] File(Drawing drawing, string title, string description, string address) =>
        Encoding.UTF8.GetBytes(Write(drawing, "figure", title, description, address, svg =>
        {
            svg.WriteAttributeString("width", Number(drawing.Width));
            svg.WriteAttributeString("height", Number(drawing.Height));
        }, isWhole: true));

    /// <summary>A mark of the key, in a square of 16, beside its words.</summary>
    public static string Mark(IReadOnlyList<Shape> shapes, string id)
    {
        var text = new StringBuilder();
        using (var svg = XmlWriter.Create(text, new() { OmitXmlDeclaration = true }))
        {
            svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            foreach (var (name, value) in new[] { ("class", "mark"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true") })
                svg.WriteAttributeString(name, value);
            if (UsesHatch(shapes))
                WriteHatch(svg, id, 5);
            foreach (var shape in shapes)
                Write(svg, shape, id, isWhole: true);
            svg.WriteEndElement();
        }
        return text.ToString();
    }

    private static string Write(Drawing drawing, string id, string title, string description, string address, Action<XmlWriter> size, bool isWhole, bool isStop = true)
    {
        var text = new StringBuilder();
        using (var svg = XmlWriter.Create(text, new() { OmitXmlDeclaration = true }))
        {
            svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            size(svg);
            svg.WriteAttributeString("viewBox", $"{Number(drawing.Left)} {Number(drawing.Top)} {Number(drawing.Width)} {Number(drawing.Height)}");
            svg.WriteAttributeString("role", "group");
            svg.WriteAttributeString("aria-labelledby", $"{id}-title");
            svg.WriteAttributeString("aria-describedby", $"{id}-desc");
            Element(svg, "title", title, ("id", $"{id}-title"));
            Element(svg, "desc", description, ("id", $"{id}-desc"));
            if (UsesHatch(drawing.Shapes))
                WriteHatch(svg, id, drawing.Hatch);
            svg.WriteStartElement("g");
            svg.WriteAttributeString("aria-hidden", "true");
            svg.WriteAttributeString("font-family", "Noto Sans, Helvetica Neue, Arial, sans-serif");
            foreach (var shape in drawing.Shapes)
                Write(svg, shape, id, isWhole);
            svg.WriteEndElement();
            foreach (var spot in drawing.Spots)
            {
                svg.WriteStartElement("a");
                svg.WriteAttributeString("href", address + spot.Href);
                svg.WriteAttributeString("aria-label", Clean(spot.Name));
                if (!isStop)
                    svg.WriteAttributeString("tabindex", "-1");
                Element(svg, "rect", null, ("class", "spot"), ("x", Number(spot.X)), ("y", Number(spot.Y)), ("width", Number(spot.Width)), ("height", Number(spot.Height)), ("fill", "none"), ("pointer-events", "all"));
                svg.WriteEndElement();
            }
            svg.WriteEndElement();
        }
        return text.ToString();
    }

    /// <param name="isWhole">A file of its own holds every outline; a page shows those that all pages share as a picture, which loads after the words.</param>
    private static void Write(XmlWriter svg, Shape shape, string id, bool isWhole)
    {
        switch (shape)
        {
            case Placed placed:
                svg.WriteStartElement("g");
                svg.WriteAttributeString("transform", $"translate({Number(placed.X)} {Number(placed.Y)}){(placed.Scale == 1 ? "" : $" scale({placed.Scale.ToString("0.###", CultureInfo.InvariantCulture)})")}");
                foreach (var part in placed.Shapes)
                    Write(svg, part, id, isWhole);
                svg.WriteEndElement();
                break;
            case Outline { SharedAt: { } address } when !isWhole:
                // Only HTML's own pictures wait until they are near; beneath it there is nothing else that could be read meanwhile.
                svg.WriteStartElement("foreignObject");
                svg.WriteAttributeString("width", Number(AlbersUsa.Width));
                svg.WriteAttributeString("height", Number(AlbersUsa.Height));
                Element(svg, "img", null, ("src", address), ("alt", ""), ("width", Number(AlbersUsa.Width)), ("height", Number(AlbersUsa.Height)), ("loading", "lazy"));
                svg.WriteEndElement();
                break;
            case Outline outline:
                Painted(svg, "path", outline.Ink, id, ("d", outline.Data));
                break;
            case Disc disc:
                Painted(svg, "circle", disc.Ink, id, ("cx", Number(disc.X)), ("cy", Number(disc.Y)), ("r", Number(disc.Radius)));
                break;
            case Box box:
                Painted(svg, "rect", box.Ink, id, ("x", Number(box.X)), ("y", Number(box.Y)), ("width", Number(box.Width)), ("height", Number(box.Height)));
                break;
            case Line line:
                Painted(svg, "line", line.Ink, id, ("x1", Number(line.X1)), ("y1", Number(line.Y1)), ("x2", Number(line.X2)), ("y2", Number(line.Y2)));
                break;
            case Lettering words:
                Painted(svg, "text", words.Ink, id, words.Text, ("x", Number(words.X)), ("y", Number(words.Y)), ("font-size", Number(words.Size)), ("font-weight", words.IsBold ? "700" : null),
                    ("font-family", words.IsSerif ? "Noto Serif, Georgia, serif" : null), ("text-anchor", words.Anchor == Anchor.Start ? null : words.Anchor.ToString().ToLowerInvariant()),
                    ("paint-order", words.Ink.Stroke is null ? null : "stroke"), ("stroke-linejoin", words.Ink.Stroke is null ? null : "round"));
                break;
        }
    }

    private static void Painted(XmlWriter svg, string name, Ink ink, string id, params (string Name, string? Value)[] attributes) => Painted(svg, name, ink, id, null, attributes);

    private static void Painted(XmlWriter svg, string name, Ink ink, string id, string? text, params (string Name, string? Value)[] attributes) =>
        Element(svg, name, text,
        [
            ("class", string.Join(' ', new[] { ink.Fill is null or "hatch" ? null : $"f-{ink.Fill}", ink.Stroke is null ? null : $"s-{ink.Stroke}" }.OfType<string>()) is { Length: > 0 } classes ? classes : null),
            .. attributes,
            ("fill", ink.Fill switch { null => "none", "hatch" => $"url(#{id}-hatch)", var token => Palette.Of(token) }),
            ("stroke", ink.Stroke is { } stroke ? Palette.Of(stroke) : null), ("stroke-width", ink.Stroke is null || ink.Width == 1 ? null : Number(ink.Width)), ("stroke-dasharray", ink.Dash > 0 ? Number(ink.Dash) : null),
        ]);

    private static void WriteHatch(XmlWriter svg, string id, double step)
    {
        svg.WriteStartElement("defs");
        svg.WriteStartElement("pattern");
        foreach (var (name, value) in new[] { ("id", $"{id}-hatch"), ("width", Number(step)), ("height", Number(step)), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)") })
            svg.WriteAttributeString(name, value);
        Painted(svg, "rect", new("paper"), id, ("width", Number(step)), ("height", Number(step)));
        Painted(svg, "line", new(Stroke: "pine", Width: step / 4), id, ("x1", Number(step / 2)), ("y1", "0"), ("x2", Number(step / 2)), ("y2", Number(step)));
        svg.WriteEndElement();
        svg.WriteEndElement();
    }

    internal static bool UsesHatch(IEnumerable<Shape> shapes) => shapes.Any(s => s.Ink.Fill == "hatch" || s is Placed placed && UsesHatch(placed.Shapes));

    private static void Element(XmlWriter svg, string name, string? text, params (string Name, string? Value)[] attributes)
    {
        svg.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
            if (value is not null)
                svg.WriteAttributeString(attribute, value);
        if (text is not null)
            svg.WriteString(Clean(text));
        svg.WriteEndElement();
    }

    /// <summary>XML knows fewer characters than the record.</summary>
    private static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xffff || XmlConvert.IsXmlChar((char)r.Value)).Select(r => r.ToString()));

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
