using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SanctuaryTracker.Tests.Features.Desk.Accounts;

namespace SanctuaryTracker.Tests.Features.Documents;

public sealed class DocumentsApiTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_program_brings_a_file_and_attaches_it_by_its_checksum(bool isForm)
    {
        await using var app = await TrackerApp.WithAsync(Given.Campaign(), Given.Place("boston"));
        using var program = await ProgramAsync(app, "publish");
        var pdf = Files.Pdf("Dear Mayor", "Sincerely");

        var (status, taken) = await SendAsync(program, isForm ? "/api/v1/documents" : "/api/v1/documents?file_name=The+letter.pdf", isForm ? InForm(pdf, "The letter.pdf") : Body(pdf, "application/pdf"));
        var content = $$"""{"jurisdiction":"boston","campaign":"round","citations":[{"source":"paper","paragraph":3}],"documents":[{"sha256":"{{taken.GetProperty("sha256").GetString()}}","file_name":"{{taken.GetProperty("file_name").GetString()}}"}]}""";
        var (written, record) = await SendAsync(program, "/api/v1/letters?reason=Reported", new StringContent(content, System.Text.Encoding.UTF8, "application/json"));

        status.Should().Be(HttpStatusCode.OK);
        taken.ToString().Should().Be($$"""{"sha256":"{{Files.Sha256(pdf)}}","file_name":"The letter.pdf","media_type":"application/pdf","size_bytes":{{pdf.Length}},"pages":2,"text":"Extracted","text_problem":null}""");
        written.Should().Be(HttpStatusCode.Created, "{0}", record);
        (await app.Client.GetByteArrayAsync($"/documents/{Files.Sha256(pdf)}/The%20letter.pdf")).Should().Equal(pdf);
    }

    [Fact]
    public async Task What_is_refused_at_the_desk_is_refused_in_the_same_words()
    {
        await using var app = await TrackerApp.WithAsync();
        using var program = await ProgramAsync(app, "draft");

        await RefusedAsync(Body(Files.Zip(), "application/octet-stream"), HttpStatusCode.UnsupportedMediaType, "Attach a PDF");
        await RefusedAsync(InForm(Files.Zip(), "letter.pdf"), HttpStatusCode.UnsupportedMediaType, "This says it is a PDF");
        await RefusedAsync(Body(Files.Png(), "application/pdf"), HttpStatusCode.UnprocessableEntity, "This says it is a PDF");
        await RefusedAsync(Body([], "application/pdf"), HttpStatusCode.UnprocessableEntity, "The file is empty.");
        await RefusedAsync(Body(new byte[app.Database.Settings.MaxDocumentBytes + 1], "application/pdf"), HttpStatusCode.RequestEntityTooLarge, "It is larger than 25 MB");
        await RefusedAsync(Body(new byte[app.Database.Settings.MaxDocumentBytes + (2 << 20)], "application/pdf"), HttpStatusCode.RequestEntityTooLarge, "It is larger than 25 MB");
        await RefusedAsync(new FormUrlEncodedContent([new("file", "letter.pdf")]), HttpStatusCode.UnprocessableEntity, "Send the file as the body");
        (await app.ReadAsync(db => db.Files.CountAsync())).Should().Be(0);

        async Task RefusedAsync(HttpContent content, HttpStatusCode expected, string message)
        {
            var (status, problem) = await SendAsync(program, "/api/v1/documents", content);
            status.Should().Be(expected, "{0}", problem);
            problem.GetProperty("detail").GetString().Should().Contain(message);
        }
    }

    [Fact]
    public async Task Without_a_token_nothing_is_taken()
    {
        await using var app = await TrackerApp.WithAsync();
        using var editor = await app.SignInAsync();

        var (status, _) = await SendAsync(editor, "/api/v1/documents", Body(Files.Text("Dear"), "text/plain"));

        status.Should().Be(HttpStatusCode.Unauthorized);
        (await app.ReadAsync(db => db.Files.CountAsync())).Should().Be(0);
    }

    private static ByteArrayContent Body(byte[] file, string type) => new(file) { Headers = { ContentType = new(type) } };

    private static MultipartFormDataContent InForm(byte[] file, string name) => new() { { new ByteArrayContent(file), "file", name } };

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(HttpClient program, string path, HttpContent content)
    {
        using (content)
        {
            using var answer = await program.PostAsync(path, content);
            return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
        }
    }

    private static async Task<HttpClient> ProgramAsync(TrackerApp app, string scope)
    {
        using var ada = await app.SignInAsync("ada@example.org");
        var program = app.NewClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokensTests.MakeAsync(ada, scope));
        return program;
    }
}
