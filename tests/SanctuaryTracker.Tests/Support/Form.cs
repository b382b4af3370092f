using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SanctuaryTracker.Tests.Support;

/// <summary>A form as a browser without scripts would fill it in and send it.</summary>
public sealed class Form
{
    private readonly HttpClient client;
    private readonly string action;
    private readonly bool isInParts;
    private readonly List<KeyValuePair<string, string>> fields;
    private readonly List<(string Field, byte[] Content, string Name, string Type)> files = [];

    private Form(HttpClient client, string path, IHtmlFormElement form)
    {
        this.client = client;
        action = form.GetAttribute("action") ?? path;
        isInParts = form.GetAttribute("enctype") == "multipart/form-data";
        fields = [.. form.QuerySelectorAll("input, select, textarea").SelectMany(ValuesOf)];
    }

    /// <param name="which">The selector of a form, or of something in it, where a page has several.</param>
    public static async Task<Form> OpenAsync(HttpClient client, string path, string? which = null)
    {
        using var answer = await client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        return In(await ReadAsync(answer), client, path, which);
    }

    /// <summary>The page's own form, not the search in its head.</summary>
    public static Form In(IHtmlDocument page, HttpClient client, string path, string? which = null) =>
        new(client, path, which is null ? page.Forms.First(f => f.Method.Equals("post", StringComparison.OrdinalIgnoreCase) && f.ClassList.Contains("form"))
            : (IHtmlFormElement)(page.QuerySelector(which)?.Closest("form") ?? throw new InvalidOperationException($"The page has no {which}: {page.Body!.TextContent}")));

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) => new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    public string? this[string name] => fields.Find(f => f.Key == name).Value;

    public Form With(string name, string value)
    {
        fields.RemoveAll(f => f.Key == name);
        fields.Add(new(name, value));
        return this;
    }

    /// <summary>Chooses a file, beside those chosen already.</summary>
    public Form WithFile(string name, byte[] content, string fileName, string type = "application/octet-stream")
    {
        files.Add((name, content, fileName, type));
        return this;
    }

    /// <param name="to">Another address than the form's own.</param>
    public async Task<HttpResponseMessage> SendAsync(string? to = null)
    {
        using HttpContent content = isInParts ? InParts() : new FormUrlEncodedContent(fields);
        return await client.PostAsync(to ?? action, content);
    }

    private MultipartFormDataContent InParts()
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes, fileName, type) in files)
            content.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new(type) } }, name, fileName);
        return content;
    }

    private static IEnumerable<KeyValuePair<string, string>> ValuesOf(AngleSharp.Dom.IElement control) => control switch
    {
        IHtmlInputElement { Type: "submit" or "button" or "file" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Name: { Length: > 0 } name } input => [new(name, input.Value)],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } text => [new(name, text.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => [new(name, select.Value ?? "")],
        _ => [],
    };
}
